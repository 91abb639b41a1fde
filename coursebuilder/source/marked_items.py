"""List items that carry an id at the end of their first line: ``text {#id}``."""

from collections.abc import Sequence

from coursebuilder.diagnostics import Rule
from coursebuilder.markup import split_attributes
from coursebuilder.source.attributes import read_attributes
from coursebuilder.source.lines import Findings, Line


def read_marked_item(
    content: Sequence[Line], owner: str, missing: Rule, findings: Findings
) -> tuple[str, list[Line]]:
    """The id of an item and its lines without it; ``missing`` is reported when it has none."""
    head = content[0]
    _, attributes = read_attributes(head, owner, findings)
    attributes.only(("id",))
    _, _, braces = split_attributes(head.text)
    if braces >= 0:
        head = head._replace(text=head.text[:braces].removesuffix(" "))
    return attributes.id(missing), [head, *content[1:]]
