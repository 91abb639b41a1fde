"""The manifest's sequencing, played by scorm-again's engine: what opens, and what counts for the course."""

import json
import subprocess
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from lxml import etree

from coursebuilder.targets.scorm2004 import Scorm2004Target
from tests.e2e.conftest import MODULES
from tests.sample_course import SAMPLE, context_for

ENGINE = MODULES / "scorm-again" / "dist" / "scorm2004.js"
SCRIPT = Path(__file__).parent / "fixtures" / "sequencing.mjs"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
SS = "{http://www.imsglobal.org/xsd/imsss}"

pytestmark = [
    pytest.mark.skipif(which("node") is None, reason="node is not installed"),
    pytest.mark.skipif(not ENGINE.exists(), reason="scorm-again is not installed"),
]


def typed(element: etree._Element | None) -> dict[str, Any]:
    """The attributes with the types the engine wants."""
    if element is None:
        return {}
    truth = {"true": True, "false": False}
    return {
        key: truth[value] if value in truth else float(value) if key.endswith("Weight") else value
        for key, value in element.attrib.items()
    }


def conditions(rule: etree._Element, name: str) -> dict[str, Any]:
    group = rule.find(f"{SS}{name}")
    combination = group.get("conditionCombination")
    return {"conditionCombination": combination, "conditions": [dict(one.attrib) for one in group]}


def objective(element: etree._Element) -> dict[str, Any]:
    return {
        "objectiveID": element.get("objectiveID"),
        "isPrimary": element.tag == f"{SS}primaryObjective",
        "mapInfo": [typed(info) for info in element],
    }


def activity(element: etree._Element) -> dict[str, Any]:
    """An item or the organization as the engine's settings, attribute by attribute."""
    sequencing = element.find(f"{SS}sequencing")
    rollup = sequencing.find(f"{SS}rollupRules")
    delivery = typed(sequencing.find(f"{SS}deliveryControls"))
    goals = [objective(one) for one in sequencing.iterfind(f"{SS}objectives/*")]
    return {
        "id": element.get("identifier"),
        "title": element.findtext(f"{CP}title"),
        "children": [activity(item) for item in element.iterfind(f"{CP}item")],
        "sequencingControls": {
            **typed(sequencing.find(f"{SS}controlMode")),
            **typed(rollup),
            **delivery,
        },
        "deliveryControls": delivery,
        "sequencingRules": {
            "preConditionRules": [
                {"action": rule[1].get("action"), **conditions(rule, "ruleConditions")}
                for rule in sequencing.iter(f"{SS}preConditionRule")
            ]
        },
        **(
            {
                "rollupRules": {
                    "rules": [
                        {
                            "action": rule[1].get("action"),
                            "consideration": rule.get("childActivitySet"),
                            **conditions(rule, "rollupConditions"),
                        }
                        for rule in rollup
                    ]
                }
            }
            if len(rollup)
            else {}
        ),
        **({"primaryObjective": goals[0], "objectives": goals[1:]} if goals else {}),
    }


def result(success: str, scaled: str) -> dict[str, str]:
    return {
        "cmi.completion_status": "completed",
        "cmi.progress_measure": "1",
        "cmi.success_status": success,
        "cmi.score.scaled": scaled,
    }


PLAYS: dict[str, list[dict[str, str]]] = {
    "untouched": [{"cmi.completion_status": "incomplete"}],
    "failed": [result("failed", "0.2")],
    "one passed": [result("passed", "0.8")],
    "all passed": [result("passed", "0.8"), result("passed", "1")],
    "last failed": [result("passed", "0.8"), result("failed", "0.3")],
}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Name of the play -> how it went."""
    context = context_for(SAMPLE, tmp_path_factory.mktemp("course"))
    content = Scorm2004Target().emit(SAMPLE, context).entries[0].content
    assert isinstance(content, bytes)
    (organization,) = etree.fromstring(content).iter(f"{CP}organization")
    task = {"tree": activity(organization), "plays": list(PLAYS.values())}
    done = subprocess.run(
        ["node", str(SCRIPT), str(ENGINE)],
        input=json.dumps(task), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.rpartition("\n=\n")[2])
    return dict(zip(PLAYS, found, strict=True))


def test_the_second_module_is_closed_at_the_start(played: dict[str, dict[str, Any]]) -> None:
    assert {tuple(play["choices"]) for play in played.values()} == {("true", "false")}


@pytest.mark.parametrize(
    ("name", "opens"),
    [("untouched", False), ("failed", False), ("one passed", True), ("all passed", True)],
)
def test_it_opens_when_the_first_is_passed(
    name: str, opens: bool, played: dict[str, dict[str, Any]]
) -> None:
    assert played[name]["delivered"] == ["item_kader", *(["item_team"] if opens else [])]


@pytest.mark.parametrize(
    ("name", "satisfied", "completed"),
    [
        ("untouched", None, "unknown"),
        ("failed", False, "unknown"),
        ("one passed", None, "unknown"),
        ("all passed", True, "completed"),
        ("last failed", False, "completed"),
    ],
)
def test_the_course_is_what_its_modules_are(
    name: str, satisfied: bool | None, completed: str, played: dict[str, dict[str, Any]]
) -> None:
    assert (played[name]["satisfied"], played[name]["completed"]) == (satisfied, completed)


def test_the_score_of_the_course_weighs_by_points(played: dict[str, dict[str, Any]]) -> None:
    # 11.5 points in the first module, 2 in the second: 0.1739 of it.
    assert played["all passed"]["measure"] == pytest.approx((0.8 + 0.1739) / 1.1739)
