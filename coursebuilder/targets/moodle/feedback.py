"""A self-scan as Moodle's feedback activity."""

from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.formats.xml import Element
from coursebuilder.i18n import translate
from coursebuilder.model import Advice, Scan, ScanGroup
from coursebuilder.render.strings import strings
from coursebuilder.targets.moodle.elements import leaves, node, plain_number, short, shown_name
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import CourseModule
from coursebuilder.targets.moodle.texts import Texts
from coursebuilder.text import Html
from coursebuilder.webcourse.html import element, text


class FeedbackWriter:
    """Writes one self-scan."""

    def __init__(
        self, activity: CourseModule, scan: Scan, texts: Texts, ids: Ids, language: str
    ) -> None:
        """``language`` is the course's (BCP 47)."""
        self._activity = activity
        self._scan = scan
        self._texts = texts
        self._ids = ids
        self._language = language.partition("-")[0].lower()

    def feedback(self, timestamp: int, submitted: bool) -> Element:
        """``<feedback>`` (mod_feedback); ``submitted`` says whether sending it completes it."""
        area = Area(self._activity.context, "mod_feedback", "intro")
        intro = self._texts.body(self._scan.introduction, area, self._scan.span.path)
        return node(
            "feedback",
            *leaves(
                name=shown_name(self._activity.name),
                intro=intro,
                introformat=1,
                anonymous=1,
                email_notification=0,
                multiple_submit=1,
                autonumbering=0,
                site_after_submit="",
                page_after_submit=self._advice(),
                page_after_submitformat=1,
                publish_stats=0,
                timeopen=0,
                timeclose=0,
                timemodified=timestamp,
                completionsubmit=int(submitted),
            ),
            node("items", *self._items()),
            node("completeds"),
            id=self._activity.instance,
        )

    def _items(self) -> Iterator[Element]:
        """What to do with one's answers, then a label per group and its statements."""
        position = 0
        if self._has_advice():
            position += 1
            yield self._item("_note", position, typ="label", presentation=self._note())
        for group in self._scan.groups:
            position += 1
            yield self._item(group.id, position, typ="label", presentation=_title(group))
            for statement in group.statements:
                position += 1
                yield self._item(
                    f"{group.id}/{statement.id}",
                    position,
                    typ="multichoicerated",
                    name=self._texts.bare(statement.text),
                    label=f"{group.id}-{statement.id}",
                    presentation=rated(self._scan.scale),
                )

    def _item(
        self,
        key: str,
        position: int,
        *,
        typ: str,
        presentation: str,
        name: str = "",
        label: str = "",
    ) -> Element:
        """``<item>``; a label has no value, a statement may stay unanswered (without a button for that)."""
        return node(
            "item",
            *leaves(
                template=0,
                name=name,
                label=short(label),
                presentation=presentation,
                typ=typ,
                hasvalue=int(typ != "label"),
                position=position,
                required=0,
                dependitem=0,
                dependvalue="",
                options="h" if typ != "label" else "",
            ),
            id=self._ids.of("feedback_item", self._activity.key, key),
        )

    def _has_advice(self) -> bool:
        return any(group.advice for group in self._scan.groups)

    def _note(self) -> str:
        """What the learner reads first: Moodle shows one's answers no more once they are sent."""
        note = self._say(
            "Write down the number of each answer, 1 to {count}, while you fill this in: Moodle does not add "
            "them up. After sending you read what your average per group means.",
            count=len(self._scan.scale),
        )
        return element("p", text(note))

    def _advice(self) -> str:
        """What the learner reads after sending: how to work out an average, and what it means."""
        if not self._has_advice():
            return ""
        area = Area(self._activity.context, "mod_feedback", "page_after_submit")
        how = self._say(
            "Add up the numbers of your answers per group and divide by the number of statements. Read the "
            "advice for your average.",
        )
        parts: list[str] = [element("p", text(how))]
        for group in self._scan.groups:
            parts.append(element("h4", text(group.title)))
            parts += (self._advised(advice, area) for advice in group.advice)
        return "".join(parts)

    def _advised(self, advice: Advice, area: Area) -> Html:
        span = f"{self._number(advice.low)} – {self._number(advice.high)}"
        body = Html(self._texts.block(advice.text, area))
        return element("div", element("p", element("strong", text(span))), body)

    def _number(self, value: Decimal) -> str:
        return plain_number(value).replace(".", strings(self._language).decimal)

    def _say(self, message: str, **values: object) -> str:
        return translate(message, self._language, **values)


def _title(group: ScanGroup) -> str:
    return element("h4", text(group.title))


def rated(scale: tuple[str, ...]) -> str:
    """Radio buttons beside each other (``r>>>>>…<<<<<1``), each with its value (``3####label``)."""
    options = (f"{value}####{safe_label(label)}" for value, label in enumerate(scale, 1))
    return f"r>>>>>{'|'.join(options)}<<<<<1"


def safe_label(label: str) -> str:
    """A label as HTML, without the characters that divide the presentation."""
    escaped: str = text(label)
    return escaped.replace("#", "&#35;").replace("|", "&#124;")
