"""The manifest and metadata against the official schemas, and the listing against the archive."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from coursebuilder.model import Completion, Course, Page, Quiz
from coursebuilder.package import Package
from coursebuilder.targets.scorm12 import Scorm12Target
from coursebuilder.text import NOWHERE
from tests.sample_course import SAMPLE, SAMPLE_PER_MODULE, context_for
from tests.scorm_xsd import errors, schema, schema_folder

NAMES = {
    "cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "md": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
}
UNLISTED = {"imsmanifest.xml", "metadata.xml"}
COURSES = pytest.mark.parametrize("course", [SAMPLE, SAMPLE_PER_MODULE], ids=["single", "modules"])


def emit(course: Course, folder: Path) -> Package:
    return Scorm12Target().emit(course, context_for(course, folder))


def content(package: Package, path: str) -> bytes:
    (entry,) = (entry for entry in package if entry.path == path)
    assert isinstance(entry.content, bytes)
    return entry.content


def manifest(package: Package) -> etree._Element:
    return etree.fromstring(content(package, "imsmanifest.xml"))


def find(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=NAMES)


@COURSES
def test_manifest_is_valid_by_the_official_schema(course: Course, tmp_path: Path) -> None:
    validator = schema(tmp_path, "adlcp_rootv1p2.xsd")
    package = emit(course, tmp_path / "course")
    assert errors(validator, content(package, "imsmanifest.xml")) == []


def test_the_validator_sees_a_mistake(tmp_path: Path) -> None:
    validator = schema(tmp_path, "adlcp_rootv1p2.xsd")
    good = content(emit(SAMPLE, tmp_path / "course"), "imsmanifest.xml")
    assert errors(validator, good.replace(b'scormtype="sco"', b'scormtype="SCO"'))
    assert errors(validator, good.replace(b"item_voorbeeld", b"1 item"))
    title = good.index(b"<item ")
    assert errors(validator, good[:title] + b"<title>x</title>" + good[title:])


@COURSES
def test_metadata_is_valid_by_the_official_schema(course: Course, tmp_path: Path) -> None:
    validator = schema(tmp_path, "imsmd_rootv1p2p1.xsd")
    bare = replace(
        course, summary="", keywords=(), levels=(), audience=(), publisher="", authors=()
    )
    for number, version in enumerate((course, bare)):
        package = emit(version, tmp_path / str(number))
        assert errors(validator, content(package, "metadata.xml")) == []


@pytest.mark.parametrize(
    "path",
    [
        "md:general/md:title", "md:general/md:catalogentry", "md:general/md:description",
        "md:general/md:keyword", "md:lifecycle/md:version", "md:lifecycle/md:status",
        "md:metametadata/md:metadatascheme", "md:technical/md:format", "md:technical/md:location",
        "md:rights/md:cost", "md:rights/md:copyrightandotherrestrictions",
        "md:classification/md:purpose", "md:classification/md:description",
        "md:classification/md:keyword",
    ],
)  # fmt: skip
def test_metadata_has_what_a_content_aggregation_must_have(path: str, tmp_path: Path) -> None:
    bare = replace(SAMPLE, summary="", keywords=(), authors=(), modules=())
    root = etree.fromstring(content(emit(bare, tmp_path), "metadata.xml"))
    found = find(root, path)
    assert found
    assert all("".join(element.itertext()).strip() for element in found)


@COURSES
def test_every_file_is_listed_exactly_once(course: Course, tmp_path: Path) -> None:
    package = emit(course, tmp_path)
    listed = [unquote(href) for href in find(manifest(package), "//cp:file/@href")]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(package.paths) - UNLISTED


@COURSES
def test_references_of_the_manifest_lead_somewhere(course: Course, tmp_path: Path) -> None:
    root = manifest(emit(course, tmp_path))
    identifiers = find(root, "//@identifier")
    assert len(identifiers) == len(set(identifiers))
    assert set(find(root, "//@identifierref")) <= set(identifiers)
    for sco in find(root, "//cp:resource[@adlcp:scormtype='sco']"):
        assert sco.get("href") in sco.xpath("cp:file/@href", namespaces=NAMES)


@COURSES
def test_member_paths_suit_every_platform(course: Course, tmp_path: Path) -> None:
    paths = emit(course, tmp_path).paths
    assert len({path.lower() for path in paths}) == len(paths)
    for path in paths:
        assert len(path) < 180
        assert path.isascii()
        assert not set(path) - set("abcdefghijklmnopqrstuvwxyz0123456789._-/")


def test_prefixes_are_the_literal_ones_moodle_looks_for(tmp_path: Path) -> None:
    text = content(emit(SAMPLE_PER_MODULE, tmp_path), "imsmanifest.xml").decode()
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<manifest ')
    for literal in ("adlcp:scormtype=", "<adlcp:masteryscore>", "<adlcp:location>", "<item "):
        assert literal in text


def test_one_item_for_the_course_or_one_per_module(tmp_path: Path) -> None:
    single, modules = manifest(emit(SAMPLE, tmp_path)), manifest(emit(SAMPLE_PER_MODULE, tmp_path))
    assert find(single, "//cp:item/@identifier") == ["item_voorbeeld"]
    assert find(modules, "//cp:item/@identifier") == ["item_kader", "item_team"]
    assert find(modules, "//cp:item[2]/adlcp:prerequisites/text()") == ["item_kader"]
    assert find(modules, "//cp:item[2]/adlcp:prerequisites/@type") == ["aicc_script"]
    assert find(modules, "//cp:resource/cp:dependency/@identifierref") == ["assets", "assets"]


def test_mastery_score_only_where_one_quiz_decides(tmp_path: Path) -> None:
    def mastery(course: Course) -> list:
        return find(manifest(emit(course, tmp_path)), "//adlcp:masteryscore/text()")

    kader, team = SAMPLE.modules
    reading = replace(team, activities=team.activities[:2])
    quiz = kader.activities[2]
    assert isinstance(quiz, Quiz)

    def with_quiz(changed: Quiz, **changes: Completion) -> Course:
        module = replace(kader, activities=(*kader.activities[:2], changed))
        return replace(SAMPLE, modules=(module, reading), **changes)

    assert mastery(SAMPLE) == []
    assert mastery(SAMPLE_PER_MODULE) == ["70", "50"]
    assert mastery(with_quiz(quiz)) == ["70"]
    assert mastery(with_quiz(replace(quiz, pass_percent=Decimal("62.50")))) == ["62.5"]
    assert mastery(with_quiz(replace(quiz, pass_percent=Decimal(100)))) == ["100"]
    assert mastery(with_quiz(replace(quiz, required=False))) == []
    assert mastery(with_quiz(quiz, completion=Completion(quizzes="submitted"))) == []
    essay = replace(quiz, questions=quiz.questions[-1:])
    assert mastery(with_quiz(essay)) == []


def test_identifiers_stay_when_words_change(tmp_path: Path) -> None:
    first, *others = SAMPLE_PER_MODULE.modules
    reworded = replace(
        SAMPLE_PER_MODULE,
        title="Anders",
        version="2.0.0",
        modules=(replace(first, title="Anders", summary="Anders"), *others),
    )
    before, after = emit(SAMPLE_PER_MODULE, tmp_path), emit(reworded, tmp_path)
    assert find(manifest(before), "//@identifier") == find(manifest(after), "//@identifier")


def test_hostile_and_long_text_survives_in_the_manifest(tmp_path: Path) -> None:
    validator = schema(tmp_path, "adlcp_rootv1p2.xsd")
    lom = schema(tmp_path, "imsmd_rootv1p2p1.xsd")
    hostile = "]]> </title> & \" ' 🎓 שלום \u202e <!--"
    course = replace(SAMPLE, title=hostile, summary=hostile * 50, id="a" * 300)
    package = emit(course, tmp_path / "course")
    assert find(manifest(package), "//cp:organization/cp:title/text()") == [hostile]
    assert errors(validator, content(package, "imsmanifest.xml")) == []
    assert errors(lom, content(package, "metadata.xml")) == []
    record = etree.fromstring(content(package, "metadata.xml"))
    (description,) = find(record, "md:general/md:description/md:langstring/text()")
    assert len(description) <= 1000
    longer = replace(SAMPLE, title="é" * 300)
    (title,) = find(manifest(emit(longer, tmp_path / "l")), "//cp:organization/cp:title/text()")
    assert title == "é" * 199 + "…"


def test_control_documents_stand_at_the_root_byte_for_byte(tmp_path: Path) -> None:
    folder = schema_folder()
    given = tuple((f"12/{path.name}", path) for path in sorted(folder.glob("*.xsd")))
    other = tmp_path / "lom.xsd"
    other.write_bytes(b"<x/>")
    context = replace(context_for(SAMPLE, tmp_path), control_documents=(*given, ("lom.xsd", other)))
    package = Scorm12Target().emit(SAMPLE, context)
    for _, path in given:
        assert content(package, path.name) == path.read_bytes()
    assert "lom.xsd" not in package.paths


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = emit(SAMPLE, tmp_path / "a"), emit(SAMPLE, tmp_path / "b")
    assert first.paths == second.paths
    for one, other in zip(first, second, strict=True):
        if isinstance(one.content, bytes):
            assert one.content == other.content


def test_many_pages_stay_apart(tmp_path: Path) -> None:
    pages = tuple(
        Page(id=f"pagina-{number}", title=str(number), body=(), span=NOWHERE)
        for number in range(1500)
    )
    course = replace(SAMPLE, modules=(replace(SAMPLE.modules[0], activities=pages),), paths=())
    paths = emit(course, tmp_path).paths
    assert len(set(paths)) == len(paths) > 1500
