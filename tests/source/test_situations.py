"""Situations as they are read: what is a choice, what is text, and where a mistake stands."""

from coursebuilder.model import Situation
from coursebuilder.source.document import read_document

HEAD = "---\ntype: situation\n---\n# Een ouder belt\n\n"
END = "\n\n## Einde {#einde ending=good}\n\nKlaar."


def read(body: str) -> tuple[Situation, list[tuple[str, int, int]]]:
    document = read_document("m/01-s.md", (HEAD + body + END).encode())
    assert isinstance(document.node, Situation)
    places = [
        (found.rule.code, found.span.line, found.span.column) for found in document.diagnostics
    ]
    return document.node, places


def test_scenes_choices_consequences_and_endings() -> None:
    node, found = read(
        "Kies.\n\n## Vraag {#vraag}\n\nEen *ouder* belt.\n\n- zij\n- hij\n\n"
        "- [Je luistert \\[echt\\]\n  naar haar](#einde)\n\n  > Ze wordt rustig.\n  >\n  > Zo.\n"
        "* [Je legt af](#einde)"
    )
    assert found == []
    assert [text.source for text in (node.scenes[0].text, node.scenes[1].text)] == [
        "Een *ouder* belt.\n\n- zij\n- hij",
        "Klaar.",
    ]
    first, second = node.scenes[0].choices
    assert (first.label, first.target) == ("Je luistert [echt] naar haar", "einde")
    assert first.consequence is not None
    assert first.consequence.source == "Ze wordt rustig.\n\nZo."
    assert (first.consequence.span.line, first.consequence.span.column) == (18, 5)
    assert (second.label, second.consequence) == ("Je legt af", None)
    assert [scene.ending for scene in node.scenes] == [None, "good"]
    assert node.outline.anchors == ("einde", "vraag")


def test_an_item_with_more_than_a_link_is_text() -> None:
    for line in ("- [hier](#einde) en daar", "- [hier](blad.md)", "  - [hier](#einde)"):
        node, found = read(f"## Vraag {{#vraag}}\n\n{line}")
        assert found == []
        assert node.scenes[0].choices == ()
        assert node.scenes[0].text.source == line.strip() if line[0] == "-" else line


def test_what_is_wrong_is_told_at_its_place() -> None:
    start = "## Vraag {#vraag}\n\nHallo.\n\n- [Ja](#einde)\n"
    assert read(start + "\nNog iets.")[1] == [("CB445", 12, 1)]
    assert read(start + "  > Goed.\n\n  Nog iets.")[1] == [("CB445", 13, 3)]
    assert read("## Vraag {#vraag ending=best}\n\nHallo.")[1] == [("CB162", 6, 18)]
    assert read(start + "\n## Nog {#vraag}\n\nHallo.\n\n- [Ja](#einde)")[1] == [("CB157", 12, 4)]
    assert read("## Vraag {#vraag}\n\nHallo.\n\n::: tabs\n:::\n\n- [Ja](#einde)")[1] != []
