"""Damaged copies of a sound course: never an exception, and every finding has a place in its file."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursebuilder.authoring.fixes import fix_source
from coursebuilder.authoring.fmt import format_source
from coursebuilder.diagnostics import Severity
from coursebuilder.diagnostics.text_report import text_report
from coursebuilder.pipeline import Options, build_context, check_loaded, load_course
from coursebuilder.source.document import read_document
from coursebuilder.starter import write_starter
from coursebuilder.targets import TARGETS

FRAGMENTS = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\t", b"\x1b[2J", b"\xe2\x80\xa8", b"\xed\xa0\x80",
    b"---\n", b"::: question\n", b":::\n", b"::: tabs\n", b"> [!tip] ", b"[[", b"]]", b"{#", b"}", b"[", b"](",
    b"![x](", b"<a href=x>", b"<!--", b"-->", b"<script>", b"]]>", b"```\n", b"$", b"$$", b"\\", b"`", b"|", b"[^1]",
    b"[^1]: ", b"- ( ) ", b"- (x) ", b"- [x] ", b"= ", b"1. ", b" :: ", b"> ", b"## ", b"### x {#x}\n", b"# ",
    b": ", b"- ", b"&", b"*", b"!!python/none ", b'"', b"'", b"@@PLUGINFILE@@", b"$@NULL@$", b"../../etc/passwd",
    b"%00", b"99999999999999999999", b"1e999", b"-1", b"\xc3\xa9", b"e\xcc\x81", b"\xf0\x9f\x98\x80",
    b"type: ", b"title: ", b"\xe2\x80\xa2 ", b"\xc2\xa0", b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xe2\x80\x8b", b"1) ",
)  # fmt: skip


def starter() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "c"
        write_starter(root, "Course", "en")
        return {
            path.relative_to(root / "modules").as_posix(): path.read_bytes()
            for path in sorted((root / "modules").rglob("*"))
            if path.is_file()
        }


FILES = starter()


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """(path, content) of one file of the course after a few blows to its bytes and lines."""
    path = draw(st.sampled_from(sorted(FILES)))
    data = FILES[path]
    for _ in range(draw(st.integers(1, 4))):
        lines = data.splitlines(keepends=True) or [b""]
        at = draw(st.integers(0, len(data)))
        line = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("insert", "cut", "byte", "drop", "double", "swap", "indent"))):
            case "insert":
                data = data[:at] + draw(st.sampled_from(FRAGMENTS)) + data[at:]
            case "cut":
                data = data[:at] + data[at + draw(st.integers(1, 40)) :]
            case "byte":
                data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
            case "drop":
                data = b"".join(lines[:line] + lines[line + 1 :])
            case "double":
                data = b"".join(lines[: line + 1] + lines[line:])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[line], lines[other] = lines[other], lines[line]
                data = b"".join(lines)
            case _:
                lines[line] = draw(st.sampled_from((b"    ", b"> ", b"  ", b"\t"))) + lines[line]
                data = b"".join(lines)
    return path, data


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged(), damaged())
def test_a_damaged_course_is_answered(one: tuple[str, bytes], other: tuple[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, data in {**FILES, one[0]: one[1], other[0]: other[1]}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        for path, data in (one, other):
            assert_mended(path, data)
        loaded = load_course(root)
        found = check_loaded(loaded, TARGETS.values())
        for finding in found:
            assert_place(root, finding.span.path, finding.span.line, finding.span.column)
        for language in ("en", "nl"):
            assert list(text_report(found, language, loaded.source))
        if loaded.course is None or any(
            finding.rule.severity is Severity.ERROR for finding in found
        ):
            assert found
            return
        for target in TARGETS.values():
            package = target.emit(loaded.course, build_context(loaded, Options()))
            assert list(package)


def assert_mended(path: str, data: bytes) -> None:
    """``fmt`` and ``--fix`` answer too, a second time with the same; what nobody sees brings no error when mended."""
    formatted = format_source(path, data)
    if formatted.refusal is None:
        assert format_source(path, formatted.text.encode()).text == formatted.text
    fixed = fix_source(path, data)
    assert fix_source(path, fixed.data).data == fixed.data
    if {*fixed.fixes} <= {"bom", "line-ends", "pasted", "spaces", "last-line"}:
        assert errors(path, fixed.data) <= errors(path, data)  # others open what nobody could read


def errors(path: str, data: bytes) -> int:
    return sum(one.rule.severity is Severity.ERROR for one in read_document(path, data).diagnostics)


def assert_place(root: Path, path: str, line: int, column: int) -> None:
    """The place lies in the file, at most just behind the end of a line."""
    assert line >= 1
    assert column >= 1
    if not (root / path).is_file() or (line, column) == (1, 1):
        return
    text = (root / path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    lines = re.split(r"\r\n?|\n", text)
    assert line <= len(lines), (path, line, len(lines))
    assert column <= len(lines[line - 1].expandtabs(4)) + 1, (path, line, column, lines[line - 1])
