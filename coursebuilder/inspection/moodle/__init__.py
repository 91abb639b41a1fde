"""Moodle course backups: what a trainer would find in the course once it is restored."""

from coursebuilder.inspection.moodle.course import inspect_moodle
from coursebuilder.inspection.moodle.packages import scorm_packages

__all__ = ["inspect_moodle", "scorm_packages"]
