"""A course with a theme and a logo: both schemes, every place of the logo, and print."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.model import Logo, Theme
from coursebuilder.theming import accents
from tests.e2e.conftest import MODULES
from tests.e2e.learner import STARTED, open_activity
from tests.e2e.packages import activities_of, course_of, sample_package
from tests.e2e.test_accessibility import TAGS
from tests.sample_course import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-looks")]

THEME = Theme(accent="#8a1c5c", font="serif", heading_font="sans", corners="square")
LOGO = Logo(image="01-kader/images/kader.svg", alt="Scholengroep", dark="images/cursus.png")


@pytest.fixture(scope="module")
def themed(site: Any) -> Path:
    """The sample course with a theme and a logo for both schemes."""
    return sample_package(replace(SAMPLE, theme=THEME, logo=LOGO), site.folder, "themed")


def rgb(value: str) -> str:
    red, green, blue = bytes.fromhex(value.removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


def ground(page: Any) -> str:
    return page.locator(".cb-resume .cb-primary").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )


def logos(page: Any, where: str) -> list[str]:
    """The file names of the logos one sees."""
    return page.locator(f"{where} .cb-logo img").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.src.split('/').pop())"
    )


def test_a_theme_in_both_schemes(page: Any, site: Any, themed: Path) -> None:
    made = accents(THEME)
    page.goto(f"{site.address}/themed/index.html")
    page.locator(STARTED).wait_for()
    assert ground(page) == rgb(str(made["light"])) == rgb("#8a1c5c")
    assert logos(page, ".cb-bar") == logos(page, "main") == ["kader.svg"]
    assert page.locator("main .cb-logo img").first.get_attribute("alt") == "Scholengroep"
    style = "one => [getComputedStyle(one).fontFamily.split(',')[0], getComputedStyle(one).borderRadius]"
    assert page.locator("body").evaluate(style)[0] == "Charter"
    assert page.locator("h1").evaluate(style)[0] == "system-ui"
    assert page.locator(".cb-resume .cb-primary").evaluate(style)[1] == "0px"
    page.emulate_media(color_scheme="dark")
    assert ground(page) == rgb(str(made["dark"]))
    assert logos(page, ".cb-bar") == logos(page, "main") == ["cursus.png"]
    page.emulate_media(color_scheme="light")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert ground(page) == rgb(str(made["dark"]))
    assert logos(page, "main") == ["cursus.png"]


def test_print_is_light_and_carries_the_logo(page: Any, site: Any, themed: Path) -> None:
    activity = activities_of(course_of(themed))[1]
    page.goto(f"{site.address}/themed/index.html#/{activity['id']}")
    page.locator("#cb-main h1", has_text=activity["title"]).wait_for()
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert logos(page, ".cb-bar") == ["kader.svg"]
    assert page.locator(".cb-bar .cb-course").is_visible()
    for part in (".cb-menu-button", ".cb-menu", ".cb-pager"):
        assert not page.locator(part).is_visible(), part


def test_pages_that_stand_alone_carry_the_logo(page: Any, site: Any, themed: Path) -> None:
    for activity in activities_of(course_of(themed)):
        page.goto(f"{site.address}/themed/{activity['href']}")
        assert logos(page, "header") == ["kader.svg"], activity["href"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_themed_course(
    scheme: str, chromium: Any, site: Any, themed: Path
) -> None:
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    context.add_init_script((MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
    page = context.new_page()
    page.goto(f"{site.address}/themed/index.html")
    page.locator(STARTED).wait_for()
    found = {}
    for activity in activities_of(course_of(themed)):
        open_activity(page, activity)
        report = page.evaluate(
            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
        )
        if report["violations"]:
            found[activity["id"]] = [
                one["nodes"][0]["failureSummary"] for one in report["violations"]
            ]
    context.close()
    assert found == {}
