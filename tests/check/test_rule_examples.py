"""Every rule's own example breaks it, and what to write instead does not: read from real files."""

import re
from pathlib import Path

import pytest
import yaml

from coursebuilder.check import check_course
from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.explain import example_text
from coursebuilder.diagnostics.rules import (
    accessibility,
    answers,
    calculated,
    markdown,
    pasted,
    quiz_parts,
    quizzes,
    references,
    situations,
)
from coursebuilder.diagnostics.rules import course as course_rules
from coursebuilder.diagnostics.suppression import apply_suppressions
from coursebuilder.source.assemble import assemble_course
from coursebuilder.source.document import read_document
from coursebuilder.source.tree import scan_tree

COURSE = {
    "id": "ict-team",
    "title": "ICT-team",
    "language": "nl-BE",
    "version": "1.0.0",
    "summary": "Van solist naar team.",
    "licence": "CC-BY-SA-4.0",
    "authors": [{"name": "Het cursusteam"}],
    "thumbnail": "01-kader/images/taken.svg",
}
FILES = {
    "01-kader/module.md": "---\ntitle: Kader\nsummary: Kort.\nobjectives:\n  digisprong: Je kent Digisprong.\n---\n",
    "01-kader/02-het-project.md": "---\nobjectives: [digisprong]\n---\n# Het project\n\n## Doel\n\nTekst.\n",
    "01-kader/images/taken.svg": "<svg/>",
    "01-kader/files/agenda.txt": "Agenda",
    "01-kader/media/taken.mp4": "film",
    "01-kader/media/taken.vtt": "WEBVTT",
    "01-kader/media/gesprek.mp3": "geluid",
    "01-kader/media/gesprek.wma": "geluid",
}
OMITTED = {"CB601": "licence", "CB602": "authors", "CB603": "language", "CB606": "thumbnail"}
"""The setting whose absence is the mistake."""

PARTS = (
    references,
    pasted,
    markdown,
    accessibility,
    course_rules,
    answers,
    quizzes,
    situations,
    quiz_parts,
    calculated,
)
RULES = [
    rule
    for part in PARTS
    for rule in vars(part).values()
    if (isinstance(rule, Rule) and not rule.example.startswith("# "))
    or rule is course_rules.DUPLICATE_TITLE
    or rule is accessibility.SECOND_TITLE
]


def files_of(rule: Rule, source: str) -> dict[str, str]:
    """A course in which ``source`` stands where such a source stands."""
    settings = dict(COURSE)
    files = dict(FILES)
    settings.pop(OMITTED.get(rule.code, ""), None)
    if source.startswith("# The project"):  # in English, the title of the other page is too
        path = "01-kader/02-het-project.md"
        files[path] = files[path].replace("# Het project", "# The project")
    if rule.code[2] == "4" or "{#visie}" in source or source.startswith(("## Wie", "## Who")):
        kind = "scan" if "{#visie}" in source else "quiz"
        scale = "scale: [a, b, c, d, e]\n" if kind == "scan" else ""
        head = "" if source.startswith("---") else f"---\ntype: {kind}\ntitle: Toets\n{scale}---\n"
        files["01-kader/03-toets.md"] = head + source
    elif re.match(r"[a-z]+:", source):
        settings.update(yaml.safe_load(source))
    else:
        head = "" if source.startswith(("---", "# ")) else "# Van Digisprong naar nu\n\n"
        files["01-kader/01-van-digisprong-naar-nu.md"] = head + source
    return {"course.yml": yaml.safe_dump(settings, allow_unicode=True), **files}


def findings(folder: Path, files: dict[str, str]) -> list[Diagnostic]:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    tree, found = scan_tree(folder)
    documents = {
        path: read_document(path, file.real.read_bytes())
        for path, file in tree.files.items()
        if path == "course.yml" or path.endswith(".md")
    }
    course, problems = assemble_course(tree, documents)
    read = [problem for document in documents.values() for problem in document.diagnostics]
    assert course is not None
    return apply_suppressions(course, [*found, *problems, *read, *check_course(course)])


def codes(folder: Path, rule: Rule, source: str) -> set[str]:
    return {found.rule.code for found in findings(folder, files_of(rule, source))}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_example_breaks_the_rule_and_nothing_else(
    rule: Rule, language: str, tmp_path: Path
) -> None:
    assert codes(tmp_path, rule, example_text(rule.example, language)) == {rule.code}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_what_to_write_instead_has_no_finding(rule: Rule, language: str, tmp_path: Path) -> None:
    assert codes(tmp_path, rule, example_text(rule.instead, language)) == set()
