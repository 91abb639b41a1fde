"""What Moodle's restore would take for one of its own codes."""

from pathlib import Path

from coursebuilder.pipeline import check_loaded, load_course
from coursebuilder.targets import TARGETS


def test_a_code_in_a_title_is_refused(course: Path) -> None:
    page = "---\ntitle: T $@PAGEVIEWBYID*1@$\n---\n\nText.\n"
    (course / "01-start" / "03-x.md").write_text(page, encoding="utf-8")
    found = check_loaded(load_course(course), (TARGETS["moodle"],))
    assert "CB931" in {finding.rule.code for finding in found}
