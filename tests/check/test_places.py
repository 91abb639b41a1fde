"""Findings about a setting stand at that setting, and name files as a link in that file would."""

from pathlib import Path

import pytest
import yaml

from tests.check.test_rule_examples import COURSE, FILES, findings

THERE = "![Taken](images/taken.svg) [De agenda](files/agenda.txt)"
QUIZ = """---
type: quiz
title: Toets
{settings}
---

## Is water nat? {{#nat type=truefalse pool=a}}

- (x) Ja
- ( ) Nee

> Zo is het.
"""


def found(folder: Path, files: dict[str, str], course: dict[str, object] = COURSE) -> list[str]:
    """``CODE line:column hint`` of each finding."""
    settings = yaml.safe_dump(course, allow_unicode=True, sort_keys=False)
    return [
        f"{one.rule.code} {one.span.line}:{one.span.column} {one.hint()}"
        for one in findings(folder, {"course.yml": settings, **FILES, **files})
    ]


@pytest.mark.parametrize(
    ("settings", "code", "place"),
    [
        ("objectives: [digisprong, nergens]", "CB331", "4:26"),
        ("draw: {a: 1, b: 1}", "CB484", "4:17"),
        ("draw:\n  - {pool: a, count: 2}", "CB483", "5:5"),
        ("draw: {a: 1}\ntime_limit: 0\nper_page: 9", "CB489", "6:11"),
        ("feedback: interactive\ndraw: {a: 1}", "CB488", "4:11"),
        ("draw: {a: 1}\noverall_feedback:\n  - from: 50\n    text: Goed.", "CB491", "6:3"),
        ("draw: {a: 1}\nreview:\n  answers: after\n  right_answers: closed", "CB499", "7:18"),
    ],
)
def test_a_finding_stands_at_its_setting(
    tmp_path: Path, settings: str, code: str, place: str
) -> None:
    all_found = found(tmp_path, {"01-kader/03-toets.md": QUIZ.format(settings=settings)})
    assert [one.split(" ")[1] for one in all_found if one.startswith(code)] == [place]


@pytest.mark.parametrize(
    ("key", "value", "finding"),
    [
        ("licence", "CC-BY-SA", "CB605 6:10 write an SPDX identifier; the nearest is CC-BY-SA-4.0"),
        ("version", "lente", "CB607 4:10 "),
        ("language", "nl-BE-VL", "CB604 3:11 "),
        ("thumbnail", "01-kader/images/taak.svg", "CB304 9:12 "),
    ],
)
def test_a_finding_of_the_course_stands_at_its_setting(
    tmp_path: Path, key: str, value: str, finding: str
) -> None:
    (one,) = found(tmp_path, {}, {**COURSE, key: value})
    assert one.startswith(finding)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("[x](02-het-projekt.md)", "02-het-project.md"),
        ("![Taken](../01-kader/images/Taken.svg)", "images/taken.svg"),
        ("![Taken](images/taak.svg)", "images/taken.svg"),
        ("[De agenda](files/agend.txt)", "files/agenda.txt"),
    ],
)
def test_names_are_given_as_the_link_must_write_them(tmp_path: Path, link: str, name: str) -> None:
    (one,) = found(tmp_path, {"01-kader/01-blad.md": f"# Blad\n\nZie {link}.\n\n{THERE}\n"})
    assert f" {name}" in one
    assert f"01-kader/{name}" not in one
