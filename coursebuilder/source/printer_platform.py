"""Activities of the platform's own as Markdown."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from coursebuilder.markup.attributes import attribute_list
from coursebuilder.model import (
    Assignment,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    PlatformActivity,
    Poll,
    Survey,
    SurveyItem,
    Term,
    WebLink,
)
from coursebuilder.source.printer_blocks import file_address
from coursebuilder.source.printer_file import (
    activity_body_lines,
    common_settings,
    source_file,
    unless_default,
)
from coursebuilder.source.printer_text import BODY, item, number, paragraphs

_TERM = rf"{BODY}|:(?:[ \t]|$)"
_FORM = rf"{BODY}|##(?:[ \t]|$)"
_POLL = rf"{BODY}|[-*+][ \t]+(?:\( \)|\[ \])"
_MARKERS = {"choice": "- ( )", "choices": "- [ ]"}


def print_platform(activity: PlatformActivity) -> str:
    """The source of an assignment, forum, glossary, form, poll, link, file or folder."""
    path = activity.span.path
    match activity:
        case Assignment():
            tables = [_rubric_lines(activity), _guide_lines(activity)]
            return _print(activity, "assignment", _assignment_settings(activity), tables)
        case Forum():
            given = unless_default(
                kind=(activity.kind, "general"),
                discussions=(activity.discussions, 0),
                posts=(activity.posts, 0),
            )
            return _print(activity, "forum", given)
        case Glossary():
            given = unless_default(
                moodle=(activity.moodle, "page"),
                mentions=(activity.mentions, "first"),
                import_file=(activity.import_file, False),
            )
            return _print(activity, "glossary", given, map(_term_lines, activity.terms), _TERM)
        case Survey():
            given = unless_default(anonymous=(activity.anonymous, True))
            return _print(activity, "feedback", given, map(_item_lines, activity.items), _FORM)
        case Poll():
            given = unless_default(
                change=(activity.change, True), results=(activity.results, "after")
            )
            options = _option_lines("choices" if activity.multiple else "choice", activity.options)
            return _print(activity, "choice", given, [options], _POLL)
        case WebLink():
            return _print(activity, "url", {"url": activity.url})
        case FileOffer():
            return _print(activity, "file", {"file": file_address(activity.file, path)})
        case Folder():
            return _print(activity, "folder", {"files": _addresses(activity.files, path)})
        case _:
            assert_never(activity)


def _print(
    activity: PlatformActivity,
    kind: str,
    settings: dict[str, Any],
    parts: Iterable[list[str]] = (),
    notation: str = BODY,
) -> str:
    front = {"type": kind, **settings, **common_settings(activity)}
    body = activity_body_lines(activity, activity.body, notation)
    return source_file(activity, front, [body, *parts])


def _assignment_settings(assignment: Assignment) -> dict[str, Any]:
    return unless_default(
        submission=(list(assignment.submission), ["text", "file"]),
        max_files=(assignment.max_files, 3),
        grade=(assignment.grade, None),
        files=(_addresses(assignment.files, assignment.span.path), []),
    )


def _addresses(paths: Sequence[str], source: str) -> list[str]:
    return [file_address(path, source) for path in paths]


def _rubric_lines(assignment: Assignment) -> list[str]:
    """A column for each number of points that some criterion has."""
    rubric = assignment.rubric
    if not rubric:
        return []
    columns = sorted({level.points for row in rubric for level in row.levels})
    rows = [[assignment.rubric_heading, *map(number, columns)], ["---"] * (len(columns) + 1)]
    for criterion in rubric:
        texts = {level.points: level.text for level in criterion.levels}
        rows.append([criterion.text, *(texts.get(points, "") for points in columns)])
    return ["::: rubric", *map(_row, rows), ":::"]


def _guide_lines(assignment: Assignment) -> list[str]:
    guide = assignment.guide
    if guide is None:
        return []
    width = len(guide.heading)
    rows = [list(guide.heading), ["---"] * width]
    for criterion in guide.criteria:
        whole = [criterion.text, number(criterion.points), criterion.learners, criterion.markers]
        rows.append(whole[:width])
    return ["::: guide", *map(_row, rows), ":::"]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return re.sub(r"([\\|])", r"\\\1", text)


def _term_lines(term: Term) -> list[str]:
    aliases = (("aliases", ", ".join(term.aliases)),) if term.aliases else ()
    attributes = attribute_list((("id", term.id), *aliases))
    return [f"{term.name} {attributes}", *item(":", term.definition.source)]


def _item_lines(question: SurveyItem) -> list[str]:
    more = [("required", "yes")] if question.required else []
    if question.lines != 5:
        more.append(("lines", str(question.lines)))
    heading = f"## {question.title} {attribute_list((('id', question.id), *more))}"
    return paragraphs([[heading], _option_lines(question.kind, question.options)])


def _option_lines(kind: str, options: Sequence[str]) -> list[str]:
    if kind == "rating":
        return [f"{place}. {option}" for place, option in enumerate(options, 1)]
    return [f"{_MARKERS[kind]} {option}" for option in options]
