"""The courses that other tests are fed with hold together."""

from hypothesis import HealthCheck, given, settings

from coursebuilder.model import Course, Figure
from coursebuilder.model.walk import activity_body, blocks
from tests.strategies import courses


@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(courses())
def test_a_course_knows_its_files_and_its_paths(course: Course) -> None:
    known = {asset.path for asset in course.assets}
    paths = dict(course.paths)
    for module in course.modules:
        assert paths[module.span.path] == module.id
        for activity in module.activities:
            assert paths[activity.span.path] == f"{module.id}/{activity.id}"
            for block in blocks(activity_body(activity)):
                if isinstance(block, Figure):
                    assert block.image in known
