"""Moodle's own activities in the backup, and what a real Moodle makes of them."""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from coursebuilder.archive import write_package
from coursebuilder.formats.xml import serialise
from coursebuilder.model import Asset
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.moodle.feedback import safe_label
from coursebuilder.targets.moodle.files import Area, Files
from coursebuilder.targets.moodle.ids import Ids
from tests.platform_sample import course_and_context
from tests.targets.moodle.backup import Backup
from tests.targets.moodle.schemas import findings

COURSE, CONTEXT = course_and_context()
MADE = Backup(MoodleTarget().emit(COURSE, CONTEXT))
PHP = Path(__file__).parent / "php"


def activity(id: str) -> str:
    """The folder of the activity with that id number."""
    (found,) = (
        path.rpartition("/")[0]
        for path, root in MADE.documents.items()
        if root.tag == "module" and root.findtext("idnumber") == f"kader/{id}"
    )
    return found


def content(id: str) -> etree._Element:
    folder = activity(id)
    kind = folder.rpartition("/")[2].partition("_")[0]
    return MADE.documents[f"{folder}/{kind}.xml"][0]


def completion(id: str) -> tuple[str | None, ...]:
    root = MADE.documents[f"{activity(id)}/module.xml"]
    return root.findtext("completion"), root.findtext("completionview")


def test_every_file_is_as_described() -> None:
    wrong = {path: findings(serialise(root)) for path, root in MADE.documents.items()}
    assert {path: found for path, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    ("id", "kind", "rule", "seen"),
    [
        ("forum", "forum", {"completionposts": "1", "completiondiscussions": "0"}, "0"),
        ("vraag", "forum", {"completionposts": "1", "completiondiscussions": "0"}, "0"),
        ("overleg", "forum", {"completionposts": "0", "completiondiscussions": "1"}, "0"),
        ("opdracht", "assign", {"completionsubmit": "1", "grade": "9"}, "0"),
        ("opdracht2", "assign", {"completionsubmit": "1", "grade": "20"}, "0"),
        ("gids", "assign", {"completionsubmit": "1", "grade": "7"}, "0"),
        ("evaluatie", "feedback", {"completionsubmit": "1", "anonymous": "1"}, "0"),
        ("rol", "choice", {"completionsubmit": "1", "showresults": "1"}, "0"),
        ("woordenlijst", "page", {}, "1"),
        ("eigen", "glossary", {"completionentries": "0"}, "1"),
        ("site", "url", {"externalurl": "https://www.klascement.net/?a=1&b=2"}, "1"),
        ("bestand", "resource", {}, "1"),
        ("map", "folder", {}, "1"),
    ],
)
def test_kind_and_completion(id: str, kind: str, rule: dict[str, str], seen: str) -> None:
    made = content(id)
    assert made.tag == kind
    assert {name: made.findtext(name) for name in rule} == rule
    assert completion(id) == ("2", seen)


def test_what_is_not_required_is_ticked_by_hand() -> None:
    assert {activity.required for module in COURSE.modules for activity in module.activities} == {
        True
    }
    criteria = {found.text for found in MADE.all("moduleinstance")}
    assert len(criteria) == 14


def test_forums_have_their_kind_and_links_in_the_opening_text() -> None:
    assert [content(id).findtext("type") for id in ("forum", "vraag", "overleg")] == [
        "single",
        "qanda",
        "general",
    ]
    intro = content("forum").findtext("intro") or ""
    page = activity("woordenlijst").rpartition("_")[2]
    assert f"$@PAGEVIEWBYID*{page}@$#ict-team" in intro


def test_the_rubric_is_the_form_that_marks() -> None:
    area = MADE.documents[f"{activity('opdracht')}/grading.xml"][0]
    assert area.findtext("activemethod") == "rubric"
    assert [level.findtext("score") for level in area.iter("level")] == [
        "0.00000", "2.00000", "4.50000", "0.00000", "4.50000",
    ]  # fmt: skip
    assert f"{activity('opdracht2')}/grading.xml" not in MADE.documents
    item = MADE.documents[f"{activity('opdracht2')}/grades.xml"].find(".//grade_item")
    assert item is not None
    assert (item.findtext("itemmodule"), item.findtext("grademax")) == ("assign", "20.00000")
    assert (item.findtext("weightoverride"), item.findtext("aggregationcoef2")) == ("1", "0.00000")
    total = MADE.documents["gradebook.xml"].find(".//grade_item")
    assert total is not None
    assert total.findtext("grademax") == "0.00000"


def test_a_marking_guide_says_what_it_gives_to_whom() -> None:
    area = MADE.documents[f"{activity('gids')}/grading.xml"][0]
    assert area.findtext("activemethod") == "guide"
    rows = [
        tuple(
            row.findtext(tag)
            for tag in ("shortname", "maxscore", "description", "descriptionmarkers")
        )
        for row in area.iter("guidecriterion")
    ]
    assert rows == [
        ("Agenda", "4.00000", "De agenda is vooraf rondgestuurd.", "Zonder tijden: hoogstens 2."),
        ("Verslag", "2.50000", "", "Kijk naar de afspraken."),
    ]


def test_what_is_handed_in() -> None:
    def settings(id: str) -> dict[tuple[str | None, ...], str | None]:
        return {
            tuple(config.findtext(tag) for tag in ("subtype", "plugin", "name")): config.findtext(
                "value"
            )
            for config in content(id).iter("plugin_config")
        }

    both, text = settings("opdracht"), settings("opdracht2")
    assert both["assignsubmission", "file", "enabled"] == "1"
    assert both["assignsubmission", "file", "maxfilesubmissions"] == "2"
    assert text["assignsubmission", "file", "enabled"] == "0"
    assert text["assignsubmission", "onlinetext", "enabled"] == "1"


def test_offered_files_stand_at_the_top_of_their_area() -> None:
    areas = {"introattachment": 2, "content": 3}
    files = [found for found in MADE.documents["files.xml"] if found.findtext("filearea") in areas]
    assert len(files) == sum(areas.values())
    assert {found.findtext("filepath") for found in files} == {"/"}
    main = [found for found in files if found.findtext("sortorder") == "1"]
    assert [found.findtext("filename") for found in main] == ["taken.csv"]


@pytest.mark.parametrize(
    ("paths", "folders"),
    [
        (("a/x.txt", "b/c/y.txt"), ["/", "/"]),
        (("x.txt",), ["/"]),
        (("m/a/x.txt", "m/b/x.txt"), ["/a/", "/b/"]),
        (("a/x.txt", "b/X.txt"), ["/a/", "/b/"]),
    ],
)
def test_offered_files_of_one_name_keep_their_folders(
    paths: tuple[str, ...], folders: list[str]
) -> None:
    assets = tuple(
        Asset(path=path, size=1, sha1=f"{number:040}", media_type="text/plain")
        for number, path in enumerate(paths)
    )
    files = Files(replace(COURSE, assets=assets), Ids("x"))
    files.offer(Area(1, "mod_folder", "content"), paths)
    assert [file.folder for file in files] == folders


def test_entries_of_a_glossary_are_declared_as_user_data() -> None:
    settings = {
        found.findtext("name"): found.findtext("value")
        for found in MADE.documents["moodle_backup.xml"].iter("setting")
    }
    folder = activity("eigen").rpartition("/")[2]
    assert settings["users"] == settings[f"{folder}_userinfo"] == "1"
    others = [
        name for name, value in settings.items() if value == "1" and name and "userinfo" in name
    ]
    assert others == [f"{folder}_userinfo"]
    assert len(MADE.documents["users.xml"]) == 0
    assert [entry.findtext("concept") for entry in content("eigen").iter("entry")] == [
        "ICT-team",
        "Team",
    ]


def test_a_label_keeps_its_signs_out_of_the_presentation() -> None:
    assert safe_label("a | b #### <c>") == "a &#124; b &#35;&#35;&#35;&#35; &lt;c&gt;"


def test_trainers_have_a_hidden_section_at_the_end() -> None:
    sections = [root for root in MADE.documents.values() if root.tag == "section"]
    last = max(sections, key=lambda root: int(root.findtext("number") or 0))
    assert (last.findtext("name"), last.findtext("visible")) == ("Voor begeleiders", "0")
    inside = [
        root
        for root in MADE.documents.values()
        if root.tag == "module" and root.findtext("sectionid") == last.get("id")
    ]
    assert len(inside) == 2
    assert {(root.findtext("visible"), root.findtext("completion")) for root in inside} == {
        ("0", "0")
    }


def test_learners_do_not_see_the_name_of_a_hidden_section() -> None:
    options = MADE.documents["course/course.xml"].iter("courseformatoption")
    values = {option.findtext("name"): option.findtext("value") for option in options}
    assert values == {"hiddensections": "1", "coursedisplay": "0"}


@pytest.mark.moodle
@pytest.mark.skipif(not os.environ.get("MOODLE_DIR"), reason="MOODLE_DIR names no installed Moodle")
def test_a_real_moodle_restores_it_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "platform.mbz"
    write_package(MADE.package, path, timestamp=CONTEXT.timestamp)
    report = _php("restore.php", path)
    assert (report["precheck"], report["log"], report["notices"]) in (
        ([], [], []),
        ({}, [], []),
    )
    arrived = _php("platform.php", report["courseid"])
    assert arrived["entries"] == {"ICT-team": 0, "Team": 2}
    assert arrived["levels"] == 5
    assert arrived["grading"] == ["rubric", "guide"]
    assert arrived["guide"] == {"Agenda": 4, "Verslag": 2.5}
    assert arrived["items"] == {"choice": 2, "rated": 1, "text": 1}
    assert arrived["options"] == 2
    assert arrived["files"] == 5
    assert arrived["hidden"] == ["Voor begeleiders"]
    assert _php("seen.php", report["courseid"])["sections"] == ["Over deze cursus", "Kader"]
    assert arrived["grades"] == {"Ons actieplan": 9, "Tekst": 20, "Vergadering": 7}
    assert arrived["notices"] == []


def _php(script: str, *arguments: object) -> Any:
    command = ["php", "-d", "max_input_vars=5000", PHP / script, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    return json.loads(result.stdout[result.stdout.index("{") :])
