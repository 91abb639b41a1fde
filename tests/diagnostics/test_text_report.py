from coursebuilder.diagnostics.text_report import styled_report, summary, text_report
from tests.diagnostics.findings import FOUND, NO_ALT, TODO

REPORT = """\
01-kader/01-start.md:2:1: error CB510 missing-alt: the picture x.svg has no alternative text
  hint: say what it shows: ![what it shows](…); a picture for show only gets {.decorative}
01-kader/01-start.md:2:6: warning CB630 placeholder-text: the text still says "TODO"
  hint: finish the text or take the mark away

01-kader/03 toets é.md:2:3: error CB450 no-correct-choice: none of the 4 choices is correct
  hint: mark at least one choice as correct: (x) or [x]

course.yml:1:1: info CB606 missing-thumbnail: the course has no picture
  hint: put a picture in the course folder and name it in course.yml: thumbnail: images/course.png

2 errors, 1 warning, 1 note"""


def test_the_report_is_sorted_and_grouped_by_file() -> None:
    assert "\n".join(text_report(FOUND)) == REPORT


def test_the_styled_report_says_the_same() -> None:
    lines = list(styled_report(FOUND))
    assert "\n".join("".join(text for text, _ in line) for line in lines) == REPORT
    assert ("error", "bold red") in lines[0]


def test_the_source_line_is_shown_with_a_marker() -> None:
    sources = {"01-kader/01-start.md": "# Start\n\tab\u00e9 TODO\n"}
    lines = list(text_report((TODO,), sources=sources.get))
    assert lines[1:3] == ["  2 | \tab\u00e9 TODO", "    | \t    ^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    source = f"\n{'a' * 500}TODO{'b' * 500}"
    finding = TODO.rule.at(type(TODO.span)("x.md", 2, 501), words="TODO")
    shown, marker = list(text_report((finding,), sources=lambda path: source))[1:3]
    assert len(shown) < 120
    assert shown[marker.index("^") :].startswith("TODO")


def test_a_place_beyond_the_source_shows_no_line() -> None:
    assert len(list(text_report((NO_ALT,), sources=lambda path: "kort"))) == 4


def test_dutch() -> None:
    lines = list(text_report(FOUND, "nl"))
    assert lines[0].startswith("01-kader/01-start.md:2:1: fout CB510 missing-alt: de afbeelding")
    assert lines[-1] == "2 fouten, 1 waarschuwing, 1 mededeling"


def test_nothing_found() -> None:
    assert list(text_report(())) == ["no findings"]
    assert summary((), "nl") == "geen meldingen"
