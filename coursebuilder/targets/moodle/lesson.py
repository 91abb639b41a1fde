"""A situation as Moodle's lesson: a content page per scene, a button per choice.

A button of a content page jumps at once and says nothing, so a consequence is a content page of its
own on the way (docs/adr/0012).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursebuilder.formats.xml import Element
from coursebuilder.model import Scene, SceneChoice, Situation
from coursebuilder.render.strings import Strings, strings
from coursebuilder.targets.moodle.elements import leaves, node, shown_name
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.platform import Place
from coursebuilder.webcourse.html import element, text

_BRANCH_TABLE = 20
"""``qtype`` of a content page (LESSON_PAGE_BRANCHTABLE)."""
_END = -9
"""``jumpto`` that ends the lesson and completes it (LESSON_EOL)."""
_CONDITIONS = (
    'O:8:"stdClass":3:{s:9:"timespent";i:0;s:9:"completed";i:0;s:15:"gradebetterthan";i:0;}'
)
"""What another lesson would have to reach first, serialised by PHP: nothing."""
_FEWEST_ANSWERS = 5
"""Rows for buttons that the form for a page shows an editor at least: Moodle's own default."""

Button = tuple[str, int]
"""What it says, and the page it jumps to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    id: int
    title: str
    contents: str
    buttons: tuple[Button, ...]


def lesson(place: Place, situation: Situation, language: str) -> Element:
    """``<lesson>`` (mod_lesson): practice, without grade, to be done again at will."""
    pages = tuple(_Pages(place, situation, strings(language)).all())
    area = place.area("intro")
    intro = place.texts.body(situation.introduction, area, situation.span.path)
    most = max((len(page.buttons) for page in pages), default=0)
    return node(
        "lesson",
        *leaves(
            course=place.ids.of("course"),
            name=shown_name(place.module.name),
            intro=intro,
            introformat=1,
            practice=1,
            modattempts=0,
            usepassword=0,
            password="",
            dependency=0,
            conditions=_CONDITIONS,
            grade=0,
            custom=1,
            ongoing=0,
            usemaxgrade=0,
            maxanswers=max(_FEWEST_ANSWERS, most),
            maxattempts=1,
            review=0,
            nextpagedefault=0,
            feedback=0,
            minquestions=0,
            maxpages=1,
            timelimit=0,
            retake=1,
            activitylink=0,
            mediafile="",
            mediaheight=100,
            mediawidth=650,
            mediaclose=0,
            slideshow=0,
            width=640,
            height=480,
            bgcolor="#FFFFFF",
            displayleft=0,
            displayleftif=0,
            progressbar=0,
            available=0,
            deadline=0,
            timemodified=place.timestamp,
            completionendreached=int(place.submitted),
            completiontimespent=0,
            allowofflineattempts=0,
        ),
        node("pages", *_elements(pages, place)),
        *map(node, ("grades", "timers", "overrides")),
        id=place.id,
    )


class _Pages:
    """The pages of one lesson."""

    def __init__(self, place: Place, situation: Situation, words: Strings) -> None:
        self._place = place
        self._scenes = situation.scenes
        self._words = words

    def all(self) -> Iterator[_Page]:
        """Each scene, followed by the consequences of its choices."""
        for scene in self._scenes:
            yield self._scene(scene)
            for choice in scene.choices:
                if choice.consequence is not None:
                    yield self._consequence(scene, choice)

    def _scene(self, scene: Scene) -> _Page:
        id = self._id(scene.id)
        contents = self._place.texts.block(scene.text, self._area(id))
        if scene.ending is None:
            buttons = tuple(self._button(scene, choice) for choice in scene.choices)
        else:
            verdict = element("strong", text(self._words.endings[scene.ending]))
            contents += element("p", verdict)
            buttons = (
                (self._words.finish, _END),
                (self._words.start_again, self._id(self._scenes[0].id)),
            )
        return _Page(id=id, title=scene.title, contents=contents, buttons=buttons)

    def _button(self, scene: Scene, choice: SceneChoice) -> Button:
        if choice.consequence is None:
            return choice.label, self._id(choice.target)
        return choice.label, self._id(scene.id, choice.label)

    def _consequence(self, scene: Scene, choice: SceneChoice) -> _Page:
        id = self._id(scene.id, choice.label)
        return _Page(
            id=id,
            title=choice.label,
            contents=self._place.texts.block(choice.consequence, self._area(id)),
            buttons=((self._words.go_on, self._id(choice.target)),),
        )

    def _id(self, *key: str) -> int:
        return self._place.ids.of("lesson_page", self._place.module.key, *key)

    def _area(self, page: int) -> Area:
        return self._place.area("page_contents", page)


def _elements(pages: Sequence[_Page], place: Place) -> Iterator[Element]:
    """``<page>`` per page, each knowing its neighbours."""
    ids = [page.id for page in pages]
    for page, before, after in zip(pages, (0, *ids), (*ids[1:], 0), strict=False):
        yield node(
            "page",
            *leaves(
                prevpageid=before,
                nextpageid=after,
                qtype=_BRANCH_TABLE,
                qoption=0,
                layout=0,
                display=0,
                timecreated=place.timestamp,
                timemodified=place.timestamp,
                title=shown_name(page.title),
                contents=page.contents,
                contentsformat=1,
            ),
            node("answers", *_answers(page, place)),
            node("branches"),
            id=page.id,
        )


def _answers(page: _Page, place: Place) -> Iterator[Element]:
    """``<answer>`` per button; restore sorts them by id."""
    ids = sorted(
        place.ids.of("lesson_answer", place.module.key, page.id, number)
        for number in range(len(page.buttons))
    )
    for id, (label, jump) in zip(ids, page.buttons, strict=True):
        yield node(
            "answer",
            *leaves(
                jumpto=jump,
                grade=0,
                score=0,
                flags=0,
                timecreated=place.timestamp,
                timemodified=place.timestamp,
                answer_text=_button_text(label),
                response=None,
                answerformat=0,
                responseformat=0,
            ),
            node("attempts"),
            id=id,
        )


def _button_text(label: str) -> str:
    """The label as Moodle shows it: tags are cut out of it, and nothing in it is an entity."""
    return label.replace("<", "< ")
