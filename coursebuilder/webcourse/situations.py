"""A situation as text: all scenes below each other, choices as links to them."""

from collections.abc import Mapping

from coursebuilder.model import Scene, SceneChoice, Situation
from coursebuilder.render.strings import Strings, strings
from coursebuilder.text import Html
from coursebuilder.webcourse.html import element, join, text
from coursebuilder.webcourse.pieces import Pieces


def situation_html(situation: Situation, pieces: Pieces, language: str) -> Html:
    """The element that the player plays scene by scene (docs/player.md, "Marked elements")."""
    words = strings(language)
    titles = {scene.id: scene.title for scene in situation.scenes}
    scenes = (_scene(scene, titles, pieces, words) for scene in situation.scenes)
    return element("div", *scenes, class_="cb-situation", data_cb="situation")


def _scene(scene: Scene, titles: Mapping[str, str], pieces: Pieces, words: Strings) -> Html:
    parts = [element("h2", text(scene.title)), pieces.block(scene.text)]
    if scene.ending is not None:
        verdict = element("strong", text(words.endings[scene.ending]))
        parts.append(element("p", verdict, class_="cb-ending", data_ending=scene.ending))
    if scene.choices:
        choices = (_choice(choice, titles, pieces) for choice in scene.choices)
        parts.append(element("ul", *choices, class_="cb-choices"))
    return element("section", *parts, class_="cb-scene", id=scene.id)


def _choice(choice: SceneChoice, titles: Mapping[str, str], pieces: Pieces) -> Html:
    """A link; without scripts the scene it leads to is named behind it, and its consequence below."""
    link = element("a", text(choice.label), href=f"#{choice.target}")
    consequence = pieces.block(choice.consequence)
    if consequence:
        consequence = element("div", consequence, class_="cb-consequence")
    return element("li", join(link, text(f" → {titles[choice.target]}")), consequence)
