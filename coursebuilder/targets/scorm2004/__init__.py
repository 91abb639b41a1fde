"""SCORM 2004: one SCO per module, with sequencing (docs/adr/0009-scorm2004-and-site.md)."""

from coursebuilder.targets.base import Target
from coursebuilder.targets.scorm2004.target import Scorm2004Target

TARGET: Target = Scorm2004Target()

__all__ = ["TARGET", "Scorm2004Target"]
