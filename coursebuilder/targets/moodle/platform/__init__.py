"""Activities of Moodle's own: assignment, forum, glossary, feedback, choice, URL, file and folder."""

from coursebuilder.targets.moodle.platform.place import Place
from coursebuilder.targets.moodle.platform.writer import platform_content, platform_grading

__all__ = ["Place", "platform_content", "platform_grading"]
