"""The terms of a course in Moodle: definitions where they are mentioned, and a file to import."""

from dataclasses import replace

from lxml import etree

from coursebuilder.formats.xml import serialise
from coursebuilder.model import Course, Glossary
from coursebuilder.targets.moodle import MoodleTarget
from tests.platform_sample import course_and_context
from tests.targets.moodle.backup import Backup
from tests.targets.moodle.schemas import findings

COURSE, CONTEXT = course_and_context()


def importing(course: Course) -> Course:
    """The course in which each glossary has its import file."""
    modules = (
        replace(
            module,
            activities=tuple(
                replace(activity, import_file=True) if isinstance(activity, Glossary) else activity
                for activity in module.activities
            ),
        )
        for module in course.modules
    )
    return replace(course, modules=tuple(modules))


def test_a_mention_shows_the_definition_and_leads_to_the_entry() -> None:
    made = Backup(MoodleTarget().emit(COURSE, CONTEXT))
    (page,) = (
        root.getparent().get("moduleid")  # type: ignore[union-attr]
        for root in made.all("page")
        if root.findtext("name") == "Woordenlijst"
    )
    intro = next(root.findtext("intro") for root in made.all("forum")) or ""
    assert (
        f'href="$@PAGEVIEWBYID*{page}@$#ict-team" title="Een team voor ICT. Zie opdracht."' in intro
    )
    assert 'data-toggle="tooltip" data-bs-toggle="tooltip"' in intro


def test_the_import_file_is_for_trainers() -> None:
    made = Backup(MoodleTarget().emit(importing(COURSE), CONTEXT))
    wrong = {
        path: findings(serialise(root))
        for path, root in made.documents.items()
        if root.tag != "GLOSSARY"
    }
    assert {path: found for path, found in wrong.items() if found} == {}
    modules = [
        root for root in made.documents.values()
        if root.tag == "module" and (root.findtext("idnumber") or "").endswith("#import")
    ]  # fmt: skip
    assert {(root.findtext("visible"), root.findtext("completion")) for root in modules} == {
        ("0", "0")
    }
    assert [root.findtext("idnumber") for root in modules] == [
        "kader/woordenlijst#import", "kader/eigen#import",
    ]  # fmt: skip


def test_the_import_file_has_the_terms_with_their_other_words() -> None:
    made = Backup(MoodleTarget().emit(importing(COURSE), CONTEXT))
    files = {
        found.findtext("filename"): found.findtext("contenthash")
        for found in made.documents["files.xml"]
        if found.findtext("mimetype") == "application/xml"
    }
    assert set(files) == {"woordenlijst.xml", "eigen.xml"}
    (content,) = (
        entry.content for entry in made.package
        if entry.path.endswith(f"/{files['woordenlijst.xml']}")
    )  # fmt: skip
    assert isinstance(content, bytes)
    root = etree.fromstring(content)
    assert root.findtext("INFO/NAME") == "Woordenlijst"
    assert [entry.findtext("CONCEPT") for entry in root.iter("ENTRY")] == ["ICT-team", "Team"]
    first, second = root.iter("ENTRY")
    assert first.findtext("DEFINITION") == "Een team voor ICT. Zie opdracht."
    assert [name.text for name in second.iter("NAME")] == ["ploeg", "groep"]
    assert "<ul>" in (second.findtext("DEFINITION") or "")
