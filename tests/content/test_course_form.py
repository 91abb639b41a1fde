"""The sources of the course are in the form of ``coursebuilder fmt``."""

from pathlib import Path

import pytest

from coursebuilder.authoring.fmt import format_source
from coursebuilder.source.document import role
from coursebuilder.source.tree import scan_tree

MODULES = Path(__file__).parents[2] / "modules"
SOURCES = {
    path: file.real for path, file in scan_tree(MODULES)[0].files.items() if role(path) is not None
}


@pytest.mark.parametrize("path", sorted(SOURCES))
def test_a_source_has_the_form_of_fmt(path: str) -> None:
    data = SOURCES[path].read_bytes()
    result = format_source(path, data)
    assert result.refusal is None
    assert result.text == data.decode(), f"mend with: coursebuilder fmt modules/{path}"
