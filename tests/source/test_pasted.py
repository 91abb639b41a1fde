"""Text pasted from a word processor or a web page: read as it was meant, and said so once."""

import pytest

from coursebuilder.model import ChoiceQuestion, MatchingQuestion, Page, Quiz
from coursebuilder.source.document import read_document
from coursebuilder.source.heads import CourseHead
from coursebuilder.source.pasted import plain_signs

PATH = "01-kader/01-blad.md"
NBSP, ZERO = "\u00a0", "\u200b"


def found(text: str, path: str = PATH) -> list[tuple[str, int, int]]:
    diagnostics = read_document(path, text.encode()).diagnostics
    return [(one.rule.code, one.span.line, one.span.column) for one in diagnostics]


@pytest.mark.parametrize("line", [f"{NBSP}[een](x.md)", f"{NBSP}(soms)", f"{NBSP}12 km", "woord"])
def test_prose_that_only_looks_like_a_mark_keeps_its_signs(line: str) -> None:
    assert plain_signs(PATH, f"# T\n\n{line}") == (f"# T\n\n{line}", ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"-{NBSP}(x) Ja", "- (x) Ja"),
        (f"- ({NBSP}) Ja", "- ( ) Ja"),
        (f"{NBSP}{NBSP}> Klopt.", "  > Klopt."),
        (f"##{NBSP}Kop", "## Kop"),
        (f":::{NBSP}tabs", "::: tabs"),
        (f"1.{NBSP}Eerst", "1. Eerst"),
        (f"={NBSP}10{NBSP}000", f"= 10{NBSP}000"),
        (f"{ZERO}- [ ] Ja", "- [ ] Ja"),
        (f"- links{NBSP}::\u202frechts", "- links :: rechts"),
        (f'## Kop {{#a{NBSP}name="b{NBSP}c"}}', f'## Kop {{#a name="b{NBSP}c"}}'),
        ("－ （ｘ） Ja", "- (x) Ja"),
        ("＃＃ Kop", "## Kop"),
        ("• een\n•twee\n◦\tdrie", "- een\n- twee\n-\tdrie"),
        ("– een\n– twee", "- een\n- twee"),
        ("– ( ) een\n\n– (x) twee", "- ( ) een\n\n- (x) twee"),
    ],
)
def test_signs_of_the_notation_become_plain(before: str, after: str) -> None:
    text, diagnostics = plain_signs(PATH, f"# T\n\n{before}")
    assert text == f"# T\n\n{after}"
    assert len(diagnostics) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"10{NBSP}000 euro",
        f"Zie p.{NBSP}3 – hij zei: ‘ja’.",
        "– Hallo.\n\n– Dag.",
        f"```\n-{NBSP}code\n• code\n```",
        f"Dit is {{geen{NBSP}lijst}}",
        "—",
        "・ 日本語（ｘ）",
    ],
)
def test_prose_and_code_keep_their_signs(text: str) -> None:
    assert plain_signs(PATH, text) == (text, ())


def test_each_kind_is_reported_once_with_how_many_lines_have_it() -> None:
    text = f"# T\n\n-{NBSP}a\n-{NBSP}b\n\n• c\n• d\n"
    assert found(text) == [("CB181", 3, 2), ("CB182", 6, 1)]
    diagnostics = read_document(PATH, text.encode()).diagnostics
    assert [dict(one.values)["count"] for one in diagnostics] == ["2", "2"]


def test_a_quiz_from_a_word_processor_is_read_as_it_was_meant() -> None:
    text = (
        f"---\ntype:{NBSP}quiz\ntitle: “Kader: en project”\n---\n\n##{NBSP}Wie? {{#wie points=“2”}}\n\n"
        f"-{NBSP}(x) Ik\n- ({NBSP}) Jij\n\n> Klopt.\n\n## Samen {{#samen name=‘Zet samen'}}\n\n"
        f"• a{NBSP}:: b\n• c :: d\n\n> Zo.\n"
    )
    quiz = read_document(PATH, text.encode()).node
    assert isinstance(quiz, Quiz)
    one, other = quiz.questions
    assert quiz.title == "Kader: en project"
    assert isinstance(one, ChoiceQuestion)
    assert (one.points, [choice.correct for choice in one.choices]) == (2, [True, False])
    assert isinstance(other, MatchingQuestion)
    assert [pair.right for pair in other.pairs] == ["b", "d"]


def test_curly_quotes_in_settings_and_attributes() -> None:
    text = "id: a\ntitle: “Samen: sterk”\nlanguage: ‘nl-BE’\nkeywords: [“a”, “b c”]\n"
    assert found(text, "course.yml") == [
        ("CB183", n, c) for n, c in ((2, 8), (3, 11), (4, 12), (4, 17))
    ]
    head = read_document("course.yml", text.encode()).node
    assert isinstance(head, CourseHead)
    assert (head.title, head.language, head.keywords) == ("Samen: sterk", "nl-BE", ("a", "b c"))
    assert found("# T\n\n::: reflection Wat? {#wat lines=”4”}\nVraag.\n:::\n") == [("CB183", 3, 33)]


def test_quotes_that_belong_to_the_words_stay() -> None:
    question = '## Wie? {#wie name="“Wie” = “x”" source="“a”"}\n\n- (x) Ik\n- ( ) Jij\n'
    quiz = read_document(PATH, f"---\ntype: quiz\n---\n# T\n\n{question}".encode()).node
    assert isinstance(quiz, Quiz)
    assert (quiz.questions[0].name, quiz.questions[0].source) == ("“Wie” = “x”", "“a”")
    for title in ("“Samen” en “sterk”", '"“Samen sterk”"', "’s Avonds", "“Samen sterk"):
        text = f"---\ntitle: {title}\n---\nTekst.\n"
        page = read_document(PATH, text.encode()).node
        assert isinstance(page, Page)
        assert (page.title, found(text)) == (title.strip('"'), [])
