import pytest

from coursebuilder.source.document import read_document

QUIZ = "---\ntype: quiz\ntitle: T\n---\n## Vul aan. {#a type=gaps-choose}\n\nWater is [[GAP]].\n\n> Zo.\n"


@pytest.mark.parametrize("gap", ["|droog", " | droog | vast"])
def test_a_wrong_word_never_becomes_the_right_one(gap: str) -> None:
    found = read_document("01-k/01-t.md", QUIZ.replace("GAP", gap).encode()).diagnostics
    assert [diagnostic.rule.code for diagnostic in found] == ["CB423"]


def test_a_gap_with_a_right_word() -> None:
    assert (
        read_document("01-k/01-t.md", QUIZ.replace("GAP", "nat|droog").encode()).diagnostics == ()
    )
