"""What ``init`` writes beside the course: every file is read by what it is for, or run."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from lxml import etree

from coursebuilder import __version__
from coursebuilder.authoring.stats import practice_questions, type_of
from coursebuilder.model import Assignment, Quiz, Situation
from coursebuilder.model.question import Question
from coursebuilder.pipeline import check_loaded, load_course
from coursebuilder.starter import write_starter
from coursebuilder.targets import TARGETS
from tests.cli.test_commands import ROOT, coursebuilder

TYPES = {
    "choice", "multiple", "truefalse", "shortanswer", "number", "calculated", "matching", "ordering", "essay",
    "gaps-choose", "gaps-drag", "gaps-type",
}  # fmt: skip
LANGUAGES = pytest.mark.parametrize("language", ["en", "nl"])


def start(folder: Path, language: str = "en", install: str = "") -> Path:
    write_starter(folder / "c", "Course", language, install)
    return folder / "c"


def snippets(root: Path) -> dict[str, Any]:
    text = (root / ".vscode" / "coursebuilder.code-snippets").read_text(encoding="utf-8")
    return dict(json.loads(text))


def typed(body: list[str]) -> str:
    """What an editor leaves when every proposal of a snippet is accepted."""
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}", r"\1", "\n".join(body))
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


@LANGUAGES
def test_each_question_snippet_is_a_question_of_its_type(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    modules = root / "modules"
    seen = set()
    for name, snippet in snippets(root).items():
        if not snippet["prefix"].startswith("q-") or snippet["prefix"] == "q-practice":
            continue
        text = f"---\ntype: quiz\npass: 0\n---\n# Q\n\n{typed(snippet['body'])}\n"
        text = re.sub(r" objective=\w+", "", text)
        (modules / "01-start" / "03-snippet.md").write_text(text, encoding="utf-8")
        loaded = load_course(modules)
        assert loaded.course is not None
        assert not [f for f in check_loaded(loaded, ()) if f.span.path.endswith("03-snippet.md")], (
            name
        )
        quiz = loaded.course.modules[0].activities[2]
        assert isinstance(quiz, Quiz)
        (question,) = quiz.questions
        wanted = {"short": "shortanswer"}.get(snippet["prefix"][2:], snippet["prefix"][2:])
        assert type_of(question) == wanted, name
        seen.add(type_of(question))
    assert seen == TYPES


def test_every_question_type_of_the_model_has_a_snippet() -> None:
    names = {kind.__name__.removesuffix("Question").lower() for kind in get_args(Question)}
    known = {name.partition("-")[0] for name in TYPES} - {"multiple"}
    assert {{"numerical": "number", "gap": "gaps"}.get(name, name) for name in names} == known


@LANGUAGES
def test_the_other_snippets_make_a_sound_course(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    folder = root / "modules" / "01-start"
    objective = {"en": "parts", "nl": "opbouw"}[language]
    (folder / "images" / {"en": "picture.svg", "nl": "afbeelding.svg"}[language]).write_text(
        (folder / "images" / {"en": "parts.svg", "nl": "opbouw.svg"}[language]).read_text()
    )
    (folder / "files").mkdir()
    (folder / "files" / "agenda.md").write_text("# Agenda\n")
    (folder / "media").mkdir()
    (folder / "media" / "video.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(64))
    (folder / "media" / "video.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nHi\n")
    blocks = []
    for number, snippet in enumerate(snippets(root).values()):
        prefix = snippet["prefix"]
        text = typed(snippet["body"]).replace("{#id", f"{{#id-{number}")
        if text.startswith("---") and prefix not in WITHIN:
            text = re.sub(r"^objectives: .*", f"objectives: [{objective}]", text, flags=re.M)
            (folder / f"1{number}-{prefix}.md").write_text(text + "\n", encoding="utf-8")
        elif prefix not in WITHIN and (prefix == "q-practice" or not prefix.startswith("q-")):
            blocks.append(text)
    page = "# Page\n\n" + "\n\n".join(blocks) + "\n"
    (folder / "09-blocks.md").write_text(page, encoding="utf-8")
    loaded = load_course(root / "modules")
    assert loaded.course is not None
    bad = [f for f in check_loaded(loaded, ()) if f.rule.severity.value == "error"]
    assert not bad, [f"{f.span.path}:{f.span.line} {f.message('en')}" for f in bad]
    page_read = next(a for a in loaded.course.modules[0].activities if a.id == "blocks")
    assert len(practice_questions(page_read)) == 1


WITHIN = {
    "cb-part": ["cb-quiz"],
    "cb-page-break": ["cb-quiz"],
    "cb-scene": ["cb-situation"],
    "cb-guide": [],
}
"""What stands in a file of a kind: below the snippet that begins such a file, or an assignment."""


@LANGUAGES
def test_the_snippets_of_what_stands_within_an_activity(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    bodies = {found["prefix"]: typed(found["body"]) for found in snippets(root).values()}
    file = root / "modules" / "01-start" / "03-snippet.md"
    read = {}
    for prefix, above in WITHIN.items():
        pieces = [bodies[name] for name in above] or ["---\ntype: assignment\n---\n# A\n\nDo it."]
        if prefix == "cb-scene":
            scene = re.findall(r"\{#([\w-]+)\}", bodies[prefix])[0]
            pieces = [re.sub(r"\(#[\w-]+\)", f"(#{scene})", pieces[0], count=1)]
        body = re.sub(r"\{#id\}", "{#other}", bodies[prefix])
        file.write_text("\n\n".join([*pieces, body]) + "\n", encoding="utf-8")
        loaded = load_course(root / "modules")
        assert loaded.course is not None
        bad = [f for f in check_loaded(loaded, ()) if f.rule.severity.value == "error"]
        assert not bad, [f"{prefix} {f.span.line} {f.message('en')}" for f in bad]
        read[prefix] = loaded.course.modules[0].activities[2]
    parted, paged, case, marked = read.values()
    assert isinstance(parted, Quiz)
    assert isinstance(paged, Quiz)
    assert isinstance(case, Situation)
    assert isinstance(marked, Assignment)
    assert [bool(part.title) for part in parted.parts] == [False, True]
    assert [page for part in paged.parts for page in part.breaks] == [1]
    assert len(case.scenes) == 4
    assert marked.guide


def test_both_languages_have_the_same_snippets_and_files(tmp_path: Path) -> None:
    english, dutch = start(tmp_path / "en"), start(tmp_path / "nl", "nl")
    prefixes = [[s["prefix"] for s in snippets(root).values()] for root in (english, dutch)]
    assert prefixes[0] == prefixes[1]
    hidden = [
        sorted(p.relative_to(r) for p in r.rglob(".*/**/*") if p.is_file())
        for r in (english, dutch)
    ]
    assert hidden[0] == hidden[1]


@LANGUAGES
def test_the_paths_in_the_settings_of_editors_exist(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    settings = json.loads((root / ".vscode" / "settings.json").read_text())
    for schema, file in settings["yaml.schemas"].items():
        json.loads((root / schema).read_text(encoding="utf-8"))
        assert "*" in file or (root / file).is_file()
    json.loads((root / ".vscode" / "extensions.json").read_text())
    mapping = etree.parse(str(root / ".idea" / "jsonSchemas.xml"))
    schemas = mapping.xpath("//option[@name='relativePathToSchema']/@value")
    assert len(schemas) == 2
    assert all((root / str(schema)).is_file() for schema in schemas)
    assert (root / str(mapping.xpath("//Item/option[@name='path']/@value")[0])).is_file()


@LANGUAGES
def test_the_problem_matcher_matches_a_finding(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    (root / "modules" / "01-start" / "03 één fout: zie.md").write_text(
        "# Fout\n\n[weg](nergens.md)\n"
    )
    tasks = json.loads((root / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    task = tasks["tasks"][0]
    matchers = task["problemMatcher"]
    matchers = matchers if isinstance(matchers, list) else [matchers]
    said = task["command"].replace("--watch", "").split()[1:]
    lines = coursebuilder(*said, "--verbose", cwd=root).stdout.splitlines()
    found = set()
    for matcher in matchers:
        pattern = matcher["pattern"]
        for line in lines:
            if match := re.match(pattern["regexp"], line):
                severity = match[pattern["severity"]] if "severity" in pattern else ""
                assert (root / match[pattern["file"]]).is_file()
                found.add((severity or matcher["severity"], match[pattern["code"]]))
    assert ("error", "CB301") in found
    assert any(severity == "info" for severity, _ in found)
    for place in ("C:/cursussen/mijn cursus/a.md", "C:\\mijn cursus\\a.md", "modules/a: b.md"):
        said = f"{place}:12:34: {WORDS[language]} CB301 missing-file: er is geen x: zie 3:4: b"
        (match,) = (m for one in matchers if (m := re.match(one["pattern"]["regexp"], said)))
        assert match.groups()[:3] == (place, "12", "34")


WORDS = {"en": "error", "nl": "fout"}
"""What a report calls an error."""


@LANGUAGES
def test_the_background_patterns_match_what_a_watch_says(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    tasks = json.loads((root / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    matcher = tasks["tasks"][0]["problemMatcher"]
    background = (matcher[0] if isinstance(matcher, list) else matcher)["background"]
    from coursebuilder.i18n import translate

    ends = translate("checked at {time}; Ctrl-C stops it", language, time="12:00:00")
    assert re.match(background["beginsPattern"], translate("checking", language))
    assert re.match(background["endsPattern"], ends)


def scripts(root: Path) -> dict[str, list[str]]:
    """File -> the shell commands it runs, one after the other."""
    github = yaml.safe_load((root / ".github/workflows/course.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (job,) = github["jobs"].values()
    (own,) = (part for part in gitlab.values() if isinstance(part, dict) and "script" in part)
    return {
        ".github/workflows/course.yml": [step["run"] for step in job["steps"] if "run" in step],
        ".gitlab-ci.yml": own["script"],
    }


def shell(command: str, root: Path, bin_: Path, install: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "COURSEBUILDER": install,
        "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(root.parent / ".cache"),
    }  # fmt: skip
    return subprocess.run(
        ["bash", "-e", "-c", command], cwd=root, env=environment, capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip


def tool_alone(folder: Path) -> Path:
    """A folder with the two programs that a workflow calls; pip only says what it was given."""
    programs = folder / "bin"
    programs.mkdir()
    pip = '#!/bin/sh\n[ "$1 $2 $3" = \'-m pip install\' ] && echo "got $4"\n'
    tool = f'#!/bin/sh\nexec "{sys.executable}" -m coursebuilder "$@"\n'
    for name, text in (("python", pip), ("coursebuilder", tool)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    return programs


@LANGUAGES
def test_the_workflows_run(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    programs = tool_alone(tmp_path)
    for file, commands in scripts(root).items():
        refused = shell(commands[0], root, programs, "")
        assert refused.returncode == 1
        assert "COURSEBUILDER" in refused.stdout
        assert file in refused.stdout
        said = [shell(command, root, programs, "tools/a b.whl") for command in commands]
        assert all(done.returncode == 0 for done in said), [done.stderr for done in said]
        assert any("got tools/a b.whl" in done.stdout for done in said)
        assert len(list((root / "build").iterdir())) == len(TARGETS)
        assert reported(root) == []


@LANGUAGES
def test_the_workflows_report_an_error_before_they_fail(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    (root / "modules" / "01-start" / "03-fout.md").write_text("# Fout\n\n[weg](nergens.md)\n")
    programs = tool_alone(tmp_path)
    for commands in scripts(root).values():
        ends = [
            shell(command, root, programs, "x").returncode
            for command in commands
            if "check" in command
        ]
        assert ends == [0, 1]
        assert reported(root) == ["CB301"]


def reported(root: Path) -> list[str]:
    """The codes in the report that a workflow made; the report itself is gone then."""
    codes = []
    for name in ("coursebuilder.sarif", "gl-code-quality-report.json"):
        if (root / name).is_file():
            report = json.loads((root / name).read_text(encoding="utf-8"))
            found = report if isinstance(report, list) else report["runs"][0]["results"]
            codes += [one.get("ruleId") or one["check_name"].split()[0] for one in found]
            (root / name).unlink()
            return codes
    raise AssertionError("no report was written")


@LANGUAGES
def test_findings_are_reported_at_every_run_so_that_mended_ones_close(
    tmp_path: Path, language: str
) -> None:
    root = start(tmp_path, language)
    workflow = yaml.safe_load((root / ".github/workflows/course.yml").read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    assert not [step for step in job["steps"] if "if" in step]
    uploads = [step for step in job["steps"] if "upload-sarif" in step.get("uses", "")]
    assert [step["with"]["sarif_file"] for step in uploads] == ["coursebuilder.sarif"]
    assert set(workflow["permissions"].items()) == {
        ("contents", "read"), ("actions", "read"), ("security-events", "write"),
    }  # fmt: skip


@LANGUAGES
def test_actions_are_pinned_by_major_version(tmp_path: Path, language: str) -> None:
    text = (start(tmp_path, language) / ".github/workflows/course.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert len(used) == 4
    assert all(re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", name) for name in used)


def test_what_a_server_installs_can_be_given(tmp_path: Path) -> None:
    address = 'git+https://example.org/a/coursebuilder@v1#"x"'
    root = start(tmp_path, install=address)
    github = yaml.safe_load((root / ".github/workflows/course.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert github["env"]["COURSEBUILDER"] == address
    assert gitlab["variables"]["COURSEBUILDER"] == address


@LANGUAGES
def test_the_wheel_they_name_is_that_of_this_version(tmp_path: Path, language: str) -> None:
    root = start(tmp_path, language)
    for file in (".github/workflows/course.yml", ".gitlab-ci.yml"):
        text = (root / file).read_text(encoding="utf-8")
        assert f"tools/coursebuilder-{__version__}-py3-none-any.whl" in text


def test_git_ignores_what_is_made_and_keeps_what_is_written(tmp_path: Path) -> None:
    root = start(tmp_path)
    (root / "build").mkdir()
    (root / "build" / "x.zip").write_text("x")
    (root / ".idea" / "workspace.xml").write_text("<x/>")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    subprocess.run(["git", "add", "-A"], cwd=root, check=True)
    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, check=True, capture_output=True, text=True
    ).stdout.split()
    assert ".idea/jsonSchemas.xml" in listed
    assert "modules/course.yml" in listed
    assert not {"build/x.zip", ".idea/workspace.xml"} & set(listed)
