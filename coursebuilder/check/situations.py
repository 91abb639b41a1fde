"""Situations: whether every choice leads somewhere, every scene is reached and an ending is near."""

from collections.abc import Iterator, Mapping, Sequence

from coursebuilder.check.nearest import nearest_few
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.situations import (
    CHOICE_AFTER_ENDING,
    DEAD_END,
    ENDLESS_SCENE,
    NO_ENDING,
    SAME_CHOICE,
    TOO_FEW_SCENES,
    UNKNOWN_SCENE,
    UNREACHABLE_SCENE,
)
from coursebuilder.model import Course, Scene, Situation

_Ways = Mapping[str, Sequence[str]]
"""Scene -> scenes that one gets to from it."""


def check_situations(course: Course) -> Iterator[Diagnostic]:
    """What is wrong with the situations."""
    for module in course.modules:
        for activity in module.activities:
            if isinstance(activity, Situation):
                yield from _situation(activity)


def _situation(situation: Situation) -> Iterator[Diagnostic]:
    scenes = situation.scenes
    if len(scenes) < 2:
        yield TOO_FEW_SCENES.at(situation.span, count=len(scenes))
        return
    known = {scene.id for scene in scenes}
    for scene in scenes:
        yield from _scene(scene, known)
    ways = situation.ways()
    if all(choice.target in known for scene in scenes for choice in scene.choices):
        yield from _unreachable(scenes, ways)
    if any(scene.ending for scene in scenes):
        yield from _endless(scenes, ways)
    else:
        yield NO_ENDING.at(situation.span)


def _scene(scene: Scene, known: set[str]) -> Iterator[Diagnostic]:
    if scene.choices and scene.ending:
        yield CHOICE_AFTER_ENDING.at(scene.span)
    if not scene.choices and not scene.ending:
        yield DEAD_END.at(scene.span)
    labels: set[str] = set()
    for choice in scene.choices:
        if choice.target not in known:
            near = nearest_few(choice.target, known)
            yield UNKNOWN_SCENE.at(choice.span, target=choice.target, near=near)
        if choice.label in labels:
            yield SAME_CHOICE.at(choice.span, label=choice.label)
        labels.add(choice.label)


def _unreachable(scenes: tuple[Scene, ...], ways: _Ways) -> Iterator[Diagnostic]:
    """Scenes that no choice leads to; not asked while a choice leads nowhere, which may be the reason."""
    reached = _reached(scenes[0].id, ways)
    yield from (
        UNREACHABLE_SCENE.at(scene.span, title=scene.title)
        for scene in scenes
        if scene.id not in reached
    )


def _endless(scenes: tuple[Scene, ...], ways: _Ways) -> Iterator[Diagnostic]:
    """Scenes whose choices all lead to scenes, but never to an ending or a gap reported already."""
    back: dict[str, list[str]] = {scene.id: [] for scene in scenes}
    for id, targets in ways.items():
        for target in targets:
            back[target].append(id)
    open_ends = (scene.id for scene in scenes if scene.ending or _open(scene, ways))
    near = set().union(*(_reached(id, back) for id in open_ends))
    yield from (
        ENDLESS_SCENE.at(scene.span, title=scene.title) for scene in scenes if scene.id not in near
    )


def _open(scene: Scene, ways: _Ways) -> bool:
    """Whether a way out of a scene is missing, which has a finding of its own."""
    return not scene.choices or len(ways[scene.id]) < len(scene.choices)


def _reached(start: str, ways: _Ways) -> set[str]:
    """The scenes that one can get to, the start included."""
    found = {start}
    waiting = [start]
    while waiting:
        for target in ways.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found
