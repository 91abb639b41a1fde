import pickle
from decimal import Decimal

import pytest

from coursebuilder.model import (
    Author,
    Completion,
    MoodleSettings,
    Objective,
    Page,
    Prose,
    Quiz,
    Scan,
    Suppression,
)
from coursebuilder.source.document import Document, read_document, role
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.text import Span

PAGE = "01-kader/02-het-project.md"


def read(text: str, path: str = PAGE) -> Document:
    return read_document(path, text.encode())


def found(document: Document) -> list[tuple[str, int, int]]:
    return [(one.rule.code, one.span.line, one.span.column) for one in document.diagnostics]


def page(text: str, path: str = PAGE) -> Page:
    document = read(text, path)
    assert document.diagnostics == ()
    assert isinstance(document.node, Page)
    return document.node


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("course.yml", "course"),
        ("01-kader/module.md", "module"),
        ("01-kader/01-x.md", "activity"),
        ("01-kader/files/agenda.md", None),
        ("01-kader/files/module.md", None),
        ("intro.md", None),
        ("01-kader/course.yml", None),
        ("01-kader/x.png", None),
    ],
)
def test_what_a_file_is_for(path: str, expected: str | None) -> None:
    assert role(path) == expected


def test_a_file_to_download_is_not_read() -> None:
    assert read_document("01-kader/files/agenda.md", b"\xff\0") == Document(
        "01-kader/files/agenda.md", None
    )


def test_a_plain_page() -> None:
    node = page("# Het *project*\n\nTekst.\n")
    assert (node.id, node.title, node.span) == ("het-project", "Het project", Span(PAGE))
    assert [block.text.source for block in node.body if isinstance(block, Prose)] == ["Tekst."]
    assert node.body[0].text.span == Span(PAGE, 3, 1)  # type: ignore[union-attr]


def test_a_page_with_all_settings() -> None:
    node = page(
        "---\ntype: page\nid: project\ntitle: Anders\nobjectives: [digisprong]\nduration: 8\n"
        "required: no\nmoodle: book\n---\nTekst.\n"
    )
    assert (node.id, node.title, node.objectives) == ("project", "Anders", ("digisprong",))
    assert (node.duration, node.required, node.moodle) == (8, False, "book")
    assert node.body[0].text.span == Span(PAGE, 10, 1)  # type: ignore[union-attr]


def test_what_is_not_given_can_be_told() -> None:
    assert "moodle" not in read("# T\n").places
    assert read("---\nmoodle: page\n---\n# T\n").places["moodle"] == Span(PAGE, 2, 9)


def test_an_underlined_heading_is_a_title() -> None:
    node = page("Het project\n===========\n\nTekst.\n")
    assert node.title == "Het project"
    assert [block.text.source for block in node.body if isinstance(block, Prose)] == ["Tekst."]


def test_a_heading_in_code_is_no_title() -> None:
    assert found(read("```python\n# comment\n```\n")) == [("CB149", 1, 1)]


def test_a_heading_in_a_block_is_no_title() -> None:
    document = read("---\ntitle: T\n---\n::: tabs\n# A\na\n# B\nb\n:::\n")
    assert document.diagnostics == ()


def test_no_title() -> None:
    document = read("Tekst.\n")
    assert found(document) == [("CB149", 1, 1)]
    assert isinstance(document.node, Page)


def test_two_titles() -> None:
    document = read("---\ntitle: Kader\n---\n# Het project\n")
    assert found(document) == [("CB138", 4, 1)]
    assert document.node is not None
    assert document.node.title == "Kader"
    assert found(read("---\ntitle: Kader\n---\n# Kader\n")) == []


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("02-het-project", "het-project"),
        ("10_x", "x"),
        ("3. y", "y"),
        ("2026", "2026"),
        ("z2", "z2"),
    ],
)
def test_ids_come_from_names(name: str, id: str) -> None:
    assert page("# T\n", f"01-kader/{name}.md").id == id


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("02-Het project", "het-project"), ("É", "e"), ("a--b", "a-b"), ("_", "x")],
)
def test_names_that_make_no_id(name: str, suggestion: str) -> None:
    document = read("# T\n", f"m/{name}.md")
    assert found(document) == [("CB147", 1, 1)]
    assert f"id: {suggestion}" in document.diagnostics[0].hint()
    assert found(read(f"---\nid: {suggestion}\n---\n# T\n", f"m/{name}.md")) == []


def test_a_module() -> None:
    document = read(
        "---\ntitle: Kader\nsummary: Waarom?\nobjectives:\n  a: Je kent a.\n  b: Je kent b.\n"
        "duration: 45\nprerequisites: [start]\nimage: images/k.svg\nimage_alt: Kader\n"
        "pages: book\n---\nWelkom.\n",
        "01-kader/module.md",
    )
    assert document.diagnostics == ()
    head = document.node
    assert isinstance(head, ModuleHead)
    assert (head.id, head.title, head.summary) == ("kader", "Kader", "Waarom?")
    assert head.objectives == (
        Objective(id="a", text="Je kent a."),
        Objective(id="b", text="Je kent b."),
    )
    assert (head.duration, head.prerequisites, head.pages) == (45, ("start",), "book")
    assert (head.image, head.image_alt) == ("01-kader/images/k.svg", "Kader")
    assert document.place("prerequisites/0") == Span("01-kader/module.md", 8, 17)
    assert len(head.introduction) == 1


QUIZ = """---
type: quiz
pass: 72.5
attempts: 3
feedback: deferred
grading: last
shuffle: both
time_limit: 20
per_page: 0
draw:
  cijfers: 1
overall_feedback:
  - from: 0
    text: Lees [het project](02-het-project.md).
  - from: 80
    text: "Sterk!"
---
# Toets

Succes!

## Wie? {#wie pool=cijfers}

- (x) Zij
  > Klopt.
- ( ) Hij
  > Nee.
"""


def test_a_quiz() -> None:
    document = read(QUIZ, "01-kader/03-toets.md")
    assert document.diagnostics == ()
    node = document.node
    assert isinstance(node, Quiz)
    assert (node.id, node.title, node.pass_percent) == ("toets", "Toets", Decimal("72.5"))
    assert (node.attempts, node.behaviour, node.grading) == (3, "deferred", "last")
    assert (node.shuffle_questions, node.shuffle_answers) == (True, True)
    assert (node.time_limit, node.per_page) == (20, 0)
    assert [(draw.pool, draw.count) for draw in node.draws] == [("cijfers", 1)]
    assert [(band.minimum, band.text.source) for band in node.bands] == [
        (80, "Sterk!"),
        (0, "Lees [het project](02-het-project.md)."),
    ]
    assert [question.id for question in node.questions] == ["wie"]
    assert "wie" in node.outline.anchors
    assert [(link.target, link.span.line, link.span.column) for link in node.outline.links] == [
        ("02-het-project.md", 14, 16)
    ]


@pytest.mark.parametrize(
    ("word", "questions", "answers"),
    [
        ("answers", False, True),
        ("questions", True, False),
        ("none", False, False),
        (None, False, True),
    ],
)
def test_what_is_shuffled(word: str | None, questions: bool, answers: bool) -> None:
    node = read(QUIZ.replace("shuffle: both\n", f"shuffle: {word}\n" if word else "")).node
    assert isinstance(node, Quiz)
    assert (node.shuffle_questions, node.shuffle_answers) == (questions, answers)


def test_two_bands_from_one_score() -> None:
    assert found(read(QUIZ.replace("from: 80", "from: 0"))) == [("CB219", 15, 11)]


def test_a_scan() -> None:
    document = read(
        "---\ntype: scan\nscale: [nee, deels, ja]\n---\n# Teamscan\n\nVooraf.\n\n"
        "## Visie {#visie}\n\n- Ons team kent de visie. {#kent}\n\n> 1 - 3: Lees.\n"
    )
    assert document.diagnostics == ()
    node = document.node
    assert isinstance(node, Scan)
    assert (node.title, node.scale) == ("Teamscan", ("nee", "deels", "ja"))
    assert [group.id for group in node.groups] == ["visie"]
    assert "visie" in node.outline.anchors


@pytest.mark.parametrize(
    ("word", "kind", "codes"),
    [
        ("qiuz", Quiz, [("CB204", 2, 7)]),
        ("Page", Page, [("CB204", 2, 7)]),
        ("toets", Quiz, [("CB204", 2, 7)]),
        ("xyz", Page, [("CB204", 2, 7)]),
        ("[quiz]", Page, [("CB205", 2, 7)]),
        ("", Page, [("CB211", 2, 6)]),
    ],
)
def test_an_unknown_type(word: str, kind: type, codes: list[tuple[str, int, int]]) -> None:
    extra = "attempts: 3\n" if kind is Quiz else ""
    document = read(
        f"---\ntype: {word}\n{extra}---\n# T\n\n## V {{#v}}\n\n- (x) a\n  > b\n- ( ) c\n  > d\n"
    )
    assert found(document) == codes
    assert isinstance(document.node, kind)


def test_the_choice_of_types_is_told() -> None:
    assert (
        read("---\ntype: xyz\n---\n# T\n").diagnostics[0].hint()
        == "choose from: page, quiz, scan, situation, assignment, forum, glossary, feedback, choice, url, file, folder"
    )


def test_broken_front_matter_gives_one_finding_and_the_body_is_read() -> None:
    document = read(QUIZ.replace("pass: 72.5", "title: a: b"), "m/Toets.md")
    assert found(document) == [("CB123", 3, 9)]
    assert isinstance(document.node, Quiz)
    assert len(document.node.questions) == 1


def test_all_findings_of_a_file_come_in_one_run_and_in_order() -> None:
    document = read("---\nkleur: x\nduration: lang\n---\nTekst zonder titel.\n", "m/X y.md")
    assert found(document) == [
        ("CB147", 1, 1),
        ("CB149", 1, 1),
        ("CB202", 2, 1),
        ("CB207", 3, 11),
    ]


COURSE = """# Een opmerking
id: ict-team
title: Samen sterk
language: nl-BE
version: 1.10
summary: Van solist naar team.
licence: CC-BY-SA-4.0
authors:
  - name: Het project
    organisation: School
publisher: Uitgever
audience: [directies]
levels: [basisonderwijs]
keywords: [team]
thumbnail: images/cursus.png
modules: [02-b, 01-a]
completion: {pages: none, quizzes: submitted, pass: 60}
packaging: modules
control_documents: ../xsd
moodle: {min_version: 4.1, pages: book, short_name: ICT, category: Nascholing}
suppress:
  - {code: CB512, path: 01-a/x.md, reason: Onbekend.}
"""


def test_a_course() -> None:
    document = read(COURSE, "course.yml")
    assert document.diagnostics == ()
    assert document.node == CourseHead(
        id="ict-team",
        title="Samen sterk",
        language="nl-BE",
        version="1.10",
        summary="Van solist naar team.",
        licence="CC-BY-SA-4.0",
        authors=(Author(name="Het project", organisation="School"),),
        publisher="Uitgever",
        audience=("directies",),
        levels=("basisonderwijs",),
        keywords=("team",),
        thumbnail="images/cursus.png",
        modules=("02-b", "01-a"),
        completion=Completion(pages="none", quizzes="submitted", pass_percent=Decimal(60)),
        packaging="modules",
        control_documents="../xsd",
        moodle=MoodleSettings(min_version=(4, 1), short_name="ICT", category="Nascholing"),
        pages="book",
        suppressions=(Suppression(code="CB512", path="01-a/x.md", reason="Onbekend."),),
    )
    assert document.node is not None
    assert isinstance(document.node, CourseHead)
    assert document.node.suppressions[0].span == Span("course.yml", 22, 5)


def test_what_a_course_asks_of_moodle() -> None:
    text = """\
id: a
title: b
moodle:
  start_text: |
    Welkom.

    Begin bij 1.
  force_language: yes
  closed_modules: hidden
  completion_grade: yes
"""
    node = read(text, "course.yml").node
    assert isinstance(node, CourseHead)
    assert node.moodle == MoodleSettings(
        start_text="Welkom.\n\nBegin bij 1.",
        force_language=True,
        closed_modules="hidden",
        completion_grade=True,
    )


def test_a_small_course_has_the_defaults() -> None:
    document = read("id: a\ntitle: b\n", "course.yml")
    assert (document.node, document.diagnostics) == (CourseHead(id="a", title="b"), ())


def test_a_course_with_mistakes_is_read_as_far_as_it_goes() -> None:
    document = read("title: b\nauthors: [{name: n}, {url: x}]\nkleur: y\n", "course.yml")
    assert found(document) == [("CB203", 1, 1), ("CB203", 2, 22), ("CB212", 2, 28), ("CB202", 3, 1)]
    assert document.node == CourseHead(id="course", title="b", authors=(Author(name="n"),))


def test_a_course_that_is_no_yaml() -> None:
    document = read("id: a: b", "course.yml")
    assert (document.node, found(document)) == (None, [("CB123", 1, 6)])


def test_documents_travel_between_processes() -> None:
    document = read(QUIZ)
    assert pickle.loads(pickle.dumps(document)) == document
