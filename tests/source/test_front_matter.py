import pytest

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.source.front_matter import split_front_matter
from coursebuilder.source.yaml_positions import YamlList, YamlMap, YamlScalar, read_yaml
from coursebuilder.text import Span


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(one.rule.code, one.span.line, one.span.column) for one in found]


def test_a_file_is_cut_in_two() -> None:
    parts, found = split_front_matter("p", "---\na: 1\nb: 2\n---\n# T\n\ttext\n")
    assert found == ()
    assert (parts.yaml, parts.yaml_span) == ("a: 1\nb: 2", Span("p", 2))
    assert (parts.body, parts.body_span) == ("# T\n    text\n", Span("p", 5))


def test_a_file_without_front_matter() -> None:
    parts, found = split_front_matter("p", "# T\n\n---\n\nb")
    assert (parts.yaml, found) == ("", ())
    assert (parts.body, parts.body_span) == ("# T\n\n---\n\nb", Span("p", 1))


def test_nothing_between_the_fences() -> None:
    parts, found = split_front_matter("p", "--- \n---\t\nb")
    assert (parts.yaml, parts.body, parts.body_span, found) == ("", "b", Span("p", 3), ())


def test_front_matter_at_the_very_end() -> None:
    parts, found = split_front_matter("p", "---\na: 1\n---")
    assert (parts.yaml, parts.body, found) == ("a: 1", "", ())


def test_front_matter_that_never_ends() -> None:
    assert places(split_front_matter("p", "---\na: 1\n# T\n")[1]) == [("CB120", 1, 1)]


def test_front_matter_below_empty_lines() -> None:
    assert places(split_front_matter("p", "\n\n---\nmin_version: 1\n---\n")[1]) == [("CB121", 3, 1)]


@pytest.mark.parametrize("dashes", ["—", "--", "----", "–-", " ---"])
def test_front_matter_that_opens_with_other_dashes(dashes: str) -> None:
    """It is read all the same: a quiz stays a quiz, and nothing else is reported."""
    parts, found = split_front_matter("p", f"{dashes}\ntype: quiz\n---\n# T")
    assert (parts.yaml, parts.body, places(found)) == ("type: quiz", "# T", [("CB178", 1, 1)])


@pytest.mark.parametrize("dashes", ["—", "--", "----", "–-"])
def test_front_matter_that_closes_with_other_dashes(dashes: str) -> None:
    parts, found = split_front_matter("p", f"---\ntype: quiz\n{dashes}\n# T\n\n---\n\nb")
    assert (parts.yaml, parts.body, places(found)) == (
        "type: quiz",
        "# T\n\n---\n\nb",
        [("CB178", 3, 1)],
    )


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("title: Kader\n---\n# T", "title: Kader", "# T", 1),
        ("title: Kader\ntype: quiz\n\n# T\n", "title: Kader\ntype: quiz\n", "# T\n", 1),
        ("\n\nobjectives:\n  - a\n—\n# T", "objectives:\n  - a", "# T", 3),
        ("type: quiz", "type: quiz", "", 1),
        ("type: quiz\n# hoe vaak?\nattempts: 2\n\nTekst: ja.\n", None, None, 1),
    ],
)
def test_settings_without_the_line_above_them(
    text: str, yaml: str | None, body: str | None, line: int
) -> None:
    """They are read all the same, up to the first line that is no setting."""
    parts, found = split_front_matter("p", text)
    assert places(found) == [("CB179", line, 1)]
    if yaml is not None:
        assert (parts.yaml, parts.body) == (yaml, body)


def test_a_word_with_a_colon_is_no_setting() -> None:
    for text in ("let op: dit is tekst", "Title: Kader\n\nTekst", "# Kop\ntitle: x", "title:x"):
        assert split_front_matter("p", text)[1] == ()


@pytest.mark.parametrize(
    ("text", "line", "body"),
    [
        ("---\ntitle: Kader\n\n# T\n\nTekst.\n", 2, "# T\n\nTekst.\n"),
        ("---\ntitle: Kader\n\nTekst.\n\n---\n\nMeer.\n", 2, "Tekst.\n\n---\n\nMeer.\n"),
        ("---\ntitle: Kader\nkeys:\n  - a\n# T\n", 4, "# T\n"),
        ("---\n", 1, ""),
    ],
)
def test_settings_without_the_line_below_them(text: str, line: int, body: str) -> None:
    """The hint names the last line of the settings; a rule in the text does not end them."""
    parts, found = split_front_matter("p", text)
    assert places(found) == [("CB120", 1, 1)]
    assert dict(found[0].values)["line"] == str(line)
    assert parts.body == body


def test_a_comment_in_settings_is_no_heading() -> None:
    text = "---\n# wat het is\n\n# hoe lang\nduration: 8\n# slot\n---\n# T"
    parts, found = split_front_matter("p", text)
    assert (parts.body, found) == ("# T", ())


def test_dashes_above_prose_are_no_front_matter() -> None:
    for text in ("—\nHij zei: ja.\n\n---\n", "--\nnota: bene\n", "----\n\na: b\n---\n"):
        assert split_front_matter("p", text)[1] == ()


def test_a_rule_between_paragraphs_is_no_front_matter() -> None:
    assert split_front_matter("p", "\n---\n\nkey: word\n")[1] == ()


def test_every_key_and_value_has_its_place() -> None:
    root, found = read_yaml('# c\ntitle: "é𝄞" \nlist:\n  - a\n  - {b: |\n', Span("p", 2))
    assert root is None
    assert [one.rule.code for one in found] != []
    root, found = read_yaml(
        '# c\ntitle: "é𝄞" # x\nlist:\n  - a\n  - b:  c\nlong: |\n    x\n', Span("p", 2)
    )
    assert found == ()
    a = YamlScalar("a", True, Span("p", 5, 5))
    c = YamlScalar("c", True, Span("p", 6, 9))
    inner = YamlMap(((YamlScalar("b", True, Span("p", 6, 5)), c),), Span("p", 6, 5))
    assert root == YamlMap(
        (
            (YamlScalar("title", True, Span("p", 3, 1)), YamlScalar("é𝄞", False, Span("p", 3, 9))),
            (YamlScalar("list", True, Span("p", 4, 1)), YamlList((a, inner), Span("p", 5, 3))),
            (YamlScalar("long", True, Span("p", 7, 1)), YamlScalar("x", False, Span("p", 8, 5))),
        ),
        Span("p", 3, 1),
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", "---\n"])
def test_no_settings_at_all(text: str) -> None:
    root, found = read_yaml(text, Span("p", 2))
    if text == "---\n":  # an empty document is a value without text
        assert places(found) == [("CB134", 2, 1)]
    else:
        assert (root, found) == (YamlMap((), Span("p", 2)), ())


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("completion:\n\tpass: 70", "CB122", 3, 1),
        ("\ta: b", "CB122", 2, 1),
        ("title: Module 1: kader", "CB123", 2, 16),
        ("a: 1\n b: 2", "CB184", 3, 2),
        ("a:b\nc: d", "CB123", 3, 2),
        ("a: b\ntitle:Kader\nc: d", "CB136", 3, 1),
        ("a: b\ntitel", "CB136", 3, 1),
        ("a: @school", "CB124", 2, 4),
        ("a: `code`", "CB124", 2, 4),
        ("a: %x", "CB124", 2, 4),
        ('a: b\nc: "x\nd: 1', "CB125", 3, 4),
        ("a: 'x", "CB125", 2, 4),
        ("a: [x, y\nb: 1", "CB126", 2, 4),
        ("{a: b", "CB126", 2, 1),
        ("a: *wow* x", "CB127", 2, 4),
        ("a: *wow", "CB127", 2, 4),
        ("a: &b c", "CB127", 2, 4),
        ("a: !python/object:os.system x", "CB128", 2, 4),
        ("a: !!int 3", "CB128", 2, 4),
        ('a: De "b" c\n- d', "CB129", 3, 1),
        ("a:\n  - b\n c: d", "CB129", 4, 2),
        ("a: b\n{", "CB136", 3, 1),
        ("a: 1\nb: 2\na: 3", "CB130", 4, 1),
        ("a: {b: 1, b: 2}", "CB130", 2, 11),
        ("? [a]\n: b", "CB131", 2, 3),
        (f"a: {'[' * 40}{']' * 40}", "CB132", 2, 20),
        ("a: 1\n---\nb: 2", "CB133", 3, 1),
        ("just words", "CB134", 2, 1),
        ("- a\n- b", "CB134", 2, 1),
        ('a: "C:\\school"', "CB135", 2, 7),
        ('a: "\\xZZ"', "CB135", 2, 7),
    ],
)
def test_broken_yaml(text: str, code: str, line: int, column: int) -> None:
    assert places(read_yaml(text, Span("p", 2))[1]) == [(code, line, column)]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    assert places(read_yaml("\n".join(lines), Span("p"))[1]) == [("CB127", 1, 5)]


def test_nesting_a_hundred_thousand_deep() -> None:
    """Our limit, or that of a libyaml which looks ahead and stops at a thousand (PyYAML 6.0.4)."""
    found = places(read_yaml("a: " + "[" * 100_000, Span("p"))[1])
    assert found in ([("CB132", 1, 20)], [("CB132", 1, 1003)])


def test_several_findings_in_one_run() -> None:
    root, found = read_yaml("a: 1\na: 2\nb: !x y\nb: 3", Span("p"))
    assert root is not None
    assert places(found) == [("CB130", 2, 1), ("CB128", 3, 4), ("CB130", 4, 1)]


def test_the_first_of_two_equal_keys_counts() -> None:
    root, _ = read_yaml("a: 1\na: 2", Span("p"))
    assert root is not None
    assert [(key.text, value.text) for key, value in root.entries] == [("a", "1")]  # type: ignore[union-attr]
