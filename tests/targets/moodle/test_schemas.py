"""The backup's files against their descriptions; the same descriptions hold for Moodle's own backups."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from coursebuilder.formats.xml import serialise
from tests.sample_course import SAMPLE
from tests.targets.moodle.backup import Backup, backup
from tests.targets.moodle.schemas import described, findings

OURS = backup()
SHARED = backup(replace(SAMPLE, moodle=replace(SAMPLE.moodle, question_bank="course")))
BADGES = backup(replace(SAMPLE, moodle=replace(SAMPLE.moodle, badges=True)))
OLD = backup(replace(SAMPLE, moodle=replace(SAMPLE.moodle, min_version=(4, 1))))


@pytest.mark.parametrize(
    "made", [OURS, SHARED, BADGES, OLD], ids=["ours", "shared bank", "badges", "4.1"]
)
def test_every_file_is_as_described(made: Backup) -> None:
    wrong = {path: findings(serialise(root)) for path, root in made.documents.items()}
    assert {path: found for path, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    ("file", "path", "value"),
    [
        ("quiz_*/quiz.xml", "quiz/sumgrades", "ten"),
        ("quiz_*/quiz.xml", "quiz/question_instances/question_instance/maxmark", "1"),
        ("questions.xml", ".//question/qtype", "essay"),
        ("questions.xml", ".//answer/fraction", "100"),
        ("moodle_backup.xml", ".//activity/directory", "page_1"),
        ("files.xml", "file/contenthash", "abc"),
        ("completion.xml", ".//moduleinstance", ""),
        ("section_*/section.xml", "number", "-1"),
    ],
)
def test_the_descriptions_see_a_wrong_value(file: str, path: str, value: str) -> None:
    for name, root in backup().documents.items():
        element = root.find(path) if Path(name).match(file) else None
        if element is not None:
            element.text = value
            assert findings(serialise(root))
            return
    pytest.fail(f"no {path} in {file}")


def test_the_descriptions_see_a_wrong_order() -> None:
    root = backup().one("questions.xml")
    question = next(root.iter("question"))
    question.append(question[0])
    assert findings(serialise(root))


@pytest.mark.skipif(
    "COURSEBUILDER_REFERENCE" not in os.environ,
    reason="COURSEBUILDER_REFERENCE names no folder with unpacked backups made by Moodle 4.5 or later",
)
def test_backups_made_by_moodle_are_as_described() -> None:
    folder = Path(os.environ["COURSEBUILDER_REFERENCE"])
    files = [path for path in folder.rglob("*.xml") if described(path.read_bytes())]
    assert any(path.name == "questions.xml" for path in files)
    wrong = {str(path): findings(path.read_bytes()) for path in files}
    assert {path: found for path, found in wrong.items() if found} == {}
