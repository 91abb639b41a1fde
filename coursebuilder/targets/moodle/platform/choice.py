"""A poll: Moodle's choice activity."""

from coursebuilder.formats.xml import Element
from coursebuilder.model import Poll
from coursebuilder.targets.moodle.elements import leaves, node, shown_name
from coursebuilder.targets.moodle.platform.place import Place

_RESULTS = {"hidden": 0, "after": 1, "always": 3}
"""When results show (CHOICE_SHOWRESULTS_…)."""


def choice(place: Place, poll: Poll) -> Element:
    """``<choice>`` (mod_choice); results carry no names."""
    options = (
        node(
            "option",
            *leaves(text=shown_name(option), maxanswers=0, timemodified=place.timestamp),
            id=place.ids.of("choice_option", place.module.key, option),
        )
        for option in poll.options
    )
    return node(
        "choice",
        *place.introduced(poll),
        *leaves(
            publish=0,
            showresults=_RESULTS[poll.results],
            display=1,
            allowupdate=int(poll.change),
            allowmultiple=int(poll.multiple),
            showunanswered=0,
            limitanswers=0,
            timeopen=0,
            timeclose=0,
            timemodified=place.timestamp,
            completionsubmit=int(place.submitted),
            showpreview=0,
            includeinactive=1,
            showavailable=0,
        ),
        node("options", *options),
        node("answers"),
        id=place.id,
    )
