"""A situation to think through: scenes with choices that lead to other scenes."""

from dataclasses import dataclass, field
from typing import Literal

from coursebuilder.model.block import Body
from coursebuilder.model.outline import Outline
from coursebuilder.text import NOWHERE, Span, Text

Ending = Literal["good", "fair", "poor"]
"""How a situation can end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChoice:
    """Something a learner can do in a scene."""

    label: str
    """Plain text."""
    target: str
    """Id of the scene it leads to."""
    consequence: Text | None = None
    """What comes of it, told on the way to that scene."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What happens, and what a learner can do about it."""

    id: str
    title: str
    """Plain text."""
    text: Text
    choices: tuple[SceneChoice, ...] = ()
    ending: Ending | None = None
    """How it ends; None: it goes on."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A branching case: no choice is scored, and it is done when an ending is reached."""

    id: str
    title: str
    introduction: Body
    scenes: tuple[Scene, ...]
    """In the author's order; it begins with the first."""
    objectives: tuple[str, ...] = ()
    duration: int | None = None
    required: bool = True
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)

    def ways(self) -> dict[str, tuple[str, ...]]:
        """Scene -> the scenes that its choices lead to and that are there."""
        known = {scene.id for scene in self.scenes}
        return {
            scene.id: tuple(choice.target for choice in scene.choices if choice.target in known)
            for scene in self.scenes
        }
