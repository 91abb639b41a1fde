"""Whatever Python-Markdown or a browser takes for a link is seen, and never leads out of the course."""

from pathlib import Path

import pytest

from coursebuilder.pipeline import check_loaded, load_course

LEADS_NOWHERE = {
    "<a href=nope.md>x</a>": "CB301",
    "<A HREF='nope.md'>x</A>": "CB301",
    "<a\nhref='nope.md'>x</a>": "CB301",
    "<img src=nope.png alt=x>": "CB304",
    "<img alt='a>b' src='nope.png'>": "CB304",
    "<video src='nope.mp4'></video>": "CB303",
    "<video controls poster='nope.png'></video>": "CB303",
    "<video><track src='nope.vtt'></video>": "CB303",
    "<audio><source src='../../../../etc/passwd'></audio>": "CB305",
    "[x](%2e%2e/%2e%2e/%2e%2e/etc/passwd)": "CB305",
    "[x](..%2f..%2f..%2fetc%2fpasswd)": "CB305",
    "![x](/etc/passwd)": "CB306",
    "![x](file:///etc/passwd)": "CB306",
    "![x](//host/x.png)": "CB306",
    "[x](../course.yml)": "CB313",
    "[x][r]\n\n[r]:\n  nope.md": "CB313",
}


@pytest.mark.parametrize("markdown", LEADS_NOWHERE)
def test_a_link_that_leads_nowhere_is_reported(course: Path, markdown: str) -> None:
    (course / "01-start" / "03-x.md").write_text(f"# X\n\n{markdown}\n", encoding="utf-8")
    found = {finding.rule.code: finding for finding in check_loaded(load_course(course), ())}
    assert LEADS_NOWHERE[markdown] in found
    span = found[LEADS_NOWHERE[markdown]].span
    assert (span.path, span.line) == ("01-start/03-x.md", 3)


def test_a_number_too_long_to_print_is_no_number(course: Path) -> None:
    digits = "9" * 5000
    quiz = f"---\ntype: quiz\n---\n# Q\n\n## q {{#a points={digits}}}\n\n= {digits} ± 0\n"
    (course / "01-start" / "03-x.md").write_text(quiz, encoding="utf-8")
    codes = [finding.rule.code for finding in check_loaded(load_course(course), ())]
    assert "CB162" in codes
