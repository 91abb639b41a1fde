"""``course.json``: the course as the player reads it (docs/player.md)."""

from collections.abc import Sequence
from itertools import groupby

from coursebuilder.model import Course, Module, Quiz
from coursebuilder.model.duration import module_minutes
from coursebuilder.webcourse.documents import quiz_points
from coursebuilder.webcourse.html import json_text
from coursebuilder.webcourse.logo import logo_json
from coursebuilder.webcourse.outline import Stop, WebOutline
from coursebuilder.webcourse.questions import Json, number, player_points


def course_json(outline: WebOutline, stops: Sequence[Stop], root: str) -> bytes:
    """The document for these pages: the whole course, or one module's when ``root`` is not empty."""
    course = outline.course
    logo = logo_json(outline)
    document: dict[str, Json] = {
        "format": 1,
        "id": course.id,
        "title": course.title,
        "language": course.language,
        "version": course.version,
        "root": root,
        "licence": course.licence,
        "authors": [author.name for author in course.authors],
        "scope": "module" if _one_of_more(course, root) else "course",
        "completion": {
            "pages": course.completion.pages,
            "quizzes": course.completion.quizzes,
        },
        "pass": number(course.completion.pass_percent),
        **({"logo": logo} if logo else {}),
        **(_neighbours(course, stops[0].module) if root else {}),
        "modules": [
            _module(outline, tuple(group))
            for _, group in groupby(stops, key=lambda stop: stop.module.id)
        ],
    }
    return json_text(document).encode()


def _one_of_more(course: Course, root: str) -> bool:
    """Whether the course goes on elsewhere when these pages are done."""
    return course.excerpt or (bool(root) and len(course.modules) > 1)


def _neighbours(course: Course, module: Module) -> dict[str, Json]:
    """The modules before and after one that has a shell of its own."""
    at = course.modules.index(module)
    around = {"previous": course.modules[:at][-1:], "next": course.modules[at + 1 :][:1]}
    return {
        side: {"id": found[0].id, "title": found[0].title}
        for side, found in around.items()
        if found
    }


def _module(outline: WebOutline, stops: Sequence[Stop]) -> dict[str, Json]:
    module: Module = stops[0].module
    return {
        "id": module.id,
        "title": module.title,
        "summary": module.summary,
        "duration": module_minutes(module),
        "objectives": [
            {"id": objective.id, "text": objective.text} for objective in module.objectives
        ],
        "prerequisites": list(module.prerequisites),
        "activities": [_activity(outline, stop) for stop in stops],
    }


def _activity(outline: WebOutline, stop: Stop) -> dict[str, Json]:
    entry: dict[str, Json] = {
        "id": stop.id,
        "key": stop.key,
        "type": stop.kind,
        "title": stop.title,
        "href": stop.path,
        "duration": stop.minutes,
        "required": stop.required,
        "objectives": list(stop.activity.objectives) if stop.activity else [],
    }
    quiz = stop.activity
    if isinstance(quiz, Quiz):
        entry["points"] = number(quiz_points(quiz))
        entry["pass"] = number(quiz.pass_percent)
        entry["grading"] = quiz.grading
        if quiz.attempts:
            entry["attempts"] = quiz.attempts
        entry["questions"] = [
            {
                "id": question.id,
                "key": outline.question_keys[f"{stop.id}/{question.id}"],
                "points": number(player_points(question)),
            }
            for question in quiz.questions
        ]
    return entry
