from coursebuilder.check.prose import passages
from coursebuilder.text import Markdown, Span, Text


def test_code_is_blank_and_places_stay() -> None:
    source = "Zie `TODO` en\n```\nTODO\n```\nTODO"
    (passage,) = passages(Text(Markdown(source), Span("a.md", 10, 3), indent=2))
    assert len(passage.source) == len(source)
    assert passage.source.count("TODO") == 1
    assert passage.place(source.rindex("TODO")) == Span("a.md", 14, 3)
    assert passage.place(4) == Span("a.md", 10, 7)


def test_an_unclosed_fence_runs_to_the_end() -> None:
    (passage,) = passages(Text(Markdown("tekst\n~~~~\n~~~\nTODO"), Span("a.md")))
    assert "TODO" not in passage.source
