"""The blocks of a page that the player brings to life, with what they show without it."""

from dataclasses import dataclass

from coursebuilder.model import Practice
from coursebuilder.render import Rendering
from coursebuilder.render.body import StaticDialect, static_question_html
from coursebuilder.text import Html
from coursebuilder.webcourse.html import element, json_script
from coursebuilder.webcourse.keys import short_keys
from coursebuilder.webcourse.pieces import Pieces
from coursebuilder.webcourse.questions import question_json


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerDialect(StaticDialect):
    """Readable without JavaScript, marked for the player (docs/player.md, "Marked elements")."""

    page: str
    """Full id of the page."""
    pieces: Pieces

    def practice(self, block: Practice, rendering: Rendering) -> Html:
        """The question as text with its answer folded away, and as data."""
        question = block.question
        full_id = f"{self.page}/{question.id}"
        static = static_question_html(question, rendering, self.language, reveal=True)
        data = question_json(question, short_keys((full_id,))[full_id], self.pieces)
        return element(
            "section",
            element("div", static, class_="cb-static"),
            json_script(data),
            class_="cb-practice",
            id=question.id,
            data_cb="question",
        )
