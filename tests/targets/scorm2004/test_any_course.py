"""Whatever an author writes: both targets make a whole package of it."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from lxml import etree, html

from coursebuilder.model import Course
from coursebuilder.package import FileContent
from coursebuilder.render.rendering import render_course
from coursebuilder.targets import TARGETS
from coursebuilder.targets.base import BuildContext
from coursebuilder.webcourse.learners import for_learners
from tests.scorm_2004_xsd import errors, schema
from tests.strategies import courses


def context(course: Course) -> BuildContext:
    return BuildContext(
        rendering=render_course(course),
        asset=lambda asset: FileContent(Path(asset.path), asset.size),
    )


@given(courses())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_course_becomes_a_scorm_2004_package(course: Course) -> None:
    target = TARGETS["scorm2004"]
    assert all(finding.message("nl") and finding.hint("nl") for finding in target.check(course))
    package = target.emit(course, context(course))
    content = {entry.path: entry.content for entry in package if isinstance(entry.content, bytes)}
    assert errors(schema("4"), content["imsmanifest.xml"]) == []
    etree.fromstring(content["metadata.xml"])
    for module in for_learners(course).modules:
        shells = [path for path in content if path.startswith("sco/") and path.endswith(".json")]
        documents = [json.loads(content[path]) for path in shells]
        assert module.id in {document["modules"][0]["id"] for document in documents}


@given(courses())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_course_becomes_a_site(course: Course) -> None:
    target = TARGETS["site"]
    assert all(finding.message("nl") and finding.hint("nl") for finding in target.check(course))
    package = target.emit(course, context(course))
    content = {entry.path: entry.content for entry in package if isinstance(entry.content, bytes)}
    for path, data in content.items():
        if path.endswith(".html"):
            page = html.document_fromstring(data.decode())
            (linked,) = page.xpath("//script[@type='application/ld+json']")
            assert json.loads(linked.text)["@context"] == "https://schema.org"
    etree.fromstring(content["icon.svg"])
    json.loads(content["manifest.webmanifest"])
