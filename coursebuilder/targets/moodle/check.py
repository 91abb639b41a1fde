"""What the course has that Moodle shows in another way."""

import re
from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules import moodle as rules
from coursebuilder.diagnostics.rules.platform_targets import (
    GLOSSARY_AS_PAGE,
    GLOSSARY_USER_DATA,
    QUESTION_TO_ASK,
)
from coursebuilder.markup import links, plain_text
from coursebuilder.model import (
    Activity,
    Body,
    CalculatedQuestion,
    Checklist,
    ChoiceQuestion,
    Course,
    Forum,
    Glossary,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Page,
    Practice,
    Question,
    Quiz,
    Reflection,
    Scan,
    ShortAnswerQuestion,
    Situation,
    Survey,
    Tabs,
    Theme,
    TrueFalseQuestion,
)
from coursebuilder.model.scoring import choice_fractions
from coursebuilder.model.walk import activity_body, blocks
from coursebuilder.targets.moodle.check_packages import check_packages
from coursebuilder.targets.moodle.questions.bank import LINKED_HINTS_SINCE, ORDERING_SINCE
from coursebuilder.text import Span, Text
from coursebuilder.webcourse.excerpt import beside_packages

_STATIC = (
    (Reflection, rules.STATIC_REFLECTION),
    (Checklist, rules.STATIC_CHECKLIST),
    (Practice, rules.STATIC_PRACTICE),
    (Tabs, rules.STATIC_TABS),
)

_FRACTIONS = tuple(
    Decimal(text)
    for text in (
        "1", "0.9", "0.8333333", "0.8", "0.75", "0.7", "0.6666667", "0.6", "0.5", "0.4",
        "0.3333333", "0.3", "0.25", "0.2", "0.1666667", "0.1428571", "0.125", "0.1111111", "0.1",
        "0.05", "0",
    )
)  # fmt: skip
"""What the menu of weights in Moodle's question forms offers (question_bank::fraction_options)."""
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""A link out of the course."""

_CLOSE = Decimal("0.000001")

_TRUE = {"true", "right", "yes", "juist", "waar", "klopt", "ja", "vrai", "richtig", "wahr"}
_FALSE = {"false", "wrong", "no", "fout", "onjuist", "niet waar", "onwaar", "nee", "faux", "falsch"}

DRAWS_BY_TAG_SINCE = (4, 3)
"""The first Moodle whose restore finds the tag of a random question by its name."""

TITLE, MATCH, TAG = 255, 255, 50
"""Widths of Moodle's columns for names, right sides and tags."""


def check_moodle(course: Course) -> Iterator[Diagnostic]:
    """Static blocks and the like once per course, at the first place; the rest at each."""
    yield from check_packages(course)
    course = beside_packages(course)
    yield from _once(_shown_otherwise(course))
    for _, quiz in course.quizzes():
        yield from _draws(course, quiz)
        for question in quiz.questions:
            yield from _question(question)
    yield from _links_as_text(course)
    yield from _too_long(course)
    if course.theme != Theme() or course.logo.image:
        yield rules.OWN_LOOK.at(course.span)


def _once(findings: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    seen: set[Rule] = set()
    for finding in findings:
        if finding.rule not in seen:
            seen.add(finding.rule)
            yield finding


def _shown_otherwise(course: Course) -> Iterator[Diagnostic]:
    for module in course.modules:
        yield from _static_blocks(module.introduction)
        for activity in module.activities:
            yield from _static_blocks(activity_body(activity))
            match activity:
                case Page():
                    if activity.moodle == "label" and activity.required:
                        yield rules.LABEL_COMPLETION.at(course.place(activity.span, "moodle"))
                case Scan():
                    yield rules.SCAN_AS_FEEDBACK.at(activity.span)
                case Quiz():
                    yield from _ordering(course, activity)
                case Forum() if activity.kind == "qa":
                    yield QUESTION_TO_ASK.at(activity.span)
                case Glossary():
                    native = activity.moodle == "glossary"
                    place = course.place(activity.span, "moodle")
                    yield (GLOSSARY_USER_DATA if native else GLOSSARY_AS_PAGE).at(place)
                case _:
                    pass


def _static_blocks(body: Body) -> Iterator[Diagnostic]:
    for block in blocks(body):
        for kind, rule in _STATIC:
            if isinstance(block, kind):
                yield rule.at(block.span)


def _draws(course: Course, quiz: Quiz) -> Iterator[Diagnostic]:
    version = course.moodle.min_version
    for draw in quiz.draws:
        if draw.tag and version < DRAWS_BY_TAG_SINCE:
            shown = ".".join(map(str, version))
            yield rules.DRAW_BY_TAG.at(quiz.span, version=shown, tag=draw.tag)
        if "," in draw.tag:
            yield rules.TAG_WITH_COMMA.at(quiz.span, tag=draw.tag)


def _ordering(course: Course, quiz: Quiz) -> Iterator[Diagnostic]:
    version = course.moodle.min_version
    if version >= ORDERING_SINCE:
        return
    for question in quiz.questions:
        if isinstance(question, OrderingQuestion):
            shown = ".".join(map(str, version))
            yield rules.ORDERING_AS_MATCHING.at(question.span, version=shown)


def _question(question: Question) -> Iterator[Diagnostic]:
    if isinstance(question, TrueFalseQuestion):
        true, false = (
            plain_text(label.source).strip()
            for label in (question.true_label, question.false_label)
        )
        if true.lower() not in _TRUE or false.lower() not in _FALSE:
            yield rules.TRUEFALSE_LABELS.at(question.span, true=true, false=false)
    for fraction, span in _fractions(question):
        if abs(fraction) in _FRACTIONS:
            continue
        nearest = min(_FRACTIONS, key=lambda known: abs(known - abs(fraction)))
        if abs(nearest - abs(fraction)) > _CLOSE:
            sign = -1 if fraction < 0 else 1
            yield rules.UNKNOWN_FRACTION.at(
                span, weight=_percent(fraction), nearest=_percent(sign * nearest)
            )


def _fractions(question: Question) -> Iterator[tuple[Decimal, Span]]:
    """The share of each answer, and where it stands."""
    match question:
        case ChoiceQuestion():
            shares = choice_fractions(question)
            for choice, share in zip(question.choices, shares, strict=True):
                yield share, choice.text.span
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion():
            for answer in question.answers:
                yield answer.weight / 100, answer.span
        case _:
            return


def _links_as_text(course: Course) -> Iterator[Diagnostic]:
    for module in course.modules:
        for activity in module.activities:
            for text in _bare_texts(activity, course.moodle.min_version):
                for link in links(text):
                    if not _ELSEWHERE.match(link.target):
                        yield rules.LINK_AS_TEXT.at(link.span, target=link.target)


def _bare_texts(activity: Activity, version: tuple[int, int]) -> Iterator[Text]:
    """The texts in which restore makes no links."""
    if isinstance(activity, Scan):
        for group in activity.groups:
            yield from (statement.text for statement in group.statements)
    if isinstance(activity, Quiz):
        for question in activity.questions:
            if version < LINKED_HINTS_SINCE:
                yield from question.hints
            if isinstance(question, OrderingQuestion):
                whole = (question.when_correct, question.when_partial, question.when_incorrect)
                yield from (text for text in whole if text is not None)


def _percent(fraction: Decimal) -> str:
    return f"{float(fraction) * 100:.5g}"


def _too_long(course: Course) -> Iterator[Diagnostic]:
    for text, limit, span in _names(course):
        if len(text) > limit:
            shown = text[:40] + "…"
            yield rules.TOO_LONG.at(span, limit=limit, length=len(text), text=shown)
        if "$@" in text:
            yield rules.CODE_IN_NAME.at(span)


def _names(course: Course) -> Iterator[tuple[str, int, Span]]:
    """Every name, the room Moodle has for it, and where it stands."""
    for module in course.modules:
        yield module.title, TITLE, module.span
        for activity in module.activities:
            yield activity.title, TITLE, activity.span
            if isinstance(activity, Survey):
                yield from ((item.title, TITLE, item.span) for item in activity.items)
            if isinstance(activity, Situation):
                yield from _scene_names(activity)
            if isinstance(activity, Glossary):
                yield from ((term.name, TITLE, term.span) for term in activity.terms)
            if not isinstance(activity, Quiz):
                continue
            for question in activity.questions:
                yield question.name, TITLE, question.span
                yield from ((tag, TAG, question.span) for tag in question.tags)
                if isinstance(question, MatchingQuestion):
                    yield from ((option, MATCH, question.span) for option in question.options)


def _scene_names(situation: Situation) -> Iterator[tuple[str, int, Span]]:
    """A choice with a consequence gives its page the name."""
    for scene in situation.scenes:
        yield scene.title, TITLE, scene.span
        yield from ((choice.label, TITLE, choice.span) for choice in scene.choices)
