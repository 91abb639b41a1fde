"""When activities and the course are complete, when they open, and the badges for it."""

import json
from collections.abc import Iterator, Sequence

from lxml import etree

from coursebuilder.inspection.documents import as_whole, child_text, decimal, whole
from coursebuilder.inspection.moodle.backup import Activity, Backup, date_of, name_of, value
from coursebuilder.inspection.result import Branch, Said, Value, counted, said

_BY_HAND, _BY_CONDITIONS = 1, 2
_PASSED, _COMPLETED = 2, 4
"""Bits of the statuses that complete a package (scorm_status_options)."""
_DEEPEST = 8
"""Conditions within conditions that are looked into."""


def completion_of(activity: Activity, backup: Backup) -> Said:
    """When Moodle counts the activity as complete, in words."""
    module = backup.module(activity)
    mode = 0 if module is None else whole(module, "completion")
    if module is None or mode not in (_BY_HAND, _BY_CONDITIONS):
        return said("completion not tracked")
    if mode == _BY_HAND:
        return said("ticked by the learner")
    conditions = [*_common(module), *_own(activity, backup.settings(activity))]
    return said("complete {when}", when=_joined(False, conditions or [_unknown()]))


def _unknown() -> Said:
    return said("on a condition of its own")


def _common(module: etree._Element) -> Iterator[Said]:
    """The conditions that any activity can have."""
    if whole(module, "completionview"):
        yield said("when viewed")
    if whole(module, "completionpassgrade"):
        yield said("when passed")
    elif value(module, "completiongradeitemnumber"):
        yield said("when graded")


def _own(activity: Activity, settings: etree._Element | None) -> Iterator[Said]:
    """The conditions of its kind."""
    if settings is None:
        return
    match activity.kind:
        case "assign" | "feedback" | "choice" if whole(settings, "completionsubmit"):
            yield said("when handed in")
        case "quiz":
            if count := whole(settings, "completionminattempts"):
                yield counted("after {count} attempt", "after {count} attempts", count)
            if whole(settings, "completionattemptsexhausted"):
                yield said("when no attempt is left")
        case "lesson":
            if whole(settings, "completionendreached"):
                yield said("when an end is reached")
            if seconds := whole(settings, "completiontimespent"):
                yield said("after {minutes} minutes in it", minutes=seconds // 60)
        case "forum":
            yield from _messages(settings)
        case "glossary" | "data" if count := whole(settings, "completionentries"):
            yield counted("after {count} entry", "after {count} entries", count)
        case "scorm":
            yield from _statuses(settings)


def _messages(settings: etree._Element) -> Iterator[Said]:
    if count := whole(settings, "completiondiscussions"):
        yield counted("after {count} discussion begun", "after {count} discussions begun", count)
    if count := whole(settings, "completionreplies"):
        yield counted("after {count} reply", "after {count} replies", count)
    if count := whole(settings, "completionposts"):
        yield counted("after {count} message", "after {count} messages", count)


def _statuses(settings: etree._Element) -> Iterator[Said]:
    bits = whole(settings, "completionstatusrequired")
    if bits & _PASSED and bits & _COMPLETED:
        yield said("when the package says passed or completed")
    elif bits & _PASSED:
        yield said("when the package says passed")
    elif bits & _COMPLETED:
        yield said("when the package says completed")
    if value(settings, "completionscorerequired"):
        yield said("from score {score} on", score=decimal(settings, "completionscorerequired"))


_STATES = {
    0: "{name} is not complete",
    2: "{name} is complete and passed",
    3: "{name} is complete and failed",
}
"""What is expected of an activity, beside that it is complete."""


def available(condition: str, backup: Backup) -> Said | None:
    """When something opens, in words; None without a condition."""
    try:
        tree = json.loads(condition) if condition else {}
    except (ValueError, RecursionError):
        return said("opens on a condition that cannot be read")
    if not isinstance(tree, dict) or not tree.get("c"):
        return None
    shown = tree.get("showc", tree.get("show", True))
    hidden = shown is False or (isinstance(shown, list) and bool(shown) and not any(shown))
    when = _condition(tree, backup)
    return (
        said("hidden until {when}", when=when) if hidden else said("opens when {when}", when=when)
    )


def _condition(tree: object, backup: Backup, depth: int = 0) -> Value:
    """One condition, or several joined as ``op`` says (core_availability, tree.php)."""
    if not isinstance(tree, dict) or depth > _DEEPEST:
        return "…"
    inner = tree.get("c")
    if not isinstance(inner, list):
        return _leaf(tree, backup)
    operator = str(tree.get("op", "&"))
    joined = _joined(operator.endswith("|"), [_condition(one, backup, depth + 1) for one in inner])
    return said("not ({when})", when=joined) if operator.startswith("!") else joined


def _leaf(leaf: dict[str, object], backup: Backup) -> Value:
    match leaf.get("type"):
        case "completion":
            name = _activity(str(leaf.get("cm")), backup)
            state = as_whole(str(leaf.get("e")))
            return said(_STATES.get(state, "{name} is complete"), name=name)
        case "grade":
            return _by_grade(leaf, backup)
        case "date":
            date = date_of(as_whole(str(leaf.get("t"))))
            return said("before {date}" if leaf.get("d") == "<" else "from {date} on", date=date)
        case "group" | "grouping":
            return said("the learner is in a certain group")
        case "profile":
            return said("a field of the learner's profile says so")
        case other:
            return said("a condition of the kind {kind} is met", kind=str(other))


def _by_grade(leaf: dict[str, object], backup: Backup) -> Said:
    name = backup.graded.get(str(leaf.get("id")), "?")
    low, high = leaf.get("min"), leaf.get("max")
    if low is not None and high is not None:
        return said("{name} has from {low} to {high} %", name=name, low=f"{low}", high=f"{high}")
    if low is not None:
        return said("{name} has {low} % or more", name=name, low=f"{low}")
    if high is not None:
        return said("{name} has less than {high} %", name=name, high=f"{high}")
    return said("{name} has a grade", name=name)


def _activity(id: str, backup: Backup) -> Value:
    if id == "-1":
        return said("the activity before")
    return backup.names.get(id) or said("an activity that is not in the backup")


def _joined(any_of: bool, parts: Sequence[Value]) -> Value:
    """All parts in one, "or" or "and" between each two."""
    joined: Value = parts[0] if parts else ""
    for part in parts[1:]:
        joined = said("{one} or {other}" if any_of else "{one} and {other}", one=joined, other=part)
    return joined


_ALL = 1


def course_completion(backup: Backup) -> Iterator[Branch]:
    """What completes the course: the activities first."""
    asked: list[Branch] = []
    others: list[Branch] = []
    for criterion in backup.each("completion.xml", "course_completion_criteria"):
        match whole(criterion, "criteriatype"):
            case 4:
                name = backup.names.get(value(criterion, "moduleinstance"), "?")
                asked.append(Branch(name, fine=True))
            case 6:
                points = decimal(criterion, "gradepass")
                others.append(Branch(said("a course total of {points} or more", points=points)))
            case 1:
                others.append(Branch(said("the learner says so")))
            case 2:
                others.append(Branch(said("a date has come")))
            case 5:
                others.append(Branch(said("a time after enrolment has gone by")))
            case 7:
                others.append(Branch(said("a trainer says so")))
            case 8:
                others.append(Branch(said("another course is complete")))
    if asked:
        every = _method(backup, "4") == _ALL
        count = len(asked)
        text = (
            counted(
                "the activity that counts for it", "all {count} activities that count for it", count
            )
            if every
            else counted("the activity that counts for it", "one of {count} activities", count)
        )
        yield Branch(text, below=tuple(asked))
    if asked and others and _method(backup, "") != _ALL:
        yield Branch(said("or one of these:"), below=tuple(others))
    else:
        yield from others


def _method(backup: Backup, kind: str) -> int:
    for method in backup.each("completion.xml", "course_completion_aggr_methd"):
        if value(method, "criteriatype") == kind:
            return whole(method, "method")
    return _ALL


def badges(backup: Backup) -> Iterator[Branch]:
    """Each badge, and what it takes."""
    for badge in backup.each("badges.xml", "badge"):
        on = whole(badge, "status") in (1, 3)  # active, and the same when it was given to somebody
        state = said("switched on") if on else said("off until a trainer switches it on")
        yield Branch(name_of(badge), (state,), tuple(_asked(badge, backup)))


def _asked(badge: etree._Element, backup: Backup) -> Iterator[Branch]:
    for criterion in badge.iter("criterion"):
        for parameter in criterion.iter("parameter"):
            if child_text(parameter, "name").startswith("module_"):
                yield Branch(backup.names.get(value(parameter, "value"), "?"))
