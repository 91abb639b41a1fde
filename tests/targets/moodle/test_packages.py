"""Modules as SCORM activities: the package inside the backup, and a learner who plays it in Moodle."""

import io
import json
import urllib.error
import urllib.request
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from coursebuilder.archive import packing_in, write_package
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.formats.xml import serialise
from coursebuilder.model import Course, FileOffer, Link, Module, Outline, Page
from coursebuilder.package import FileContent
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.moodle.check import check_moodle
from coursebuilder.webcourse.excerpt import excerpt
from tests.e2e.answers import right, wrong
from tests.e2e.packages import course_of, unpacked
from tests.e2e.test_tracking import study
from tests.sample_course import SAMPLE, context_for
from tests.targets.moodle.backup import Backup
from tests.targets.moodle.schemas import findings
from tests.targets.moodle.test_real_moodle import MOODLE, release, run, silent


def packaged(course: Course = SAMPLE, *ids: str) -> Course:
    """The course with these modules, or all of them, as packages."""
    modules = (
        _packaged(module) if not ids or module.id in ids else module for module in course.modules
    )
    return replace(course, modules=tuple(modules))


def _packaged(module: Module) -> Module:
    activities = (
        replace(activity, moodle="scorm") if isinstance(activity, Page) else activity
        for activity in module.activities
    )
    return replace(module, packaged=True, activities=tuple(activities))


def made(course: Course, folder: Path) -> Backup:
    return Backup(MoodleTarget().emit(course, context_for(course, folder)))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Backup:
    return made(packaged(), tmp_path_factory.mktemp("assets"))


def package(backup: Backup, module: str) -> zipfile.ZipFile:
    """The SCORM package of a module."""
    for file in backup.documents["files.xml"]:
        if file.findtext("filename") == f"{module}.zip":
            digest = file.findtext("contenthash") or ""
            (content,) = (
                entry.content for entry in backup.package if entry.path.endswith(f"/{digest}")
            )
            assert isinstance(content, bytes)
            assert len(content) == int(file.findtext("filesize") or 0)
            assert (file.findtext("component"), file.findtext("filearea")) == (
                "mod_scorm",
                "package",
            )
            return zipfile.ZipFile(io.BytesIO(content))
    raise LookupError(module)


def activities(backup: Backup) -> list[tuple[str | None, str | None]]:
    contents = backup.documents["moodle_backup.xml"].iter("activity")
    found = [element for element in contents if element.find("modulename") is not None]
    return [(element.findtext("modulename"), element.findtext("title")) for element in found]


def test_every_file_is_as_described(both: Backup) -> None:
    wrong_files = {path: findings(serialise(root)) for path, root in both.documents.items()}
    assert {path: found for path, found in wrong_files.items() if found} == {}


def test_a_packaged_module_is_one_activity(both: Backup) -> None:
    assert activities(both) == [("scorm", "Kader & project"), ("scorm", "Team")]
    assert both.all("question") == []


def test_the_package_holds_the_module_and_nothing_else(both: Backup) -> None:
    names = package(both, "kader").namelist()
    assert names[0] == "imsmanifest.xml"
    assert {name for name in names if name.startswith("pages/")} == {
        "pages/kader/index.html", "pages/kader/taken.html", "pages/kader/kort.html",
        "pages/kader/toets.html",
    }  # fmt: skip
    manifest = etree.fromstring(package(both, "kader").read("imsmanifest.xml"))
    other = etree.fromstring(package(both, "team").read("imsmanifest.xml"))
    assert manifest.get("identifier") != other.get("identifier")
    course = json.loads(package(both, "kader").read("course.json"))
    assert course["scope"] == "module", "the player offers no certificate of the course"


def test_links_out_of_the_package_are_words(both: Backup) -> None:
    page = package(both, "kader").read("pages/kader/taken.html").decode()
    assert 'href="#slot"' in page
    assert 'href="kort.html"' in page
    assert "De AVG &amp; <code>" in page
    assert "cb:" not in page


def test_links_to_what_is_packaged_lead_to_the_activity(tmp_path: Path) -> None:
    backup = made(packaged(SAMPLE, "kader"), tmp_path)
    page = next(root for root in backup.all("page") if root.find("content") is not None)
    (scorm,) = (root for root in backup.all("activity") if root.get("modulename") == "scorm")
    assert f"$@SCORMVIEWBYID*{scorm.get('moduleid')}@$" in (page.findtext("content") or "")


def test_a_page_that_chooses_and_activities_of_the_platform_stay_beside_it(tmp_path: Path) -> None:
    first, *others = packaged().modules
    pages = tuple(
        replace(activity, moodle="page") if activity.id == "kort" else activity
        for activity in first.activities
    )
    offer = FileOffer(
        id="bestand", title="Bestand", body=(), file="01-kader/files/takenoverzicht.csv"
    )
    course = replace(SAMPLE, modules=(replace(first, activities=(*pages, offer)), *others))
    backup = made(course, tmp_path)
    assert [kind for kind, _ in activities(backup)] == ["scorm", "page", "resource", "scorm"]
    assert "pages/kader/kort.html" not in package(backup, "kader").namelist()


def test_grades_weigh_as_the_points_of_the_player(both: Backup) -> None:
    total, *categories = both.documents["gradebook.xml"].iter("grade_item")
    assert (total.findtext("grademax"), total.findtext("gradepass")) == ("200.00000", "140.00000")
    # The player gives no points for an open question: 11.5 and 2.
    assert [item.findtext("aggregationcoef2") for item in categories] == ["0.85185", "0.14815"]
    assert {item.findtext("weightoverride") for item in categories} == {"1"}
    passes = [
        item.findtext("gradepass")
        for item in both.all("grade_item")
        if item.findtext("itemmodule") == "scorm"
    ]
    assert passes == ["70.00000", "50.00000"]


def test_completion_is_the_status_of_the_player(both: Backup, tmp_path: Path) -> None:
    assert {root.findtext("completionstatusrequired") for root in both.all("scorm")} == {"2"}
    assert len(both.all("course_completion_criteria")) == 2
    read = packaged(replace(SAMPLE, completion=replace(SAMPLE.completion, quizzes="submitted")))
    statuses = {
        found.findtext("completionstatusrequired") for found in made(read, tmp_path).all("scorm")
    }
    assert statuses == {"6"}


def test_a_packed_file_on_disk_has_the_same_bytes(tmp_path: Path, both: Backup) -> None:
    context = context_for(packaged(), tmp_path / "assets")
    with packing_in(tmp_path / "out") as pack:
        emitted = MoodleTarget().emit(packaged(), replace(context, pack=pack))
        on_disk = {entry.path: entry.content for entry in emitted}
        for entry in both.package:
            other = on_disk[entry.path]
            if isinstance(other, FileContent) and isinstance(entry.content, bytes):
                assert other.path.read_bytes() == entry.content
    assert list((tmp_path / "out").iterdir()) == []


def found(course: Course) -> list[Diagnostic]:
    return [finding for finding in check_moodle(course) if finding.rule.code.startswith("CB96")]


def test_what_is_said_of_packages() -> None:
    course = packaged(SAMPLE, "kader")
    page = course.modules[0].activities[0]
    targets = (
        "../02-team/01-overleg.md#doel",
        "02-kort.md",
        "#slot",
        "images/kader.svg",
        "https://x.be",
    )
    links = tuple(Link(target=target, text="x", image=False, span=page.span) for target in targets)
    linking = replace(page, outline=Outline(links=links))
    module = replace(course.modules[0], activities=(linking, *course.modules[0].activities[1:]))
    findings = found(replace(course, modules=(module, course.modules[1])))
    assert [finding.rule.code for finding in findings] == ["CB960", "CB962"]
    assert targets[0] in findings[1].message()
    empty = replace(SAMPLE.modules[0], packaged=True, activities=())
    (only,) = found(replace(SAMPLE, modules=(empty,)))
    assert only.rule.code == "CB961"
    assert excerpt(SAMPLE, empty) is None


def test_the_state_of_a_package_must_fit() -> None:
    many = tuple(
        replace(question, id=f"lang-{number}")
        for number in range(120)
        for question in SAMPLE.modules[0].activities[-1].questions[3:4]  # type: ignore[union-attr]
    )
    quiz = replace(SAMPLE.modules[0].activities[-1], questions=many, draws=())
    module = replace(packaged().modules[0], activities=(quiz,))
    codes = {finding.rule.code for finding in check_moodle(replace(SAMPLE, modules=(module,)))}
    assert "CB901" in codes


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """The course of packages in a Moodle, and the folder of its file."""
    if not MOODLE:
        pytest.skip("MOODLE_DIR names no installed Moodle")
    folder = tmp_path_factory.mktemp("moodle")
    course = packaged()
    context = context_for(course, folder / "assets")
    write_package(
        MoodleTarget().emit(course, context), folder / "course.mbz", timestamp=context.timestamp
    )
    return run("restore.php", folder / "course.mbz"), folder


@pytest.mark.moodle
def test_a_real_moodle_restores_the_packages(restored: tuple[Any, Path]) -> None:
    report, _ = restored
    silent(report)
    assert report["activities"] == {"scorm": 2}
    assert report["criteria"] == 2
    assert report["gradebook"][""]["max"] == 200


@pytest.mark.moodle
@pytest.mark.parametrize(("respond", "completion", "grade"), [(right, 1, 100), (wrong, 0, 0)])
def test_a_learner_plays_a_package(
    restored: tuple[Any, Path],
    chromium: Any,
    both: Backup,
    tmp_path: Path,
    respond: Any,
    completion: int,
    grade: float,
) -> None:
    report, _ = restored
    learner = run("learner.php", report["courseid"])
    if not answers(learner["site"]):
        pytest.skip(f"no web server answers at {learner['site']}")
    inside = unpacked(archived(both, "kader", tmp_path), tmp_path / "kader")
    context = chromium.new_context(locale="nl-BE", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(60_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    log_in(page, learner)
    frame = player(page, learner, "kader")
    study(frame, inside, course_of(inside), respond, hurry=True)
    done = frame.locator(".cb-notice", has_text="Je hebt deze module afgerond.")
    assert done.count() == completion
    assert frame.locator("a[href='#/-/certificate']").count() == 0
    page.goto(f"{learner['site']}/course/view.php?id={report['courseid']}")
    context.close()
    assert errors == []
    progress = run("progress.php", report["courseid"], learner["id"])
    kader, team = (progress["activities"][f"{id}#package"] for id in ("kader", "team"))
    assert (kader["completion"], kader["grade"]) == (completion, grade)
    assert team["open"] == bool(completion)
    share = Decimal("11.5") / Decimal("13.5")
    assert progress["earned"] == pytest.approx(float(grade * 2 * share), abs=0.01)


@pytest.mark.moodle
def test_a_learner_who_failed_comes_back_and_passes(
    restored: tuple[Any, Path], chromium: Any, both: Backup, tmp_path: Path
) -> None:
    report, _ = restored
    if release() < (4, 4):
        pytest.skip("the 4.1 that was tried, a university's copy, cannot resume any package")
    learner = run("learner.php", report["courseid"])
    if not answers(learner["site"]):
        pytest.skip(f"no web server answers at {learner['site']}")
    inside = unpacked(archived(both, "kader", tmp_path), tmp_path / "kader")
    for respond, completion, grade in ((wrong, 0, 0), (right, 1, 100)):
        context = chromium.new_context(locale="nl-BE", reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(60_000)
        log_in(page, learner)
        study(player(page, learner, "kader"), inside, course_of(inside), respond, hurry=True)
        page.goto(f"{learner['site']}/course/view.php?id={report['courseid']}")
        context.close()
        kader = run("progress.php", report["courseid"], learner["id"])["activities"][
            "kader#package"
        ]
        assert (kader["completion"], kader["grade"]) == (completion, grade)


def archived(backup: Backup, module: str, folder: Path) -> Path:
    """The file of a module's package."""
    file = package(backup, module).fp
    assert file is not None
    file.seek(0)
    archive = folder / f"{module}.zip"
    archive.write_bytes(file.read())
    return archive


def player(page: Any, learner: Any, module: str) -> Any:
    """The frame of the player in a module's activity, ready."""
    page.goto(f"{learner['site']}/mod/{learner['places'][f'{module}#package']}")
    frame = page.frame_locator("#scorm_object").locator("body").element_handle().owner_frame()
    frame.locator(".cb-app #cb-main h1").wait_for()
    return frame


def log_in(page: Any, learner: Any) -> None:
    """Log in as a learner. Moodle 5.0 now and then refuses the form's token; a second time it takes it."""
    for _ in range(3):
        page.goto(f"{learner['site']}/login/index.php")
        page.fill("#username", learner["name"])
        page.fill("#password", learner["password"])
        with page.expect_navigation():
            page.click("#loginbtn")
        if "/login/" not in page.url:
            return
    pytest.fail(f"{learner['site']} lets nobody in")


def answers(address: str) -> bool:
    """Whether a web server answers there."""
    try:
        with urllib.request.urlopen(f"{address}/login/index.php", timeout=60):
            return True
    except (urllib.error.URLError, OSError):
        return False
