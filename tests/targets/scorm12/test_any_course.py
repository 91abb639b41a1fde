"""Whatever an author writes: a valid manifest, readable documents, every word there."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from lxml import etree, html

from coursebuilder.model import Course
from coursebuilder.package import FileContent
from coursebuilder.render.rendering import render_course
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.scorm12 import Scorm12Target
from tests.strategies import courses

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


@given(courses())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_course_becomes_a_package(course: Course) -> None:
    context = BuildContext(
        rendering=render_course(course),
        asset=lambda asset: FileContent(Path(asset.path), asset.size),
    )
    target = Scorm12Target()
    findings = list(target.check(course))
    package = target.emit(course, context)
    assert all(finding.message("nl") and finding.hint("nl") for finding in findings)
    content = {entry.path: entry.content for entry in package if isinstance(entry.content, bytes)}
    manifest = etree.fromstring(content["imsmanifest.xml"])
    etree.fromstring(content["metadata.xml"])
    assert manifest.findtext(f".//{CP}organization/{CP}title") == course.title[:200]
    document = json.loads(content["course.json"])
    assert document["title"] == course.title
    for module, written in zip(course.modules, document["modules"], strict=True):
        assert (written["title"], written["summary"]) == (module.title, module.summary)
        _, *activities = written["activities"]
        for activity, entry in zip(module.activities, activities, strict=True):
            assert entry["title"] == activity.title
            page = html.document_fromstring(content[entry["href"]].decode())
            assert page.findtext(".//h1") == activity.title
            for script in page.xpath("//script[@type='application/json']"):
                json.loads(script.text)
