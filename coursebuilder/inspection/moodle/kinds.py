"""What Moodle calls its activities and question types, in words for people."""

from coursebuilder.inspection.result import Said, said

_ACTIVITIES = {
    "assign": "assignment",
    "bigbluebuttonbn": "video meeting",
    "book": "book",
    "choice": "choice",
    "data": "database",
    "feedback": "feedback",
    "folder": "folder",
    "forum": "forum",
    "glossary": "glossary",
    "h5pactivity": "H5P",
    "imscp": "IMS content package",
    "label": "text in the section",
    "lesson": "lesson",
    "lti": "external tool",
    "page": "page",
    "qbank": "question bank",
    "quiz": "quiz",
    "resource": "file",
    "scorm": "SCORM package",
    "subsection": "subsection",
    "survey": "survey",
    "url": "link",
    "wiki": "wiki",
    "workshop": "workshop",
}
_QUESTIONS = {
    "calculated": "calculated",
    "calculatedmulti": "calculated choice",
    "calculatedsimple": "calculated",
    "ddimageortext": "drag onto a picture",
    "ddmarker": "markers on a picture",
    "ddwtos": "drag into the text",
    "description": "text without a question",
    "essay": "open question",
    "gapselect": "choose in the text",
    "match": "matching",
    "multianswer": "gaps in the text",
    "multichoice": "multiple choice",
    "numerical": "number",
    "ordering": "ordering",
    "random": "drawn at random",
    "randomsamatch": "matching, drawn at random",
    "shortanswer": "short answer",
    "truefalse": "true or false",
}


def activity_kind(kind: str) -> Said:
    """The kind of an activity; a plugin that is none of Moodle's own keeps its name."""
    return said(_ACTIVITIES[kind]) if kind in _ACTIVITIES else said("{kind}", kind=kind)


def question_kind(kind: str) -> Said:
    """The type of a question, likewise."""
    return said(_QUESTIONS[kind]) if kind in _QUESTIONS else said("{kind}", kind=kind)
