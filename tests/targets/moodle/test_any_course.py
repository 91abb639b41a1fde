"""Arbitrary courses: any text in any field arrives, whole and well-formed."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from coursebuilder.formats.xml import characters, serialise
from coursebuilder.model import Course
from coursebuilder.targets.moodle import MoodleTarget
from tests.strategies import courses
from tests.targets.moodle.backup import Backup, backup, context
from tests.targets.moodle.schemas import findings
from tests.targets.moodle.test_packages import packaged


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


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(courses())
def test_any_course_in_packages_is_as_described(course: Course) -> None:
    course = packaged(course)
    known = replace(context(course), asset=lambda asset: asset.path.encode())
    made = Backup(MoodleTarget().emit(course, known))
    for path, root in made.documents.items():
        assert findings(serialise(root)) == [], path
    assert not any(root.get("modulename") == "quiz" for root in made.all("activity"))


def _shown(title: str) -> str:
    return characters(title).replace("<", "&lt;").replace(">", "&gt;")
