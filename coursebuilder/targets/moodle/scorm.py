"""A module's pages, quizzes and self-scans as one SCORM activity with the player inside."""

from coursebuilder.formats.xml import Element
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.moodle.elements import leaves, node, shown_name
from coursebuilder.targets.moodle.files import Area, Files
from coursebuilder.targets.moodle.grades import grades_of
from coursebuilder.targets.moodle.layout import CourseModule, ScormPackage
from coursebuilder.text import Html
from coursebuilder.webcourse.excerpt import ends_in_a_verdict, package_points, package_sources
from coursebuilder.webcourse.html import element, text
from coursebuilder.webcourse.scorm12 import scorm12_package

_PASSED, _PASSED_OR_COMPLETED = 2, 6
"""Statuses that complete it (scorm_status_options)."""
_COUNT_SCOS, _HIGHEST_SCORE = 0, 1
_EVERY_TIME = 3
"""Moodle compares the package with what it unpacked at each visit, so the first visit unpacks it."""
_SKIP_ALWAYS, _NO_TOC, _NO_NAVIGATION = 2, 3, 0
"""Learners come straight into the player, which has a menu of its own."""


def scorm(activity: CourseModule, content: ScormPackage, timestamp: int, tracked: bool) -> Element:
    """``<scorm>`` (mod_scorm), without ``<scoes>``: Moodle reads the manifest at the first visit."""
    part = content.course
    scored = package_points(part) > 0
    highest = grades_of(content)
    status = _PASSED if ends_in_a_verdict(part) else _PASSED_OR_COMPLETED
    return node(
        "scorm",
        *leaves(
            name=shown_name(activity.name),
            scormtype="local",
            reference=_file_name(content),
            intro=_summary(content),
            introformat=1,
            version="SCORM_1.2",
            maxgrade=int(highest[0]) if highest else 0,
            grademethod=_HIGHEST_SCORE if scored else _COUNT_SCOS,
            whatgrade=0,
            maxattempt=0,
            forcecompleted=0,
            forcenewattempt=0,
            lastattemptlock=0,
            masteryoverride=0,
            displayattemptstatus=1,
            displaycoursestructure=0,
            updatefreq=_EVERY_TIME,
            sha1hash=None,
            md5hash="",
            revision=0,
            launch=0,
            skipview=_SKIP_ALWAYS,
            hidebrowse=1,
            hidetoc=_NO_TOC,
            nav=_NO_NAVIGATION,
            navpositionleft=-100,
            navpositiontop=-100,
            auto=0,
            popup=0,
            options="",
            width=100,
            height=800,
            timeopen=0,
            timeclose=0,
            timemodified=timestamp,
            completionstatusrequired=status if tracked else None,
            completionscorerequired=None,
            completionstatusallscos=0,
            autocommit=0,
        ),
        node("scoes"),
        id=activity.instance,
    )


def add_package(
    activity: CourseModule, content: ScormPackage, files: Files, context: BuildContext
) -> None:
    """Put the package itself among the files of the activity."""
    part = content.course
    package = scorm12_package(part, package_sources(part, context), per_module=False)
    area = Area(activity.context, "mod_scorm", "package")
    file = context.pack(package, context.timestamp)
    files.add_packed(area, _file_name(content), file, "application/zip")


def _file_name(content: ScormPackage) -> str:
    return f"{content.course.modules[0].id}.zip"


def _summary(content: ScormPackage) -> Html:
    summary = content.course.modules[0].summary
    return element("p", text(summary)) if summary else Html("")
