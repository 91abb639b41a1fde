"""The model as Markdown: reading what these functions print gives an equal model.

A title that a heading cannot carry goes to the front matter. Files are named relative to the path of
the printed activity.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from coursebuilder.markup.attributes import attribute_list
from coursebuilder.model import (
    Page,
    Question,
    Quiz,
    QuizSection,
    Scan,
    ScanGroup,
    Scene,
    SceneChoice,
    Situation,
)
from coursebuilder.source.lines import ESCAPE
from coursebuilder.source.printer_file import (
    activity_body_lines,
    common_settings,
    source_file,
    unless_default,
)
from coursebuilder.source.printer_questions import question_lines
from coursebuilder.source.printer_text import (
    BODY,
    escaped,
    feedback,
    item,
    number,
    paragraphs,
    quote,
)

_SECTION = rf"{BODY}|##(?:[ \t]|$)"
_SCENE = rf"{_SECTION}|[-*+][ \t]+\["
_UNSAFE_IN_LABEL = re.compile(r"([\\\[\]])")
_QUIZ_SECTION = rf"{BODY}|##?(?:[ \t]|$)"
_SHUFFLE = {
    (False, False): "none",
    (False, True): "answers",
    (True, False): "questions",
    (True, True): "both",
}


def print_page(page: Page) -> str:
    """The source of a page."""
    settings = {**common_settings(page), **unless_default(moodle=(page.moodle, "page"))}
    return source_file(page, settings, [activity_body_lines(page, page.body, BODY)])


def print_quiz(quiz: Quiz) -> str:
    """The source of a quiz."""
    settings: dict[str, Any] = {
        "type": "quiz",
        **common_settings(quiz),
        **unless_default(
            attempts=(quiz.attempts, 0),
            feedback=(quiz.behaviour, "immediate"),
            grading=(quiz.grading, "highest"),
            shuffle=(_SHUFFLE[quiz.shuffle_questions, quiz.shuffle_answers], "answers"),
            time_limit=(quiz.time_limit, 0),
            per_page=(quiz.per_page, 1),
            draw=(_draws(quiz), {}),
            review=({key: time for key, time in asdict(quiz.review).items() if time}, {}),
        ),
        "pass": quiz.pass_percent,
    }
    if quiz.bands:
        settings["overall_feedback"] = [
            {"from": band.minimum, "text": band.text.source} for band in quiz.bands
        ]
    introduction = activity_body_lines(quiz, quiz.introduction, _QUIZ_SECTION)
    return source_file(quiz, settings, [introduction, *_questions(quiz)])


def _questions(quiz: Quiz) -> Iterator[list[str]]:
    """The questions, headings and page breaks between them."""
    sections = {section.first: section for section in quiz.sections}
    for question in quiz.questions:
        if question.id in sections:
            yield [_section_heading(sections[question.id])]
        if question.id in quiz.breaks:
            yield ["---"]
        yield print_question(question).split("\n")


def _section_heading(section: QuizSection) -> str:
    if section.shuffle is not None:
        return f"# {section.title} {{shuffle={'yes' if section.shuffle else 'no'}}}"
    if "{" in section.title:  # an empty list keeps braces at the end of the title out of it
        return f"# {section.title} {{}}"
    return f"# {section.title}"


def _draws(quiz: Quiz) -> dict[str, int] | list[dict[str, Any]]:
    """``pool: count`` where that says all, else a list."""
    if all(draw.pool and not draw.tag for draw in quiz.draws):
        return {draw.pool: draw.count for draw in quiz.draws}
    return [
        {**unless_default(pool=(draw.pool, ""), tag=(draw.tag, "")), "count": draw.count}
        for draw in quiz.draws
    ]


def print_scan(scan: Scan) -> str:
    """The source of a self-scan."""
    settings = {"type": "scan", "scale": list(scan.scale), **common_settings(scan)}
    groups = [_group(group) for group in scan.groups]
    return source_file(
        scan, settings, [activity_body_lines(scan, scan.introduction, _SECTION), *groups]
    )


def print_situation(situation: Situation) -> str:
    """The source of a situation."""
    settings = {"type": "situation", **common_settings(situation)}
    body = activity_body_lines(situation, situation.introduction, _SECTION)
    return source_file(situation, settings, [body, *map(_scene_lines, situation.scenes)])


def _scene_lines(scene: Scene) -> list[str]:
    ending = (("ending", scene.ending),) if scene.ending else ()
    heading = f"## {scene.title} {attribute_list((('id', scene.id), *ending))}"
    choices = [line for choice in scene.choices for line in _choice_lines(choice)]
    return paragraphs([[heading], escaped(scene.text.source, _SCENE), choices])


def _choice_lines(choice: SceneChoice) -> list[str]:
    label = _UNSAFE_IN_LABEL.sub(r"\\\1", choice.label)
    return [f"- [{label}](#{choice.target})", *feedback(choice.consequence, "  ")]


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
        advice.append(
            quote([f"{number(entry.low)} - {number(entry.high)}: {lines[0]}", *lines[1:]])
        )
    return paragraphs([[f"## {group.title} {{#{group.id}}}"], statements, *advice])
