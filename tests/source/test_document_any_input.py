"""Whatever an author writes, or a broken tool saves: findings, never an exception."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coursebuilder.source.document import read_document

PATHS = st.sampled_from(["course.yml", "a/module.md", "a/01-x.md"])
KEY_NAMES = """
type id title objectives duration required moodle pass draw shuffle overall_feedback scale
prerequisites image pages authors completion modules suppress version kleur
"""
SHORT_VALUES = """
quiz scan page 3 -1 1.5 1e9 .inf ~ no x Áé [] [a] [~] [a,a] {} {a:1} {a:~} *a &b !c @ | > ' " : -
"""
LONG_VALUES = (
    "{from: 1, text: a}",
    "[{from: 1, text: a}, {from: 1}]",
    "[{name: a, url: b}]",
    "a: b",
    "\n  - a",
)
KEYS = st.sampled_from(KEY_NAMES.split())
VALUES = st.sampled_from([*SHORT_VALUES.split(), *LONG_VALUES])
LINES = st.lists(st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]}: {pair[1]}\n"), max_size=6)
BODY = st.text(st.sampled_from("abc#*_`[](){}<>:=-+|>$\\!\n \t\r1.é\u0301\u2028😀"), max_size=60)


def check(path: str, data: bytes) -> None:
    document = read_document(path, data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in document.diagnostics:
        assert finding.span.path == path
        assert 1 <= finding.span.line <= lines
        assert finding.span.column >= 1
        for language in ("en", "nl"):
            assert finding.message(language)
            assert finding.hint(language)
    assert read_document(path, data) == document


@settings(max_examples=150, deadline=None, derandomize=True)
@given(PATHS, st.binary(max_size=60))
def test_any_bytes(path: str, data: bytes) -> None:
    check(path, data)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(PATHS, LINES, BODY)
def test_any_settings_and_body(path: str, lines: list[str], body: str) -> None:
    text = "".join(lines)
    if path != "course.yml":
        text = f"---\n{text}---\n{body}"
    check(path, text.encode())
