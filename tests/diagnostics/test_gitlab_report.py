"""GitLab's Code Quality report: the five keys it reads, and fingerprints that tell findings apart."""

import dataclasses
import json

from coursebuilder.diagnostics.gitlab_report import gitlab_report
from tests.diagnostics.findings import FOUND, NO_ANSWER, TODO


def test_the_keys_that_gitlab_reads() -> None:
    entries = json.loads(gitlab_report(FOUND, folder="modules/"))
    assert len(entries) == len(FOUND)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["path"].startswith("modules/")
        assert entry["location"]["lines"]["begin"] >= 1
    assert "CB450 no-correct-choice" in {entry["check_name"] for entry in entries}


def test_a_finding_that_moved_keeps_its_fingerprint_and_two_alike_differ() -> None:
    moved = dataclasses.replace(TODO, span=dataclasses.replace(TODO.span, line=9))
    (before,) = json.loads(gitlab_report([TODO]))
    (after,) = json.loads(gitlab_report([moved]))
    assert before["fingerprint"] == after["fingerprint"]
    both = json.loads(gitlab_report([TODO, moved, NO_ANSWER]))
    assert len({entry["fingerprint"] for entry in both}) == 3


def test_dutch() -> None:
    assert "keuzes is juist" in json.loads(gitlab_report([NO_ANSWER], "nl"))[0]["description"]
