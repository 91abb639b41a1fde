"""Adding a module to ``modules:`` of ``course.yml`` with everything else left as it is."""

import re

from coursebuilder.source.yaml_positions import YamlList, YamlScalar, read_yaml
from coursebuilder.text import Span

_BLOCK_ITEM = re.compile(r"\s*-\s+[\"']?$")


def listed(text: str) -> tuple[str, ...] | None:
    """The modules that ``course.yml`` lists; None when it leaves the order to the folders' names."""
    found = _list(text)
    if found is None or not found.items:
        return None
    return tuple(item.text for item in found.items if isinstance(item, YamlScalar))


def with_module(text: str, name: str) -> str | None:
    """``course.yml`` with one module more at the end of its list; None when that is not that simple.

    The result was read back: it lists what it listed, and ``name``.
    """
    before = listed(text)
    found = _list(text)
    if before is None or found is None:
        return None
    last = found.items[-1]
    if not isinstance(last, YamlScalar):
        return None
    lines = text.split("\n")
    index, column = last.span.line - 1, last.span.column - 1
    line = lines[index]
    head = line[:column]
    ending = "\r" if line.endswith("\r") else ""
    if _BLOCK_ITEM.match(head):
        indent = head[: head.index("-") + 1]
        lines.insert(index + 1, f"{indent} {name}{ending}")
    else:
        end = column + len(last.text)
        end += line[end : end + 1] in {'"', "'"}
        lines[index] = f"{line[:end]}, {name}{line[end:]}"
    changed = "\n".join(lines)
    return changed if listed(changed) == (*before, name) else None


def _list(text: str) -> YamlList | None:
    root, _ = read_yaml(text.replace("\r\n", "\n"), Span("course.yml"))
    for key, value in root.entries if root else ():
        if key.text == "modules" and isinstance(value, YamlList):
            return value
    return None
