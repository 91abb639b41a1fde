import json

from coursebuilder import __version__
from coursebuilder.diagnostics.json_report import json_report
from tests.diagnostics.findings import FOUND, NO_ANSWER


def test_the_shape() -> None:
    assert json.loads(json_report((NO_ANSWER,))) == {
        "format": 1,
        "tool": {"name": "coursebuilder", "version": __version__},
        "summary": {"error": 1, "warning": 0, "info": 0},
        "findings": [
            {
                "code": "CB450",
                "name": "no-correct-choice",
                "severity": "error",
                "path": "01-kader/03 toets é.md",
                "line": 2,
                "column": 3,
                "message": "none of the 4 choices is correct",
                "hint": "mark at least one choice as correct: (x) or [x]",
                "values": {"count": "4"},
            }
        ],
    }


def test_findings_are_sorted_by_place() -> None:
    codes = [found["code"] for found in json.loads(json_report(FOUND))["findings"]]
    assert codes == ["CB510", "CB630", "CB450", "CB606"]


def test_nothing_found() -> None:
    assert json.loads(json_report(()))["findings"] == []
