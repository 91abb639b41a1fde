"""Arbitrary courses: any text in any field arrives, whole and well-formed."""

from hypothesis import HealthCheck, given, settings

from coursebuilder.formats.xml import characters, serialise
from coursebuilder.model import Course
from tests.strategies import courses
from tests.targets.moodle.backup import backup
from tests.targets.moodle.schemas import findings


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(courses())
def test_any_course_is_as_described(course: Course) -> None:
    made = backup(course)
    for path, root in made.documents.items():
        assert findings(serialise(root)) == [], path
    titles = [activity.title for module in course.modules for activity in module.activities]
    names = {element.text or "" for element in made.all("name")}
    names |= {element.text or "" for element in made.all("title")}
    for title in titles:
        assert _shown(title) in {name.replace("&amp;", "&") for name in names}


def _shown(title: str) -> str:
    return characters(title).replace("<", "&lt;").replace(">", "&gt;")
