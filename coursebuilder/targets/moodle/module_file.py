"""``module.xml``: what Moodle keeps of every activity, its completion first of all."""

from dataclasses import dataclass
from typing import assert_never

from coursebuilder.formats.xml import Element
from coursebuilder.model import (
    Assignment,
    Completion,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    Page,
    Poll,
    Quiz,
    Scan,
    Situation,
    Survey,
    WebLink,
)
from coursebuilder.targets.moodle.elements import leaves, node, short
from coursebuilder.targets.moodle.layout import (
    Book,
    CourseModule,
    ImportFile,
    Label,
    ScormPackage,
    Section,
)

MODULE_VERSION = 2022112800
"""Version of the activity plugins written for: those of Moodle 4.1."""

_NONE, _MANUAL, _AUTOMATIC = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracking:
    """When Moodle counts an activity as complete."""

    mode: int = _NONE
    viewed: bool = False
    passed: bool = False
    submitted: bool = False
    """The activity's own rule: an attempt made, answers sent, an ending reached, the player's status."""

    @property
    def counts(self) -> bool:
        """Whether the activity can be complete at all."""
        return self.mode != _NONE


def tracking(activity: CourseModule, completion: Completion) -> Tracking:
    """Required activities as the course asks; the others the learner may tick off."""
    content = activity.content
    if activity.hidden:
        return Tracking()
    if isinstance(content, Label):
        ticked = content.page is not None and completion.pages == "viewed"
        return Tracking(mode=_MANUAL) if ticked else Tracking()
    asked = completion.quizzes if isinstance(content, Quiz) else completion.pages
    if isinstance(content, ScormPackage) and asked == "none":
        asked = completion.quizzes
    if asked == "none":
        return Tracking()
    if not activity.required:
        return Tracking(mode=_MANUAL)
    match content:
        case Page() | Book() | Glossary() | WebLink() | FileOffer() | Folder() | ImportFile():
            return Tracking(mode=_AUTOMATIC, viewed=True)
        case Forum():
            written = bool(content.discussions or content.posts)
            return Tracking(mode=_AUTOMATIC, viewed=not written, submitted=written)
        case ScormPackage():
            return Tracking(mode=_AUTOMATIC, submitted=True)
        case Scan() | Situation() | Assignment() | Survey() | Poll():
            return Tracking(mode=_AUTOMATIC, submitted=True)
        case Quiz():
            passed = asked == "passed"
            return Tracking(mode=_AUTOMATIC, passed=passed, submitted=not passed)
        case _:
            assert_never(content)


def counts_for_course(activity: CourseModule, completion: Completion) -> bool:
    """Whether completing the course takes completing this activity."""
    return activity.required and tracking(activity, completion).counts


def module_file(
    activity: CourseModule, section: Section, completion: Completion, timestamp: int
) -> Element:
    """``<module>``, the row of Moodle's table ``course_modules``."""
    rule = tracking(activity, completion)
    return node(
        "module",
        *leaves(
            modulename=activity.kind,
            sectionid=section.id,
            sectionnumber=section.number,
            idnumber=short(activity.key, 100),
            added=timestamp,
            score=0,
            indent=0,
            visible=int(not activity.hidden),
            visibleoncoursepage=1,
            visibleold=1,
            groupmode=0,
            groupingid=0,
            completion=rule.mode,
            completiongradeitemnumber=0 if rule.passed else None,
            completionpassgrade=int(rule.passed),
            completionview=int(rule.viewed),
            completionexpected=0,
            availability=None,
            showdescription=int(activity.kind == "label"),
            downloadcontent=1,
            lang=None,
        ),
        node("tags"),
        id=activity.id,
        version=MODULE_VERSION,
    )
