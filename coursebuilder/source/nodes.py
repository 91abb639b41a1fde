"""Checked settings and bodies to the nodes of the model. Keys that are not given keep its defaults."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.schema import REPEATED_BAND
from coursebuilder.markup import file_path, outline
from coursebuilder.model import (
    Author,
    Band,
    Body,
    Checklist,
    Completion,
    Draw,
    Logo,
    MoodleSettings,
    Objective,
    Outline,
    Page,
    Practice,
    Quiz,
    Reflection,
    Review,
    Scan,
    ScanGroup,
    Scene,
    Scorm2004Settings,
    SiteSettings,
    Situation,
    Suppression,
    Theme,
)
from coursebuilder.model.walk import activity_texts, blocks, body_texts
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.source.naming import Named
from coursebuilder.source.questions import QuizBody
from coursebuilder.source.settings import Settings
from coursebuilder.text import NOWHERE, Markdown, Span, Text

_SHUFFLE = {
    "answers": (False, True),
    "questions": (True, False),
    "both": (True, True),
    "none": (False, False),
}
"""``shuffle:`` -> whether questions, and whether answers are shuffled."""


def course_head(path: str, settings: Settings) -> CourseHead:
    """What ``course.yml`` says."""
    data = settings.data
    moodle = data.get("moodle", {})
    authors = (author for _, author in settings.items("authors") if "name" in author)
    return CourseHead(
        id=settings.text("id") or "course",
        title=settings.text("title"),
        authors=tuple(Author(**author) for author in authors),
        thumbnail=file_path(path, settings.text("thumbnail")),
        completion=_completion(data.get("completion", {})),
        moodle=_moodle(moodle),
        scorm2004=Scorm2004Settings(**_given(data.get("scorm2004", {}), "edition")),
        site=_site(data.get("site", {})),
        theme=_theme(settings),
        logo=_logo(path, settings),
        suppressions=tuple(_suppressions(settings, Span(path))),
        span=Span(path),
        audience=settings.words("audience"),
        levels=settings.words("levels"),
        keywords=settings.words("keywords"),
        modules=settings.words("modules"),
        **_given(moodle, "pages"),
        **_given(data, "language", "version", "summary", "licence", "publisher"),
        **_given(data, "packaging", "control_documents"),
    )


def module_head(path: str, settings: Settings, named: Named, introduction: Body) -> ModuleHead:
    """What a ``module.md`` says."""
    data = settings.data
    objectives = data.get("objectives", {}).items()
    return ModuleHead(
        id=named.id,
        title=named.title,
        introduction=introduction,
        objectives=tuple(Objective(id=id, text=text) for id, text in objectives),
        prerequisites=settings.words("prerequisites"),
        image=file_path(path, settings.text("image")),
        outline=_outline(body_texts(introduction), introduction),
        span=Span(path),
        **_given(data, "summary", "duration", "image_alt", "pages", "audience"),
    )


def page(settings: Settings, named: Named, body: Body, span: Span) -> Page:
    """A page."""
    return Page(
        id=named.id,
        title=named.title,
        body=body,
        objectives=settings.words("objectives"),
        outline=_outline(body_texts(body), body),
        span=span,
        **_given(settings.data, "duration", "required", "moodle"),
    )


def quiz(
    settings: Settings, named: Named, body: QuizBody, span: Span
) -> tuple[Quiz, tuple[Diagnostic, ...]]:
    """A quiz with its introduction and questions, and findings about its settings."""
    data = settings.data
    bands, found = _bands(settings)
    shuffle_questions, shuffle_answers = _SHUFFLE[data.get("shuffle", "answers")]
    node = Quiz(
        id=named.id,
        title=named.title,
        introduction=body.introduction,
        questions=body.questions,
        sections=body.sections,
        breaks=body.breaks,
        draws=tuple(_draws(settings)),
        review=Review(**data.get("review", {})),
        shuffle_questions=shuffle_questions,
        shuffle_answers=shuffle_answers,
        bands=bands,
        objectives=settings.words("objectives"),
        span=span,
        **_percent(data),
        **_given(data, "attempts", "grading", "time_limit", "per_page", "duration", "required"),
        **({"behaviour": data["feedback"]} if "feedback" in data else {}),
    )
    ids = (question.id for question in body.questions)
    return replace(node, outline=_outline(activity_texts(node), body.introduction, ids)), found


def _draws(settings: Settings) -> Iterator[Draw]:
    """``pool: count``, or a list that names tags too; those from the same questions are one."""
    given = settings.data.get("draw", {})
    if isinstance(given, dict):
        named = ((pool, "", count) for pool, count in given.items())
    else:
        items = (item for _, item in settings.items("draw") if "count" in item)
        named = ((item.get("pool", ""), item.get("tag", ""), item["count"]) for item in items)
    counts: Counter[tuple[str, str]] = Counter()
    for pool, tag, count in named:
        counts[pool, tag] += count
    return (Draw(pool=pool, tag=tag, count=count) for (pool, tag), count in counts.items())


def scan(
    settings: Settings, named: Named, content: tuple[Body, tuple[ScanGroup, ...]], span: Span
) -> Scan:
    """A self-scan with its introduction and groups."""
    introduction, groups = content
    node = Scan(
        id=named.id,
        title=named.title,
        introduction=introduction,
        scale=settings.words("scale"),
        groups=groups,
        objectives=settings.words("objectives"),
        span=span,
        **_given(settings.data, "duration", "required"),
    )
    ids = (group.id for group in groups)
    return replace(node, outline=_outline(activity_texts(node), introduction, ids))


def situation(
    settings: Settings, named: Named, content: tuple[Body, tuple[Scene, ...]], span: Span
) -> Situation:
    """A situation with its scenes."""
    introduction, scenes = content
    node = Situation(
        id=named.id,
        title=named.title,
        introduction=introduction,
        scenes=scenes,
        objectives=settings.words("objectives"),
        span=span,
        **_given(settings.data, "duration", "required"),
    )
    ids = (scene.id for scene in scenes)
    return replace(node, outline=_outline(activity_texts(node), introduction, ids))


def _outline(texts: Iterable[Text], body: Body, ids: Iterable[str] = ()) -> Outline:
    """The outline of a file whose own anchors are ``ids`` and those of the blocks in ``body``."""
    return outline(texts, (*ids, *block_ids(body)))


def block_ids(body: Body) -> Iterator[str]:
    """The ids of the reflections, checklists and practice questions of a body."""
    for block in blocks(body):
        match block:
            case Reflection() | Checklist():
                yield block.id
            case Practice():
                yield block.question.id
            case _:
                pass


def _completion(data: Mapping[str, Any]) -> Completion:
    return Completion(**_given(data, "pages", "quizzes"), **_percent(data))


def _percent(data: Mapping[str, Any]) -> dict[str, Any]:
    return {"pass_percent": Decimal(data["pass"])} if "pass" in data else {}


def _moodle(data: Mapping[str, Any]) -> MoodleSettings:
    given = _given(
        data, "short_name", "category", "question_bank", "start_text", "force_language",
        "closed_modules", "completion_grade", "badges",
    )  # fmt: skip
    if "min_version" in data:
        major, minor = data["min_version"].split(".")
        given["min_version"] = (int(major), int(minor))
    return MoodleSettings(**given)


def _site(data: Mapping[str, Any]) -> SiteSettings:
    url = data.get("url", "")
    return SiteSettings(url=f"{url.rstrip('/')}/" if url else "")


def _theme(settings: Settings) -> Theme:
    data, places = settings.data.get("theme", {}), settings.places
    return Theme(
        accent_span=places.get("theme/accent", NOWHERE),
        accent_dark_span=places.get("theme/accent_dark", NOWHERE),
        **_given(data, "accent", "accent_dark", "font", "heading_font", "corners"),
    )


def _logo(path: str, settings: Settings) -> Logo:
    data, places = settings.data.get("logo", {}), settings.places
    return Logo(
        image=file_path(path, data.get("image", "")),
        dark=file_path(path, data.get("dark", "")),
        span=places.get("logo/image", NOWHERE),
        dark_span=places.get("logo/dark", NOWHERE),
        **_given(data, "alt"),
    )


def _suppressions(settings: Settings, default: Span) -> Iterator[Suppression]:
    for index, item in settings.items("suppress"):
        if "code" in item and "reason" in item:
            yield Suppression(**item, span=settings.places.get(f"suppress/{index}", default))


def _bands(settings: Settings) -> tuple[tuple[Band, ...], tuple[Diagnostic, ...]]:
    """The bands of overall feedback, highest first; one that starts where another does is reported."""
    bands: dict[Decimal, Band] = {}
    found: list[Diagnostic] = []
    for index, item in settings.items("overall_feedback"):
        if "from" not in item or "text" not in item:
            continue
        minimum = Decimal(item["from"])
        route = f"overall_feedback/{index}"
        if minimum in bands:
            found.append(REPEATED_BAND.at(settings.places[f"{route}/from"], minimum=minimum))
            continue
        text = Text(Markdown(item["text"]), settings.places[f"{route}/text"])
        bands[minimum] = Band(minimum=minimum, text=text)
    return tuple(sorted(bands.values(), key=lambda band: -band.minimum)), tuple(found)


def _given(data: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Those of the keys that are given, to fill fields of the same name."""
    return {key: data[key] for key in keys if key in data}
