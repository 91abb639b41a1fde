"""The packages the browser opens: built by the real pipeline, unpacked like a platform does."""

import json
import zipfile
from pathlib import Path
from typing import Any

from lxml import html

from coursebuilder.archive import write_package
from coursebuilder.model import Course
from coursebuilder.pipeline import Options, build_targets, load_course
from coursebuilder.targets import DEFAULT_TIMESTAMP, TARGETS
from tests.sample_course import context_for

ROOT = Path(__file__).parents[2]


def unpacked(archive: Path, folder: Path) -> Path:
    """The folder a package was unpacked into."""
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    return folder


def sample_package(course: Course, work: Path, name: str) -> Path:
    """The SCORM 1.2 package of a course made in code, unpacked in ``work/name``."""
    context = context_for(course, work / f"{name}-sources")
    archive = work / f"{name}.zip"
    target = TARGETS["scorm12"]
    write_package(target.emit(course, context), archive, "zip", timestamp=DEFAULT_TIMESTAMP)
    return unpacked(archive, work / name)


def folder_package(source: Path, work: Path, name: str) -> Path:
    """The SCORM 1.2 package of a course folder, unpacked in ``work/name``."""
    loaded = load_course(source)
    assert loaded.course is not None
    (built,) = build_targets(
        loaded, loaded.course, [TARGETS["scorm12"]], work / f"{name}-out", Options()
    )
    return unpacked(built.path, work / name)


def course_of(package: Path, shell: str = "index.html") -> dict[str, Any]:
    """The course document beside a shell."""
    return json.loads((package / shell).with_name("course.json").read_text("utf-8"))


def activities_of(course: dict[str, Any]) -> list[dict[str, Any]]:
    """All activities, in order."""
    return [activity for module in course["modules"] for activity in module["activities"]]


def data_of(package: Path, activity: dict[str, Any]) -> dict[str, Any]:
    """The JSON of the quiz or self-scan on a page."""
    page = html.fromstring((package / activity["href"]).read_bytes())
    (script,) = page.xpath("//section[@data-cb='quiz' or @data-cb='scan']/script")
    return json.loads(script.text)
