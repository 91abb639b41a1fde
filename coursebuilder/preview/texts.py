"""What the preview's own page says."""

from collections.abc import Mapping
from types import MappingProxyType

from coursebuilder.i18n import LANGUAGES, translate

_FIELDS = ("count", "time", "size", "limit", "title")

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "preview": "Preview",
        "width": "Width",
        "phone": "Phone",
        "desktop": "Desktop",
        "colours": "Colours",
        "system": "System",
        "light": "Light",
        "dark": "Dark",
        "course": "The course",
        "lms": "LMS",
        "moodle": "Moodle",
        "panels": "Panels",
        "findings": "Findings",
        "noFindings": "No findings",
        "error1": "{count} error",
        "errors": "{count} errors",
        "warning1": "{count} warning",
        "warnings": "{count} warnings",
        "info1": "{count} note",
        "infos": "{count} notes",
        "hideFindings": "Hide findings",
        "showFindings": "Show findings",
        "stale": "The course cannot be read as it is now. You see its last good version.",
        "nothing": "The course cannot be shown yet: mend the errors first.",
        "hint": "hint",
        "error": "error",
        "warning": "warning",
        "info": "info",
        "gone": "The preview has stopped. Start it again in the terminal.",
        "updated": "Updated at {time}",
        "leave": "Leave",
        "resume": "Resume",
        "reset": "Reset",
        "resetDone": "The learner starts from nothing.",
        "failure": "Let the LMS fail",
        "failNo": "No",
        "failStart": "it refuses to start",
        "failSet": "it refuses to keep anything",
        "failThrow": "every call throws",
        "left": "The learner has left the course.",
        "session": "Session",
        "sessionNew": "not started",
        "sessionOpen": "open",
        "sessionOver": "ended",
        "standard": "Standard",
        "language": "Language",
        "scos": "Modules in the package",
        "needs": "opens when its prerequisites are passed",
        "moved": "The platform opens {title}.",
        "status": "Status",
        "completionStatus": "Completion",
        "success": "Success",
        "scaled": "Scaled score",
        "progress": "Progress",
        "objectives": "Objectives",
        "objective": "Objective",
        "score": "Score",
        "location": "Location",
        "entry": "Entry",
        "time": "Total time",
        "suspend": "Suspend data",
        "size": "{size} of {limit} characters",
        "interactions": "Interactions",
        "none": "None",
        "noInteractions": "None yet",
        "question": "Question",
        "answer": "Answer",
        "result": "Result",
        "log": "Calls",
        "call": "Call",
        "returned": "Returned",
        "code": "Error",
        "clear": "Clear the list",
        "moodleNothing": "Moodle gets no backup while there are errors: mend them first.",
        "moodleStale": "There are errors now. You see what Moodle would get without them.",
        "moodleMaking": "The backup is being made.",
        "moodleFailed": "The backup cannot be made now: save a file of the course to try again.",
        "openAll": "Open all",
        "closeAll": "Close all",
    }
)
"""Key -> English."""


def texts() -> dict[str, dict[str, str]]:
    """Language -> key -> text, its ``{name}`` fields still in it."""
    return {
        language: {key: _translated(text, language) for key, text in TEXTS.items()}
        for language in LANGUAGES
    }


def _translated(text: str, language: str) -> str:
    fields = {name: f"{{{name}}}" for name in _FIELDS}
    return translate(text, language, **fields)
