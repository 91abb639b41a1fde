"""What the course itself says to Moodle: tags, language, start text, completion, closed modules."""

import json
from dataclasses import replace

import pytest

from coursebuilder.model import Course
from tests.sample_course import SAMPLE
from tests.targets.moodle.backup import Backup, backup


def with_settings(**changes: object) -> Course:
    """The sample course with other settings for Moodle."""
    return replace(SAMPLE, moodle=replace(SAMPLE.moodle, **changes))  # type: ignore[arg-type]


def start(made: Backup) -> str:
    """What stands above the modules."""
    (found,) = (s for s in made.all("section") if s.findtext("number") == "0")
    return found.findtext("summary") or ""


def shown(made: Backup) -> set[bool]:
    """Whether closed sections are shown, by their conditions."""
    texts = [found.text or "" for found in made.all("availabilityjson")]
    return {flag for text in texts if text.startswith("{") for flag in json.loads(text)["showc"]}


def test_keywords_are_the_tags_of_the_course() -> None:
    course = replace(SAMPLE, keywords=("ICT", "ict", "Team", "x" * 60))
    found = backup(course).documents["course/course.xml"].iter("tag")
    names = [(tag.findtext("name"), tag.findtext("rawname")) for tag in found]
    assert names == [("ict", "ict"), ("team", "Team"), ("x" * 49 + "…",) * 2]


@pytest.mark.parametrize(
    ("language", "force", "pack"),
    [
        ("nl-BE", False, ""),
        ("nl-BE", True, "nl"),
        ("nl", True, "nl"),
        ("pt-BR", True, "pt_br"),
        ("pt-PT", True, "pt"),
    ],
)
def test_the_language_is_forced_when_asked(language: str, force: bool, pack: str) -> None:
    course = replace(with_settings(force_language=force), language=language)
    assert backup(course).documents["course/course.xml"].findtext("lang") == pack


def test_the_start_text_takes_the_place_of_the_summary() -> None:
    assert start(backup()).startswith(f"<p>{SAMPLE.summary}</p>")
    made = backup(with_settings(start_text="Welkom & <veel> plezier.\n\nBegin bij 1.\n"))
    assert start(made).startswith("<p>Welkom &amp; &lt;veel&gt; plezier.</p><p>Begin bij 1.")
    assert SAMPLE.summary not in start(made)


def test_a_closed_module_is_greyed_or_hidden() -> None:
    assert shown(backup()) == {True}
    assert shown(backup(with_settings(closed_modules="hidden"))) == {False}


def criteria(course: Course) -> list[tuple[str | None, str | None]]:
    found = backup(course).all("course_completion_criteria")
    return [(one.findtext("criteriatype"), one.findtext("gradepass")) for one in found]


def test_completion_takes_the_pass_mark_when_asked() -> None:
    activities = criteria(SAMPLE)
    assert {kind for kind, _ in activities} == {"4"}
    asked = with_settings(completion_grade=True)
    assert criteria(asked) == [*activities, ("6", "10.15000")]
    no_mark = replace(asked, completion=replace(asked.completion, pass_percent=0))
    assert criteria(no_mark) == activities
