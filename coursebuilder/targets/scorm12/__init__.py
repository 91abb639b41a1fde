"""SCORM 1.2: one SCO for the whole course, or one per module (docs/adr/0003-scorm12-packaging.md)."""

from coursebuilder.targets.base import Target
from coursebuilder.targets.scorm12.target import Scorm12Target

TARGET: Target = Scorm12Target()

__all__ = ["TARGET", "Scorm12Target"]
