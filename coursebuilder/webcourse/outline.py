"""The course as a row of pages: what the player's menu, the contents and the state count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coursebuilder.latest import latest
from coursebuilder.model import Activity, Course, Module, Quiz, Scan, Situation
from coursebuilder.model.duration import activity_minutes, introduction_minutes
from coursebuilder.webcourse.addresses import Addresses, addresses
from coursebuilder.webcourse.keys import short_keys
from coursebuilder.webcourse.strings import strings

INTRODUCTION = "_intro"
"""Stands for a module's introduction where an activity's id stands; no id has an underscore."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One page of the player: an activity, or the introduction of a module."""

    id: str
    """``kader/het-project``, or ``kader/_intro``."""
    key: str
    title: str
    path: str
    """Package path."""
    minutes: int
    required: bool
    module: Module
    activity: Activity | None
    """None: the introduction."""

    @property
    def kind(self) -> str:
        """The type the player knows it by; an introduction is a page like any other."""
        if isinstance(self.activity, Quiz):
            return "quiz"
        if isinstance(self.activity, Situation):
            return "situation"
        return "scan" if isinstance(self.activity, Scan) else "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOutline:
    """A course's pages in order, with everything that is worked out from the whole course."""

    course: Course
    addresses: Addresses
    stops: tuple[Stop, ...]
    question_keys: Mapping[str, str]
    """``module/activity/question`` -> key; practice questions too."""

    def of_module(self, id: str) -> tuple[Stop, ...]:
        """The pages of one module."""
        return tuple(stop for stop in self.stops if stop.module.id == id)


@latest
def web_outline(course: Course) -> WebOutline:
    """The row of pages of a course."""
    places = addresses(course)
    return WebOutline(
        course=course,
        addresses=places,
        stops=tuple(_stops(course, places)),
        question_keys=short_keys(_question_ids(course)),
    )


def _stops(course: Course, places: Addresses) -> Iterator[Stop]:
    keys = short_keys(
        f"{module.id}/{id}"
        for module in course.modules
        for id in (INTRODUCTION, *(activity.id for activity in module.activities))
    )
    about = strings(course.language).about
    for module in course.modules:
        introduction = f"{module.id}/{INTRODUCTION}"
        yield Stop(
            id=introduction,
            key=keys[introduction],
            title=about,
            path=places.pages[module.id],
            minutes=introduction_minutes(module),
            required=False,
            module=module,
            activity=None,
        )
        for activity in module.activities:
            id = f"{module.id}/{activity.id}"
            yield Stop(
                id=id,
                key=keys[id],
                title=activity.title,
                path=places.pages[id],
                minutes=activity_minutes(activity),
                required=activity.required,
                module=module,
                activity=activity,
            )


def _question_ids(course: Course) -> Iterator[str]:
    for module in course.modules:
        for activity in module.activities:
            if isinstance(activity, Quiz):
                for question in activity.questions:
                    yield f"{module.id}/{activity.id}/{question.id}"
