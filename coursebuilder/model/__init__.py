"""The frozen model of a course: ``Course -> Module -> Activity -> Question``."""

from coursebuilder.model.activity import (
    Activity,
    Advice,
    Band,
    Draw,
    Heading,
    Link,
    MoodleForm,
    Outline,
    Page,
    Quiz,
    Scan,
    ScanGroup,
    Statement,
)
from coursebuilder.model.asset import Asset
from coursebuilder.model.block import (
    Accordion,
    Block,
    Body,
    Callout,
    CalloutKind,
    Checklist,
    ChecklistItem,
    Download,
    Downloads,
    Figure,
    Media,
    Panel,
    Practice,
    Prose,
    Reflection,
    Tabs,
)
from coursebuilder.model.course import (
    Author,
    Completion,
    Course,
    Module,
    MoodleSettings,
    Objective,
    Suppression,
)
from coursebuilder.model.question import (
    Answer,
    Choice,
    ChoiceQuestion,
    EssayQuestion,
    Gap,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    NumericAnswer,
    OrderingQuestion,
    Pair,
    Question,
    QuestionBase,
    ShortAnswerQuestion,
    TrueFalseQuestion,
    Unit,
)

__all__ = [
    "Accordion", "Activity", "Advice", "Answer", "Asset", "Author", "Band", "Block", "Body",
    "Callout", "CalloutKind", "Checklist", "ChecklistItem", "Choice", "ChoiceQuestion",
    "Completion", "Course", "Download", "Downloads", "Draw", "EssayQuestion", "Figure", "Gap",
    "GapQuestion", "Heading", "Link", "MatchingQuestion", "Media", "Module", "MoodleForm",
    "MoodleSettings", "NumericAnswer", "NumericalQuestion", "Objective", "OrderingQuestion",
    "Outline", "Page", "Pair", "Panel", "Practice", "Prose", "Question", "QuestionBase", "Quiz",
    "Reflection", "Scan", "ScanGroup", "ShortAnswerQuestion", "Statement", "Suppression",
    "Tabs", "TrueFalseQuestion", "Unit",
]  # fmt: skip
