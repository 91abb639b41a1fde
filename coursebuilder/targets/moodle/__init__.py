"""A native Moodle course: the backup format of Moodle 2 (``.mbz``), for Moodle 4.1 and later."""

from coursebuilder.targets.base import Target
from coursebuilder.targets.moodle.target import MoodleTarget

TARGET: Target = MoodleTarget()

__all__ = ["TARGET", "MoodleTarget"]
