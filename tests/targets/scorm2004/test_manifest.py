"""The manifest against the official schemas of both editions, and against what players really do."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from coursebuilder.formats.xml import LOM
from coursebuilder.model import Completion, Course, Module, Scorm2004Settings
from coursebuilder.package import Package
from coursebuilder.targets.scorm2004 import Scorm2004Target
from tests.sample_course import SAMPLE, context_for
from tests.scorm_2004_xsd import errors, schema, schema_folder

NAMES = {
    "cp": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "ss": "http://www.imsglobal.org/xsd/imsss",
    "lom": LOM,
}
UNLISTED = {"imsmanifest.xml", "metadata.xml"}
EDITIONS = pytest.mark.parametrize("edition", ["4", "3"])


def of_edition(edition: str, course: Course = SAMPLE) -> Course:
    return replace(course, scorm2004=Scorm2004Settings(edition="3" if edition == "3" else "4"))


def emit(course: Course, folder: Path) -> Package:
    return Scorm2004Target().emit(course, context_for(course, folder))


def content(package: Package, path: str = "imsmanifest.xml") -> bytes:
    (entry,) = (entry for entry in package if entry.path == path)
    assert isinstance(entry.content, bytes)
    return entry.content


def manifest(package: Package) -> etree._Element:
    return etree.fromstring(content(package))


def find(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=NAMES)


@EDITIONS
def test_manifest_is_valid_by_the_official_schemas(edition: str, tmp_path: Path) -> None:
    package = emit(of_edition(edition), tmp_path)
    assert errors(schema(edition), content(package)) == []
    assert find(manifest(package), "cp:metadata/cp:schemaversion/text()") == [
        {"4": "2004 4th Edition", "3": "2004 3rd Edition"}[edition]
    ]


def test_the_validator_sees_mistakes(tmp_path: Path) -> None:
    good = content(emit(SAMPLE, tmp_path))
    for wrong in (
        (b'scormType="sco"', b'scormType="SCO"'),
        (b'action="disabled"', b'action="closed"'),
        (b"<adlnav:hideLMSUI>previous<", b"<adlnav:hideLMSUI>back<"),
        (b'objectiveMeasureWeight="1"', b'objectiveMeasureWeight="2"'),
        (b'minProgressMeasure="1.0"', b'minProgressMeasure="100"'),
        (b'objectivesGlobalToSystem="false"', b'objectivesGlobalToSystem="no"'),
    ):
        assert good.count(wrong[0])
        assert errors(schema("4"), good.replace(*wrong)), wrong


def test_prefixes_are_the_literal_ones_moodle_looks_for(tmp_path: Path) -> None:
    text = content(emit(SAMPLE, tmp_path)).decode()
    assert text.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="http://www.ims'
    )
    for literal in ("adlcp:scormType=", "<imsss:sequencing>", "<adlnav:presentation>", "<item "):
        assert literal in text
    assert text.count("xmlns") == 6, "declared once, at the root"


def test_each_addition_stands_where_players_look_for_it(tmp_path: Path) -> None:
    """The schemas are lax there: an element at another place is valid, and ignored."""
    root = manifest(emit(SAMPLE, tmp_path))
    for item in find(root, "//cp:item"):
        assert [etree.QName(child).localname for child in item] == [
            "title", "completionThreshold", "sequencing", "presentation"
        ]  # fmt: skip
    (organization,) = find(root, "//cp:organization")
    assert etree.QName(organization[-1]).text == "{http://www.imsglobal.org/xsd/imsss}sequencing"
    assert organization.get(f"{{{NAMES['adlseq']}}}objectivesGlobalToSystem") == "false"
    order = ["sequencingRules", "rollupRules", "objectives", "deliveryControls"]
    for sequencing in find(root, "//cp:item/ss:sequencing"):
        present = [etree.QName(child).localname for child in sequencing]
        assert present == [name for name in order if name in present]


def test_prerequisites_close_a_module_until_the_other_is_satisfied(tmp_path: Path) -> None:
    root = manifest(emit(SAMPLE, tmp_path))
    assert not find(root, "//cp:item[@identifier='item_kader']//ss:sequencingRules")
    (rules,) = find(root, "//cp:item[@identifier='item_team']/ss:sequencing/ss:sequencingRules")
    assert find(rules, "ss:preConditionRule/ss:ruleAction/@action") == ["disabled"]
    (conditions,) = find(rules, "ss:preConditionRule/ss:ruleConditions")
    assert conditions.get("conditionCombination") == "any"
    assert [
        (
            condition.get("operator"),
            condition.get("condition"),
            condition.get("referencedObjective"),
        )
        for condition in conditions
    ] == [
        ("not", "satisfied", "needs.kader"),
        ("not", "objectiveStatusKnown", "needs.kader"),
    ]
    (written,) = find(root, "//ss:primaryObjective[@objectiveID='module.kader']/ss:mapInfo")
    (read,) = find(root, "//ss:objective[@objectiveID='needs.kader']/ss:mapInfo")
    assert written.get("targetObjectiveID") == read.get("targetObjectiveID")
    assert written.get("writeSatisfiedStatus") == read.get("readSatisfiedStatus") == "true"
    assert read.get("writeSatisfiedStatus") is None


def test_only_the_module_itself_writes_its_global_objective(tmp_path: Path) -> None:
    root = manifest(emit(SAMPLE, tmp_path))
    writers = find(root, "//ss:mapInfo[@writeSatisfiedStatus='true']/@targetObjectiveID")
    assert len(writers) == len(set(writers))
    assert set(find(root, "//ss:mapInfo/@targetObjectiveID")) == set(writers)
    for item in find(root, "//cp:item"):
        ids = find(item, ".//@objectiveID")
        assert len(ids) == len(set(ids))
        assert set(find(item, ".//@referencedObjective")) <= set(ids)


def test_silence_of_a_module_is_never_taken_for_success(tmp_path: Path) -> None:
    root = manifest(emit(SAMPLE, tmp_path))
    assert len(find(root, "//cp:item")) == len(find(root, "//ss:deliveryControls")) == 2
    for controls in find(root, "//ss:deliveryControls"):
        assert controls.attrib == {
            "completionSetByContent": "true",
            "objectiveSetByContent": "true",
        }
    # The player decides: with satisfiedByMeasure a platform would overrule it by the score.
    assert not find(root, "//@satisfiedByMeasure")


def test_completion_and_satisfaction_roll_up(tmp_path: Path) -> None:
    root = manifest(emit(SAMPLE, tmp_path))
    (mode,) = find(root, "//cp:organization/ss:sequencing/ss:controlMode")
    assert (mode.get("choice"), mode.get("flow")) == ("true", "true")
    rules = {
        (rule.get("childActivitySet"), rule[1].get("action")): [
            (condition.get("operator"), condition.get("condition")) for condition in rule[0]
        ]
        for rule in find(root, "//cp:organization/ss:sequencing/ss:rollupRules/ss:rollupRule")
    }
    assert rules == {
        ("any", "notSatisfied"): [(None, "objectiveStatusKnown"), ("not", "satisfied")],
        ("all", "satisfied"): [(None, "satisfied")],
        ("any", "incomplete"): [(None, "activityProgressKnown"), ("not", "completed")],
        ("all", "completed"): [(None, "completed")],
    }


def test_modules_weigh_as_much_as_their_points(tmp_path: Path) -> None:
    kader, team = SAMPLE.modules
    reading = Module(id="lezen", title="Lezen", summary="", activities=kader.activities[:2])
    course = replace(SAMPLE, modules=(kader, team, reading))
    weights = find(manifest(emit(course, tmp_path)), "//cp:item//@objectiveMeasureWeight")
    assert [Decimal(weight) for weight in weights] == [1, Decimal("0.1739"), 0]
    only = replace(SAMPLE, modules=(reading,))
    assert find(manifest(emit(only, tmp_path)), "//cp:item//@objectiveMeasureWeight") == ["0"]


@pytest.mark.parametrize(
    ("edition", "text", "attributes"),
    [("3", "1.0", 0), ("4", None, 3)],
)
def test_the_threshold_of_completion_in_each_edition(
    edition: str, text: str | None, attributes: int, tmp_path: Path
) -> None:
    for threshold in find(
        manifest(emit(of_edition(edition), tmp_path)), "//adlcp:completionThreshold"
    ):
        assert threshold.text == text
        assert len(threshold.attrib) == attributes
        assert threshold.get("completedByMeasure", "true") == "true"


def test_buttons_the_player_replaces_are_hidden_those_to_leave_are_not(tmp_path: Path) -> None:
    root = manifest(emit(SAMPLE, tmp_path))
    for navigation in find(root, "//adlnav:navigationInterface"):
        hidden = find(navigation, "adlnav:hideLMSUI/text()")
        assert hidden == ["previous", "continue", "abandon", "abandonAll"]


@EDITIONS
def test_every_file_is_listed_exactly_once(edition: str, tmp_path: Path) -> None:
    package = emit(of_edition(edition), tmp_path)
    root = manifest(package)
    listed = [unquote(href) for href in find(root, "//cp:file/@href")]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(package.paths) - UNLISTED
    identifiers = find(root, "//@identifier")
    assert len(identifiers) == len(set(identifiers))
    assert set(find(root, "//@identifierref")) <= set(identifiers)
    for sco in find(root, "//cp:resource[@adlcp:scormType='sco']"):
        assert sco.get("href") in find(sco, "cp:file/@href")
        assert find(sco, "cp:dependency/@identifierref") == ["assets"]


def test_only_the_runtime_of_scorm_2004_is_in_the_package(tmp_path: Path) -> None:
    paths = set(emit(SAMPLE, tmp_path).paths)
    assert "player/runtime/scorm2004.js" in paths
    assert not paths & {"player/runtime/scorm12.js", "player/runtime/none.js", "service-worker.js"}
    assert not any(path.startswith("player/site/") for path in paths)


def test_identifiers_stay_when_words_change(tmp_path: Path) -> None:
    first, *others = SAMPLE.modules
    reworded = replace(
        SAMPLE,
        title="Anders",
        version="2.0.0",
        modules=(replace(first, title="Anders", summary="Anders"), *others),
    )
    before, after = manifest(emit(SAMPLE, tmp_path)), manifest(emit(reworded, tmp_path))
    for attribute in ("//@identifier", "//@objectiveID", "//@targetObjectiveID"):
        assert find(before, attribute) == find(after, attribute)


@EDITIONS
def test_hostile_and_long_text_survives(edition: str, tmp_path: Path) -> None:
    hostile = "]]> </title> & \" ' 🎓 שלום \u202e <!--"
    first, *others = SAMPLE.modules
    course = replace(
        of_edition(edition),
        title=hostile,
        summary=hostile * 50,
        id="a" * 300,
        modules=(replace(first, title="é" * 300), *others),
    )
    package = emit(course, tmp_path)
    assert errors(schema(edition), content(package)) == []
    assert find(manifest(package), "//cp:organization/cp:title/text()") == [hostile]
    assert find(manifest(package), "//cp:item[1]/cp:title/text()") == ["é" * 199 + "…"]
    record = etree.fromstring(content(package, "metadata.xml"))
    (description,) = find(record, "lom:general/lom:description/lom:string/text()")
    assert len(description) <= 1000


def test_metadata_says_what_the_course_says(tmp_path: Path) -> None:
    record = etree.fromstring(content(emit(SAMPLE, tmp_path), "metadata.xml"))
    assert record.tag == f"{{{LOM}}}lom"
    order = [etree.QName(child).localname for child in record]
    assert order[:6] == [
        "general",
        "lifeCycle",
        "metaMetadata",
        "technical",
        "educational",
        "rights",
    ]
    assert find(record, "lom:general/lom:title/lom:string/text()") == [SAMPLE.title]
    assert find(record, "lom:metaMetadata/lom:metadataSchema/text()") == ["LOMv1.0", "ADLv1.0"]
    assert find(record, "lom:rights/lom:description/lom:string/text()") == [SAMPLE.licence]
    for value in find(record, "//lom:value/text()"):
        assert value == value.lower()


@EDITIONS
def test_the_schemas_of_the_right_edition_go_in_when_given(edition: str, tmp_path: Path) -> None:
    folder = schema_folder("4").parent
    given = tuple(
        (path.relative_to(folder).as_posix(), path)
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".xsd", ".dtd"}
    )
    course = of_edition(edition)
    context = replace(context_for(course, tmp_path / "course"), control_documents=given)
    package = Scorm2004Target().emit(course, context)
    for name in ("adlcp_v1p3.xsd", "imsss_v1p0seqrule.xsd", "datatypes.dtd"):
        assert content(package, name) == (schema_folder(edition) / name).read_bytes()
    assert not {"adlcp_rootv1p2.xsd", "ims_xml.xsd"} & set(package.paths)


def test_parts_of_the_metadata_schema_keep_their_folders(tmp_path: Path) -> None:
    folder = schema_folder("4")
    extra = tmp_path / "strict.xsd"
    extra.write_bytes(b"<x/>")
    given = (
        ("adlcp_v1p3.xsd", folder / "adlcp_v1p3.xsd"),
        ("vocab/strict.xsd", extra),
        ("own/strict.xsd", extra),
    )
    context = replace(context_for(SAMPLE, tmp_path / "course"), control_documents=given)
    paths = Scorm2004Target().emit(SAMPLE, context).paths
    assert "vocab/strict.xsd" in paths
    assert "own/strict.xsd" not in paths


def test_same_course_same_bytes(tmp_path: Path) -> None:
    def members(package: Package) -> list[tuple[str, object]]:
        return [(entry.path, entry.content) for entry in package]

    assert members(emit(SAMPLE, tmp_path)) == members(emit(SAMPLE, tmp_path))


def test_the_rule_of_completion_is_the_players_affair(tmp_path: Path) -> None:
    course = replace(SAMPLE, completion=Completion(quizzes="submitted"))
    assert content(emit(course, tmp_path)) == content(emit(SAMPLE, tmp_path))
