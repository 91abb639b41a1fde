"""The model as Markdown: reading what these functions print gives an equal model.

A title that a heading cannot carry goes to the front matter. Files are named relative to the path of
the printed activity.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from coursebuilder.markup import plain_text, split_attributes
from coursebuilder.model import Body, Page, Question, Quiz, Scan, ScanGroup
from coursebuilder.source.lines import ESCAPE
from coursebuilder.source.printer_blocks import body_lines
from coursebuilder.source.printer_questions import question_lines
from coursebuilder.source.printer_text import BODY, escaped, item, number, paragraphs, quote

_SECTION = rf"{BODY}|##(?:[ \t]|$)"
_TITLE = r"#(?:[^#]|$)|=+ *$"
_SHUFFLE = {
    (False, False): "none",
    (False, True): "answers",
    (True, False): "questions",
    (True, True): "both",
}


def print_page(page: Page) -> str:
    """The source of a page."""
    settings = {**_settings(page), **_unless(moodle=(page.moodle, "page"))}
    return _file(page, settings, [_body(page, page.body, BODY)])


def print_quiz(quiz: Quiz) -> str:
    """The source of a quiz."""
    settings: dict[str, Any] = {
        "type": "quiz",
        **_settings(quiz),
        **_unless(
            attempts=(quiz.attempts, 0),
            feedback=(quiz.behaviour, "immediate"),
            grading=(quiz.grading, "highest"),
            shuffle=(_SHUFFLE[quiz.shuffle_questions, quiz.shuffle_answers], "answers"),
            time_limit=(quiz.time_limit, 0),
            per_page=(quiz.per_page, 1),
            draw=({draw.pool: draw.count for draw in quiz.draws}, {}),
        ),
        "pass": quiz.pass_percent,
    }
    if quiz.bands:
        settings["overall_feedback"] = [
            {"from": band.minimum, "text": band.text.source} for band in quiz.bands
        ]
    questions = [print_question(question).split("\n") for question in quiz.questions]
    return _file(quiz, settings, [_body(quiz, quiz.introduction, _SECTION), *questions])


def print_scan(scan: Scan) -> str:
    """The source of a self-scan."""
    settings = {"type": "scan", "scale": list(scan.scale), **_settings(scan)}
    groups = [_group(group) for group in scan.groups]
    return _file(scan, settings, [_body(scan, scan.introduction, _SECTION), *groups])


def print_question(question: Question) -> str:
    """The heading of a question and what stands under it."""
    heading, lines = question_lines(question)
    return "\n".join((f"## {heading}", *lines))


def _group(group: ScanGroup) -> list[str]:
    statements = [
        line
        for statement in group.statements
        for line in item("-", statement.text.source, f"{{#{statement.id}}}")
    ]
    advice: list[list[str]] = []
    for entry in group.advice:
        lines = escaped(entry.text.source, "")
        if lines[0][:1].isspace():
            lines[0] = ESCAPE + lines[0]
        advice.append(quote([f"{number(entry.low)} - {number(entry.high)}: {lines[0]}", *lines[1:]]))
    return paragraphs([[f"## {group.title} {{#{group.id}}}"], statements, *advice])


def _body(activity: Page | Quiz | Scan, body: Body, notation: str) -> list[str]:
    if not _heading_can_be(activity.title):
        notation = f"{notation}|{_TITLE}"
    return body_lines(body, activity.span.path, notation)


def _settings(activity: Page | Quiz | Scan) -> dict[str, Any]:
    settings: dict[str, Any] = {"id": activity.id}
    if not _heading_can_be(activity.title):
        settings["title"] = activity.title
    return {
        **settings,
        **_unless(
            objectives=(list(activity.objectives), []),
            duration=(activity.duration, None),
            required=(activity.required, True),
        ),
    }


def _unless(**values: tuple[Any, Any]) -> dict[str, Any]:
    """The values that are not the default standing beside them."""
    return {name: value for name, (value, default) in values.items() if value != default}


def _heading_can_be(title: str) -> bool:
    """Whether a heading reads back as this title."""
    return (
        bool(title)
        and plain_text(title) == title
        and split_attributes(title)[0] == title
        and not title.endswith("#")
    )


def _file(
    activity: Page | Quiz | Scan, settings: Mapping[str, Any], sections: list[list[str]]
) -> str:
    front = yaml.dump(
        dict(settings), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    heading = [f"# {activity.title}"] if _heading_can_be(activity.title) else []
    lines = paragraphs([["---", *front.rstrip("\n").split("\n"), "---"], heading, *sections])
    return "\n".join((*lines, ""))


class _Dumper(yaml.SafeDumper):
    """YAML in which numbers are plain."""


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    kind = "int" if value == value.to_integral_value() else "float"
    text = number(value.quantize(Decimal(1)) if kind == "int" else value)
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


_Dumper.add_representer(Decimal, _decimal)
