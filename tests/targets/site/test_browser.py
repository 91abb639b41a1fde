"""The site in a browser: strict policy, offline, installable, progress that travels."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.answers import right
from tests.e2e.conftest import MODULES
from tests.e2e.learner import STARTED, fill_scan, hurry_page, open_activity, take_quiz
from tests.e2e.packages import activities_of, course_of, data_of
from tests.targets.site.conftest import Host, Visit

AXE = MODULES / "axe-core" / "axe.min.js"

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

KEPT = (
    "async () => { const names = await caches.keys(); const store = await caches.open(names[0]);"
    " return (await store.keys()).map(request => request.url); }"
)


def open_site(visit: Visit, host: Host) -> Any:
    visit.page.goto(host.address)
    visit.page.locator(STARTED).wait_for()
    return visit.page


def wait_until(page: Any, condition: str) -> None:
    """Until the condition holds; asked from here, since polling in the page is what its policy forbids."""
    for _ in range(300):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {condition}")


def wait_until_kept(page: Any) -> None:
    """Until the service worker has everything and answers for this page."""
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    wait_until(page, "navigator.serviceWorker.controller !== null")


def test_nothing_breaks_the_policy_on_any_page(visit: Visit, host: Host) -> None:
    package = host.folder / "cursus"
    activities = activities_of(course_of(package))
    page = open_site(visit, host)
    for activity in activities:
        open_activity(page, activity)
        if activity["type"] == "scan":
            fill_scan(page)
        elif activity["type"] == "quiz":
            take_quiz(page, data_of(package, activity), right, hurry_page)
        assert page.evaluate("window.violations") == []
    for name in ("search", "notes", "certificate", "progress"):
        page.evaluate("hash => { location.hash = hash; }", f"#/-/{name}")
        page.locator(f"#cb-main[data-view={name}] h1").wait_for()
    assert page.evaluate("window.violations") == []
    for activity in activities:
        page.goto(host.address + activity["href"])
        page.locator("h1", has_text=activity["title"]).wait_for()
        assert page.evaluate("window.violations") == []


def test_the_policy_is_really_there(visit: Visit, host: Host) -> None:
    page = open_site(visit, host)
    page.evaluate(
        "() => { const script = document.createElement('script');"
        " script.textContent = 'window.intruder = true'; document.body.append(script);"
        " const box = document.createElement('p'); box.setAttribute('style', 'color: red');"
        " document.body.append(box); }"
    )
    assert page.evaluate("window.intruder") is None
    found = " ".join(page.evaluate("window.violations"))
    assert "script-src" in found
    assert "style-src" in found
    assert len(visit.complaints) == 2
    visit.complaints.clear()


def test_everything_works_without_a_network(visit: Visit, host: Host) -> None:
    package = host.folder / "cursus"
    course = course_of(package)
    page = open_site(visit, host)
    wait_until_kept(page)
    kept = page.evaluate(KEPT)
    assert len(kept) == len(listed(package))
    host.stop()
    for place in ("", "index.html"):
        page.goto(host.address + place)
        page.locator(STARTED).wait_for()
    for activity in activities_of(course):
        open_activity(page, activity)
        pictures = "images => images.every(image => image.complete && image.naturalWidth > 0)"
        wait_until(page, f"({pictures})([...document.querySelectorAll('#cb-main img')])")
    page.goto(host.address + activities_of(course)[1]["href"])
    page.locator("h1", has_text=activities_of(course)[1]["title"]).wait_for()
    assert page.evaluate("window.violations") == []
    host.start()
    visit.complaints[:] = [
        line for line in visit.complaints if "ERR_CONNECTION_REFUSED" not in line
    ]


def listed(package: Path) -> list[list[str]]:
    first, _ = (package / "service-worker.js").read_text("utf-8").split(";\n", 1)
    return json.loads(first.removeprefix("const PRECACHE = "))


def test_a_new_version_fetches_only_what_changed(visit: Visit, host: Host) -> None:
    package = host.folder / "cursus"
    page = open_site(visit, host)
    wait_until_kept(page)
    before = set(page.evaluate(KEPT))
    name, digest = next(row for row in listed(package) if row[0].endswith("kort.html"))
    text = (package / name).read_text("utf-8").replace("</h1>", " (nieuw)</h1>")
    (package / name).write_text(text, "utf-8")
    worker = package / "service-worker.js"
    worker.write_text(worker.read_text("utf-8").replace(digest, "0" * 16), "utf-8")
    visit.requests.clear()
    page.evaluate("async () => { await (await navigator.serviceWorker.ready).update(); }")
    wait_until(
        page, "async () => (await navigator.serviceWorker.getRegistration()).waiting !== null"
    )
    page.goto("about:blank")
    page.wait_for_timeout(200)
    open_site(visit, host)
    wait_until(
        page,
        "async () => { const names = await caches.keys(); const store = await caches.open(names[0]);"
        " return (await store.keys()).some(({ url }) => url.endsWith('0000')); }",
    )
    after = set(page.evaluate(KEPT))
    assert list(after - before) == [f"{host.address}{name}?kept={'0' * 16}"]


def test_it_can_be_installed(visit: Visit, host: Host) -> None:
    page = open_site(visit, host)
    wait_until_kept(page)
    devtools = page.context.new_cdp_session(page)
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{host.address}manifest.webmanifest"
    problems = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's browser context is private, where nothing can be installed.
    assert {problem["errorId"] for problem in problems} <= {"in-incognito"}


def test_progress_stays_and_travels(
    visit: Visit, host: Host, tmp_path: Path, chromium: Any
) -> None:
    package = host.folder / "cursus"
    quiz = next(item for item in activities_of(course_of(package)) if item["type"] == "quiz")
    page = open_site(visit, host)
    open_activity(page, quiz)
    take_quiz(page, data_of(package, quiz), right, hurry_page)
    page.reload()
    page.locator(".cb-result").wait_for()
    page.evaluate("location.hash = '#/-/progress'")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar mijn voortgang als bestand").click()
    file = tmp_path / "voortgang.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["course"] == "voorbeeld"

    elsewhere = chromium.new_context(locale="nl-BE")
    other = elsewhere.new_page()
    other.goto(f"{host.address}#/-/progress")
    restore = other.get_by_role("button", name="Zet voortgang terug uit een bestand")
    wrong = tmp_path / "anders.json"
    wrong.write_text(file.read_text("utf-8").replace('"voorbeeld"', '"elders"'), "utf-8")
    with other.expect_file_chooser() as chooser:
        restore.click()
    chooser.value.set_files(wrong)
    other.get_by_text("hoort bij een andere cursus").wait_for()
    with other.expect_file_chooser() as chooser:
        restore.click()
    chooser.value.set_files(file)
    other.get_by_text("Je voortgang is teruggezet").wait_for()
    open_activity(other, quiz)
    other.locator(".cb-result").wait_for()
    other.reload()
    other.locator(".cb-result").wait_for()
    elsewhere.close()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install in tests/)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_view_on_progress_is_accessible(
    scheme: str, width: int, visit: Visit, host: Host
) -> None:
    page = visit.page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{host.address}#/-/progress")
    page.get_by_role("heading", name="Mijn voortgang").wait_for()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
