"""A form that learners fill in for the trainer: Moodle's feedback activity."""

from collections.abc import Iterator

from coursebuilder.formats.xml import Element
from coursebuilder.model import Survey, SurveyItem
from coursebuilder.targets.moodle.elements import leaves, node, short, shown_name
from coursebuilder.targets.moodle.feedback import rated, safe_label
from coursebuilder.targets.moodle.platform.place import Place

_WIDTH = 60
"""Columns of a box for text."""


def survey(place: Place, content: Survey) -> Element:
    """``<feedback>`` (mod_feedback)."""
    return node(
        "feedback",
        *place.introduced(content),
        *leaves(
            anonymous=1 if content.anonymous else 2,
            email_notification=0,
            multiple_submit=0,
            autonumbering=0,
            site_after_submit="",
            page_after_submit="",
            page_after_submitformat=1,
            publish_stats=0,
            timeopen=0,
            timeclose=0,
            timemodified=place.timestamp,
            completionsubmit=int(place.submitted),
        ),
        node("items", *_items(place, content)),
        node("completeds"),
        id=place.id,
    )


def _items(place: Place, content: Survey) -> Iterator[Element]:
    for position, item in enumerate(content.items, 1):
        typ, presentation, options = _shown(item)
        yield node(
            "item",
            *leaves(
                template=0,
                name=shown_name(item.title),
                label=short(item.id),
                presentation=presentation,
                typ=typ,
                hasvalue=1,
                position=position,
                required=int(item.required),
                dependitem=0,
                dependvalue="",
                options=options,
            ),
            id=place.ids.of("feedback_item", place.module.key, item.id),
        )


def _shown(item: SurveyItem) -> tuple[str, str, str]:
    """Moodle's type of an item, its presentation, and its options: no line "not selected"."""
    labels = "|".join(map(safe_label, item.options))
    match item.kind:
        case "text":
            return "textarea", f"{_WIDTH}|{item.lines}", ""
        case "choice":
            return "multichoice", f"r>>>>>{labels}", "h"
        case "choices":
            return "multichoice", f"c>>>>>{labels}", "h"
        case "rating":
            return "multichoicerated", rated(item.options), "h"
