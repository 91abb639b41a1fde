"""Files that run something when a learner opens them by themselves."""

from pathlib import Path

import pytest

from coursebuilder.pipeline import check_loaded, load_course
from coursebuilder.source.active_svg import active_part

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {}>{}</svg>'


@pytest.mark.parametrize(
    ("attributes", "content", "part"),
    [
        ("", "<script>alert(1)</script>", "<script>"),
        ("", "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>", "<iframe>"),
        ("onload='alert(1)'", "", "onload="),
        ("", "<a x:href='java&#9;script&#58;alert(1)'/>", "javascript:"),
        ("", "<a href='https://example.org'><text>script onload=</text></a>", ""),
    ],
)
def test_what_runs_in_a_drawing(attributes: str, content: str, part: str) -> None:
    assert active_part(SVG.format(attributes, content).encode()) == part


def test_entities_neither_grow_nor_read_files() -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE svg [<!ENTITY a0 "x"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
    drawing = head + SVG.format("", "<text id='&a9;'>&f;&a9;</text>")
    assert active_part(drawing.encode()) == ""


def test_they_are_reported(course: Path) -> None:
    (course / "01-start" / "x.svg").write_text(SVG.format("onload='x'", ""), encoding="utf-8")
    (course / "01-start" / "x.html").write_text("<script>x</script>", encoding="utf-8")
    page = "# X\n\n![x](x.svg)\n\nRead [the page](x.html).\n"
    (course / "01-start" / "03-x.md").write_text(page, encoding="utf-8")
    found = {(one.rule.code, one.span.path) for one in check_loaded(load_course(course), ())}
    assert ("CB118", "01-start/x.svg") in found
    assert ("CB119", "01-start/x.html") in found
