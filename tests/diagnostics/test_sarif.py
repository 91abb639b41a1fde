"""SARIF 2.1.0: what the standard requires of the parts we use."""

import json
from typing import Any
from urllib.parse import unquote, urlsplit

from coursebuilder.diagnostics.sarif import sarif_report
from tests.diagnostics.findings import FOUND


def run_of(language: str = "en") -> dict[str, Any]:
    log = json.loads(sarif_report(FOUND, language))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_columns_are_code_points() -> None:
    assert run_of()["columnKind"] == "unicodeCodePoints"


def test_each_result_names_its_rule_by_id_and_index() -> None:
    run = run_of()
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(FOUND)
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]
        assert rule["help"]["text"]
        assert "```" in rule["help"]["markdown"]


def test_addresses_are_relative_and_encoded() -> None:
    run = run_of()
    uris = []
    for result in run["results"]:
        (location,) = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        parts = urlsplit(artifact["uri"])
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert artifact["uri"].isascii()
        assert " " not in artifact["uri"]
        uris.append(unquote(artifact["uri"]))
    assert uris == sorted(finding.span.path for finding in FOUND)


def test_addresses_are_from_where_the_check_was_run() -> None:
    log = json.loads(sarif_report(FOUND, folder="modules/"))
    for result in log["runs"][0]["results"]:
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uri"].startswith("modules/")
        assert artifact["uriBaseId"] == "%SRCROOT%"


def test_regions_count_from_one() -> None:
    regions = [
        result["locations"][0]["physicalLocation"]["region"] for result in run_of()["results"]
    ]
    assert regions[1] == {"startLine": 2, "startColumn": 6}
    assert all(region["startLine"] >= 1 and region["startColumn"] >= 1 for region in regions)


def test_levels_are_those_of_the_standard() -> None:
    levels = {result["level"] for result in run_of()["results"]}
    assert levels == {"error", "warning", "note"}


def test_dutch() -> None:
    run = run_of("nl")
    assert run["language"] == "nl"
    assert "keuzes is juist" in run["results"][2]["message"]["text"]


def test_nothing_found_is_a_log_without_results() -> None:
    assert json.loads(sarif_report(()))["runs"][0]["results"] == []
