"""The HTML of a course: links resolve, nothing comes from elsewhere, every text arrives."""

import json
import posixpath
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from coursebuilder.model import Course, EssayQuestion, Prose, Question, Quiz
from coursebuilder.model.walk import activity_texts
from coursebuilder.text import Markdown, Span, Text
from coursebuilder.webcourse import web_course, web_entries
from coursebuilder.webcourse.strings import duration, strings
from tests.sample_course import PAGE, SAMPLE, context_for, sample_questions

HOSTILE = "]]> </script><script>alert(1)</script> <!-- & \" ' 🎓 שלום"
ADDRESSES = ("href", "src", "poster")


def files(course: Course, folder: Path, *, per_module: bool = False) -> dict[str, bytes]:
    written = web_course(
        course, context_for(course, folder), runtime="scorm12", per_module=per_module
    )
    return {
        entry.path: entry.content if isinstance(entry.content, bytes) else b""
        for entry in written.entries
    }


def documents(found: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    return {
        path: html.document_fromstring(content.decode())
        for path, content in found.items()
        if path.endswith(".html")
    }


def data(page: html.HtmlElement) -> list:
    return [json.loads(script.text) for script in page.xpath("//script[@type='application/json']")]


def fragments(value: object) -> list[str]:
    """Every string of a JSON value that holds markup."""
    if isinstance(value, str):
        return [value] if "<" in value else []
    if isinstance(value, dict):
        return [text for part in value.values() for text in fragments(part)]
    if isinstance(value, list):
        return [text for part in value for text in fragments(part)]
    return []


def links(page: html.HtmlElement) -> list[str]:
    """Every address in a document and in the HTML of its JSON."""
    roots = [page]
    for value in data(page):
        roots += [html.fragment_fromstring(text, create_parent=True) for text in fragments(value)]
    return [
        element.get(name)
        for root in roots
        for element in root.iter()
        if isinstance(element.tag, str)
        for name in ADDRESSES
        if element.get(name) is not None
    ]


@pytest.mark.parametrize("per_module", [False, True], ids=["single", "modules"])
def test_every_link_leads_to_a_file_and_a_place_in_it(per_module: bool, tmp_path: Path) -> None:
    found = files(SAMPLE, tmp_path, per_module=per_module)
    pages = documents(found)
    checked = 0
    for path, page in pages.items():
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme in ("http", "https"):
                continue
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), unquote(parts.path))
            )
            target = target if parts.path else path
            assert target in found, f"{path}: {link}"
            if parts.fragment:
                ids = pages[target].xpath("//@id")
                assert unquote(parts.fragment) in ids, f"{path}: {link}"
            checked += 1
    assert checked > 70


@pytest.mark.parametrize("per_module", [False, True], ids=["single", "modules"])
def test_nothing_is_fetched_from_elsewhere(per_module: bool, tmp_path: Path) -> None:
    for path, page in documents(files(SAMPLE, tmp_path, per_module=per_module)).items():
        for element in page.iter():
            for name in ("src", "poster", "srcset", "data"):
                assert "//" not in element.get(name, ""), f"{path}: {element.tag}"
            if element.tag in ("link", "script"):
                assert "//" not in element.get("href", ""), path


def test_every_page_has_a_head_and_its_only_script(tmp_path: Path) -> None:
    pages = documents(files(SAMPLE, tmp_path))
    assert len(pages) == 9
    for page in pages.values():
        assert page.get("lang") == "nl-BE"
        assert page.get("dir") == "ltr"
        assert page.xpath("//meta/@charset") == ["utf-8"]
        assert page.xpath("//meta[@name='viewport']")
        assert page.findtext(".//title")
        (script,) = page.xpath("//script[not(@type='application/json')]")
        assert script.get("type") == "module"
        assert script.get("src").endswith("player/main.js")
        assert len(page.xpath("//h1")) == 1
        assert len(page.xpath("//main[@id='cb-main']")) == 1
        assert not [id for id in page.xpath("//@id") if page.xpath("//@id").count(id) > 1]


def test_a_language_written_from_right_to_left(tmp_path: Path) -> None:
    page = documents(files(replace(SAMPLE, language="ar"), tmp_path))["index.html"]
    assert page.get("dir") == "rtl"


def test_the_shell_lists_every_page_without_javascript(tmp_path: Path) -> None:
    shell = documents(files(SAMPLE, tmp_path))["index.html"]
    assert shell.get("data-cb") == "shell"
    assert shell.get("data-runtime") == "scorm12"
    assert shell.xpath("//main//nav//a/@href") == [
        "pages/kader/index.html", "pages/kader/taken.html", "pages/kader/kort.html",
        "pages/kader/toets.html", "pages/team/index.html", "pages/team/overleg.html",
        "pages/team/teamscan.html", "pages/team/eindtoets.html",
    ]  # fmt: skip


def test_pages_follow_one_another(tmp_path: Path) -> None:
    page = documents(files(SAMPLE, tmp_path))["pages/team/index.html"]
    pager = page.xpath("//nav[@class='cb-pager']/a")
    assert [(link.get("rel"), link.get("href")) for link in pager] == [
        ("prev", "../kader/toets.html"),
        ("next", "overleg.html"),
    ]


def test_a_modules_introduction_shows_what_it_is(tmp_path: Path) -> None:
    page = documents(files(SAMPLE, tmp_path))["pages/kader/index.html"]
    text = page.get_element_by_id("cb-main").text_content()
    for part in ("Waar komt de vraag", "45\xa0min.", "Je somt de taken op.", "Welkom bij kader."):
        assert part in text
    other = documents(files(SAMPLE, tmp_path))["pages/team/index.html"]
    assert other.xpath("//ul[@class='cb-prerequisites']//a/@href") == ["../kader/index.html"]


def test_every_text_of_the_course_arrives(tmp_path: Path) -> None:
    pages = documents(files(SAMPLE, tmp_path))
    shown = [page.text_content() for page in pages.values()]
    for page in pages.values():
        for text in fragments(data(page)):
            shown.append(html.fragment_fromstring(text, create_parent=True).text_content())
    whole = " ".join(" ".join(shown).split())
    rendering = context_for(SAMPLE, tmp_path).rendering
    model_answers = {text for question in sample_questions() for text in unseen(question)}
    for module in SAMPLE.modules:
        for activity in module.activities:
            for text in activity_texts(activity):
                rendered = html.fragment_fromstring(rendering.html(text), create_parent=True)
                for piece in re.split(r"\[\[\d+\]\]", rendered.text_content()):
                    found = " ".join(piece.split()) in whole
                    assert found is (text not in model_answers), piece


def unseen(question: Question) -> list[Text]:
    """What is for the trainer only."""
    if isinstance(question, EssayQuestion) and question.model_answer is not None:
        return [question.model_answer]
    return []


def test_hostile_text_survives_and_stays_text(tmp_path: Path) -> None:
    kader, team = SAMPLE.modules
    page = replace(
        kader.activities[0],
        title=HOSTILE,
        body=(Prose(text=Text(Markdown("🎓 ]]> `</script><!--` שלום"), Span(PAGE))),),
    )
    quiz = kader.activities[2]
    assert isinstance(quiz, Quiz)
    named = replace(quiz, questions=(replace(quiz.questions[0], name=HOSTILE), *quiz.questions[1:]))
    course = replace(
        SAMPLE,
        title=HOSTILE,
        summary=HOSTILE,
        modules=(replace(kader, title=HOSTILE, activities=(page, named)), team),
        paths=(),
    )
    found = files(course, tmp_path)
    pages = documents(found)
    document = json.loads(found["course.json"])
    assert document["title"] == document["modules"][0]["title"] == HOSTILE
    assert document["modules"][0]["activities"][1]["title"] == HOSTILE
    assert pages["index.html"].findtext(".//h1") == HOSTILE
    assert pages["pages/kader/taken.html"].findtext(".//h1") == HOSTILE
    assert pages["pages/kader/taken.html"].findtext(".//code") == "</script><!--"
    (quiz_data,) = data(pages["pages/kader/toets.html"])
    assert quiz_data["questions"][0]["name"] == HOSTILE
    for path, page in pages.items():
        scripts = page.xpath("//script[not(@type='application/json')]")
        assert len(scripts) == 1, path


def test_course_json_of_the_course_and_of_a_module(tmp_path: Path) -> None:
    found = files(SAMPLE, tmp_path)
    whole = json.loads(found["course.json"])
    part = json.loads(files(SAMPLE, tmp_path, per_module=True)["sco/team/course.json"])
    assert (whole["scope"], whole["root"], whole["format"]) == ("course", "", 1)
    assert (part["scope"], part["root"]) == ("module", "../../")
    lone = replace(SAMPLE, modules=SAMPLE.modules[1:])
    sco = json.loads(files(lone, tmp_path / "lone", per_module=True)["sco/team/course.json"])
    assert sco["scope"] == "course", "a course of one module is done with it"
    assert part["modules"] == whole["modules"][1:]
    intro, taken, kort, toets = whole["modules"][0]["activities"]
    assert (intro["id"], intro["type"], intro["required"]) == ("kader/_intro", "page", False)
    assert (kort["duration"], kort["required"]) == (3, False)
    assert taken["objectives"] == ["taken"]
    assert (toets["points"], toets["pass"], toets["grading"]) == (11.5, 70, "highest")
    assert toets["attempts"] == 3
    assert toets["questions"][-1]["points"] == 0
    assert whole["modules"][1]["activities"][3]["points"] == 2
    for activity in (part for module in whole["modules"] for part in module["activities"]):
        assert activity["href"] in found


def test_content_that_is_compressed_already_is_stored(tmp_path: Path) -> None:
    entries = web_entries(SAMPLE, context_for(SAMPLE, tmp_path), runtime="none")
    stored = {entry.path for entry in entries if entry.stored}
    assert stored == {
        "assets/01-kader/images/de-foto-s-een-schema.png",
        "assets/01-kader/media/gesprek.mp3",
        "assets/01-kader/media/taken.mp4",
        "assets/images/cursus.png",
    }


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0\xa0min."),
        (45, "45\xa0min."),
        (60, "1\xa0uur"),
        (119, "1\xa0uur 59\xa0min."),
        (120, "2\xa0uur"),
    ],
)
def test_durations_are_written_as_one_reads_them(minutes: int, shown: str) -> None:
    assert duration(strings("nl-BE"), minutes) == shown
