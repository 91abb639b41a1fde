"""Some findings, in no order."""

from coursebuilder.diagnostics.rules.accessibility import MISSING_ALT
from coursebuilder.diagnostics.rules.answers import NO_CORRECT_CHOICE
from coursebuilder.diagnostics.rules.course import MISSING_THUMBNAIL, PLACEHOLDER
from coursebuilder.text import Span

NO_ANSWER = NO_CORRECT_CHOICE.at(Span("01-kader/03 toets é.md", 2, 3), count=4)
TODO = PLACEHOLDER.at(Span("01-kader/01-start.md", 2, 6), words="TODO")
NO_ALT = MISSING_ALT.at(Span("01-kader/01-start.md", 2, 1), target="x.svg")
NO_PICTURE = MISSING_THUMBNAIL.at(Span("course.yml"))
FOUND = (NO_PICTURE, TODO, NO_ANSWER, NO_ALT)
