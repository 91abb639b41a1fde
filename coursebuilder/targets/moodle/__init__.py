"""A native Moodle course: the backup format of Moodle 2 (``.mbz``), for Moodle 4.1 and later."""

from coursebuilder.targets.moodle.target import MoodleTarget

__all__ = ["MoodleTarget"]
