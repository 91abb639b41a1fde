"""What every writer of an activity needs to know of its place."""

from dataclasses import dataclass

from coursebuilder.formats.xml import Element
from coursebuilder.model import PlatformActivity
from coursebuilder.targets.moodle.elements import Value, leaves, shown_name
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import CourseModule
from coursebuilder.targets.moodle.texts import Texts
from coursebuilder.text import Html

_NO_HTML = Html("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One activity on its way into the backup."""

    module: CourseModule
    texts: Texts
    ids: Ids
    timestamp: int
    submitted: bool
    """Whether handing in, filling in, choosing or reaching an ending completes it."""

    @property
    def id(self) -> int:
        """The id of its row in the table of its kind."""
        return self.module.instance

    def area(self, name: str, item: int = 0) -> Area:
        """One of its own file areas."""
        return Area(self.module.context, f"mod_{self.module.kind}", name, item)

    def introduced(
        self, activity: PlatformActivity, more: Html = _NO_HTML, **between: Value
    ) -> tuple[Element, ...]:
        """``<name>``, ``<intro>``, ``<introformat>``; ``between`` comes before them."""
        intro = self.texts.body(activity.body, self.area("intro"), activity.span.path, more)
        return leaves(**between, name=shown_name(self.module.name), intro=intro, introformat=1)
