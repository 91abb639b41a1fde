"""The settings of Moodle's other activities: what is handed in, asked, offered."""

from collections.abc import Iterator

from lxml import etree

from coursebuilder.inspection.documents import decimal, whole
from coursebuilder.inspection.moodle.backup import Activity, Backup, date_of, name_of, value
from coursebuilder.inspection.moodle.lesson import lesson_branches, lesson_details
from coursebuilder.inspection.result import Branch, Bytes, Said, Value, counted, said

_FORUMS = {
    "general": "everybody opens discussions",
    "single": "one discussion for all",
    "qanda": "question and answer",
    "eachuser": "one discussion each",
    "blog": "everybody opens discussions",
}
_RESULTS = {
    0: "results hidden",
    1: "results after choosing",
    2: "results once closed",
    3: "results always",
}
_ITEMS = {
    "textarea": "text",
    "textfield": "text in one line",
    "numeric": "number",
    "label": "text without a question",
    "info": "information",
    "captcha": "captcha",
}
_CHOICES = {"r": "choice of one", "c": "choice of several", "d": "choice of one"}
_HIGHEST, _COUNT_SCOS = 1, 0
_NAMED = 2
"""Answers of a form with the names of who gave them (FEEDBACK_ANONYMOUS_NO)."""


def platform_details(
    activity: Activity, settings: etree._Element, backup: Backup
) -> Iterator[Value]:
    """The activity's own settings in short."""
    match activity.kind:
        case "assign":
            yield from _assignment(settings)
        case "forum":
            kind = value(settings, "type")
            yield said(_FORUMS.get(kind, "another kind of forum"))
        case "lesson":
            yield from lesson_details(settings)
        case "choice":
            yield from _choice(settings)
        case "feedback":
            named = whole(settings, "anonymous") == _NAMED
            yield said("answers with names") if named else said("anonymous answers")
            count = sum(1 for _ in settings.iter("item"))
            yield counted("{count} question", "{count} questions", count)
        case "url":
            yield value(settings, "externalurl")
        case "resource" | "folder":
            files = backup.files_of(activity, "content")
            if activity.kind == "folder":
                yield counted("{count} file", "{count} files", len(files))
            else:
                for file in files:
                    yield from (file.name, Bytes(file.size))
        case "book":
            count = sum(1 for _ in settings.iter("chapter"))
            yield counted("{count} chapter", "{count} chapters", count)
        case "glossary":
            count = sum(1 for _ in settings.iter("entry"))
            yield counted("{count} entry", "{count} entries", count)
        case "scorm":
            yield from _scorm(settings)


def _assignment(settings: etree._Element) -> Iterator[Said]:
    configs = {
        (value(one, "plugin"), value(one, "name")): value(one, "value")
        for one in settings.iter("plugin_config")
        if value(one, "subtype") == "assignsubmission"
    }
    if configs.get(("onlinetext", "enabled")) == "1":
        yield said("text is handed in")
    if configs.get(("file", "enabled")) == "1":
        most = configs.get(("file", "maxfilesubmissions"), "?")
        yield said("files are handed in, {count} at most", count=most)
    points = decimal(settings, "grade")
    if points > 0:
        yield said("out of {points}", points=points)
    else:
        yield said("marked on a scale") if points < 0 else said("not marked")
    if due := whole(settings, "duedate"):
        yield said("due on {date}", date=date_of(due))
    if last := whole(settings, "cutoffdate"):
        yield said("closes on {date}", date=date_of(last))


def _choice(settings: etree._Element) -> Iterator[Said]:
    yield counted("{count} option", "{count} options", sum(1 for _ in settings.iter("option")))
    if whole(settings, "allowmultiple"):
        yield said("several may be chosen")
    if whole(settings, "allowupdate"):
        yield said("may be changed")
    results = whole(settings, "showresults")
    yield said(_RESULTS.get(results, "results hidden"))


def _scorm(settings: etree._Element) -> Iterator[Said]:
    if whole(settings, "grademethod") == _COUNT_SCOS:
        yield said("graded by what is completed")
    else:
        yield said("out of {points}", points=decimal(settings, "maxgrade"))
    attempts = whole(settings, "maxattempt")
    if attempts:
        yield counted("{count} attempt", "{count} attempts", attempts)
    else:
        yield said("any number of attempts")


def platform_branches(
    activity: Activity, settings: etree._Element, backup: Backup
) -> Iterator[Branch]:
    """What is in the activity: pages, chapters, files, options, criteria."""
    match activity.kind:
        case "assign":
            yield from _criteria(activity, backup)
        case "lesson":
            yield from lesson_branches(settings)
        case "choice":
            for option in settings.iter("option"):
                yield Branch(name_of(option, "text"), fine=True)
        case "feedback":
            yield from map(_item, settings.iter("item"))
        case "folder":
            for file in backup.files_of(activity, "content"):
                yield Branch(file.name, (Bytes(file.size),), fine=True)
        case "book":
            yield from _chapters(settings)
        case "glossary":
            for entry in settings.iter("entry"):
                yield Branch(name_of(entry, "concept"), fine=True)


def _criteria(activity: Activity, backup: Backup) -> Iterator[Branch]:
    """The rubric or marking guide."""
    path = f"{activity.folder}/grading.xml"
    for criterion in backup.each(path, "criterion"):
        levels = (
            said("{points}: {text}", points=decimal(level, "score"), text=name_of(level, "definition"))
            for level in criterion.iter("level")
        )  # fmt: skip
        below = tuple(Branch(level, fine=True) for level in levels)
        yield Branch(name_of(criterion, "description"), (said("criterion of the rubric"),), below)
    for criterion in backup.each(path, "guidecriterion"):
        points = said("{points} points at most", points=decimal(criterion, "maxscore"))
        yield Branch(name_of(criterion, "shortname"), (said("marking guide"), points))


def _item(item: etree._Element) -> Branch:
    kind = value(item, "typ")
    if kind in ("multichoice", "multichoicerated"):
        shown = _CHOICES.get(value(item, "presentation")[:1], "choice of one")
        kinds = [said("rating") if kind == "multichoicerated" else said(shown)]
    else:
        kinds = [said(_ITEMS[kind]) if kind in _ITEMS else said("{kind}", kind=kind)]
    if whole(item, "required"):
        kinds.append(said("has to be answered"))
    return Branch(name_of(item), tuple(kinds), fine=True)


def _chapters(book: etree._Element) -> Iterator[Branch]:
    """Each chapter with its subchapters."""
    above: str | None = None
    below: list[Branch] = []
    for chapter in sorted(book.iter("chapter"), key=lambda one: whole(one, "pagenum")):
        title = name_of(chapter, "title")
        if whole(chapter, "subchapter"):
            below.append(Branch(title, fine=True))
            continue
        if above is not None or below:
            yield Branch(above or "", (), tuple(below), fine=True)
        above, below = title, []
    if above is not None or below:
        yield Branch(above or "", (), tuple(below), fine=True)
