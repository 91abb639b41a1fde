"""Text that looks like a gap."""

from pathlib import Path

import pytest

from coursebuilder.pipeline import Options, build_context, check_loaded, load_course
from coursebuilder.targets import TARGETS


@pytest.mark.parametrize("kind", ["gaps-drag", "gaps-choose", "gaps-type"])
def test_escaped_brackets_around_a_number_stay_text(course: Path, kind: str) -> None:
    gap = "[[a|b]]" if kind == "gaps-choose" else "[[a]]"
    quiz = f"---\ntype: quiz\n---\n# Q\n\n## q {{#a type={kind}}}\n\n\\[[1]] A {gap} b \\[[1]] c \\[[9]].\n"
    (course / "01-start" / "03-x.md").write_text(quiz, encoding="utf-8")
    loaded = load_course(course)
    assert check_loaded(loaded, ())
    assert loaded.course is not None
    package = TARGETS["moodle"].emit(loaded.course, build_context(loaded, Options()))
    written = b"".join(
        entry.content
        for entry in package
        if entry.path == "questions.xml" and isinstance(entry.content, bytes)
    )
    assert b"&amp;#91;[1]]" in written
    assert b"&amp;#91;[9]]" in written
    assert b"&amp;#91;[1]] A " in written, "what stands before the gap is text as well"
    for name in TARGETS:
        assert list(TARGETS[name].emit(loaded.course, build_context(loaded, Options())))
