"""The table of targets."""

from coursebuilder.targets.base import DEFAULT_TIMESTAMP, BuildContext, Target
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.scorm12 import Scorm12Target
from coursebuilder.targets.scorm2004 import Scorm2004Target
from coursebuilder.targets.site import SiteTarget

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        Scorm12Target(),
        MoodleTarget(),
        Scorm2004Target(),
        SiteTarget(),
    )
}
"""Name on the command line -> target."""

__all__ = ["DEFAULT_TIMESTAMP", "TARGETS", "BuildContext", "Target"]
