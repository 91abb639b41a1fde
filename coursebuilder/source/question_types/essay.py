"""Open questions: ``type=essay``, with ``::: model`` for the trainer."""

from coursebuilder.model import EssayQuestion
from coursebuilder.source.question_types.draft import Draft, cut_feedback

_MOST_LINES = 60


def read_essay(draft: Draft) -> EssayQuestion | None:
    """An open answer, marked by a person."""
    lines, feedback = cut_feedback(draft.lines, draft.findings)
    return EssayQuestion(
        **draft.base(lines, feedback, ("lines",)),
        lines=draft.attributes.integer("lines", 1, _MOST_LINES) or 8,
        model_answer=draft.part("model"),
    )
