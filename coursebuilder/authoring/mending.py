"""Mistakes in one line that have one remedy: each finding's own, tried and kept when the finding is gone."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from typing import Literal

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules import notation, pasted, platform, questions, situations, yaml
from coursebuilder.markup import split_attributes
from coursebuilder.source.document import Document, read_document

Remedy = Literal["quotes", "tabs", "front-matter", "ids"]
Mend = Callable[[list[str], Diagnostic], list[str] | None]
"""The lines of a file and a finding about them -> the lines without it; None when it is not clear how."""

_SETTING = re.compile(
    r"(\s*(?:-\s+)?[A-Za-z_][\w-]*:[ \t]+)([^\s\"'\[{|>&*!#].*?)((?<![ \t])[ \t]+#.*)?"
)
_CURLY = re.compile(r"[“”„‟‘’‚‛\"]([^“”„‟‘’‚‛\"\\]*)[“”‟‘’‛\"]")
_MOST = 500
"""Mistakes mended in one file; more would be no accident."""


def mend_findings(
    path: str, data: bytes, rules: Collection[Rule] | None = None
) -> tuple[bytes, tuple[Remedy, ...]]:
    """The file ``path`` with what findings have one remedy for, and the names of the remedies.

    ``rules``: those whose findings are mended; None: all that can be.
    """
    wanted = MENDS if rules is None else {rule: MENDS[rule] for rule in rules}
    document = read_document(path, data)
    done: list[Remedy] = []
    hopeless: set[tuple[str, int]] = set()
    for _ in range(_MOST):
        finding = next(
            (
                one
                for one in document.diagnostics
                if one.rule in wanted and (one.rule.code, one.span.line) not in hopeless
            ),
            None,
        )
        if finding is None:
            break
        name, mend = MENDS[finding.rule]
        lines = mend(data.decode("utf-8").split("\n"), finding)
        mended = "\n".join(lines).encode() if lines is not None else data
        after = read_document(path, mended)
        if mended == data or not _is_better(document, after, finding):
            hopeless.add((finding.rule.code, finding.span.line))
            continue
        data, document = mended, after
        done.append(name)
    return data, tuple(dict.fromkeys(done))


def _is_better(before: Document, after: Document, finding: Diagnostic) -> bool:
    """Whether that finding is gone and nothing came instead, further down perhaps."""
    gone = [one for one in before.diagnostics if one not in after.diagnostics]
    new = [one for one in after.diagnostics if one not in before.diagnostics]
    return finding in gone and all(one.span.line > finding.span.line for one in new)


def _quote(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """Straight quotes around a value that YAML cannot read without them."""
    number = finding.span.line - 1
    match = _SETTING.fullmatch(lines[number].rstrip("\r")) if number < len(lines) else None
    if match is None:
        return None
    value = json.dumps(match[2], ensure_ascii=False)
    return _with(lines, finding, f"{match[1]}{value}{match[3] or ''}")


def _straighten(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """Straight quotes instead of curly ones."""
    line = lines[finding.span.line - 1]
    match = _CURLY.match(line, finding.span.column - 1)
    if match is None:
        return None
    return _with(lines, finding, f'{line[: match.start()]}"{match[1]}"{line[match.end() :]}')


def _untab(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """Two spaces for each tab in the indentation of a setting."""
    line = lines[finding.span.line - 1]
    bare = line.lstrip(" \t")
    return _with(lines, finding, line[: -len(bare) or None].replace("\t", "  ") + bare)


def _identify(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """The suggested id at the end of a line, or the first free one like it."""
    id, text = dict(finding.values)["suggestion"], "\n".join(lines)
    taken = set(re.findall(r"\{#([a-z0-9-]+)[ }]", text))
    free = next(name for name in (id, *(f"{id}-{n}" for n in range(2, 9999))) if name not in taken)
    line = lines[finding.span.line - 1].rstrip()
    _, pairs, place = split_attributes(line)
    if pairs:
        return _with(lines, finding, f"{line[:place]}{{#{free} {line[place + 1 :].lstrip()}")
    return _with(lines, finding, f"{line} {{#{free}}}")


def _open(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """A line ``---`` above the settings, and one below when there is none."""
    first = finding.span.line - 1
    opened = ["---", *lines[first:]]
    end = next((n for n, line in enumerate(opened) if n and not line.strip()), len(opened))
    return opened if "---" in opened[1:end] else [*opened[:end], "---", *opened[end:]]


def _close(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """A line ``---`` below the last setting."""
    end = int(dict(finding.values)["line"])
    return [*lines[:end], "---", *lines[end:]]


def _raise(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """No empty lines above the settings."""
    return lines[finding.span.line - 1 :]


def _dash(lines: list[str], finding: Diagnostic) -> list[str] | None:
    """Three hyphens."""
    return _with(lines, finding, "---")


def _with(lines: list[str], finding: Diagnostic, line: str) -> list[str]:
    at = finding.span.line - 1
    return [*lines[:at], line, *lines[at + 1 :]]


MENDS: Mapping[Rule, tuple[Remedy, Mend]] = {
    yaml.YAML_COLON: ("quotes", _quote),
    yaml.YAML_RESERVED: ("quotes", _quote),
    pasted.TYPOGRAPHIC_QUOTES: ("quotes", _straighten),
    yaml.YAML_TAB: ("tabs", _untab),
    yaml.FRONT_MATTER_NOT_OPENED: ("front-matter", _open),
    yaml.FRONT_MATTER_NOT_CLOSED: ("front-matter", _close),
    yaml.FRONT_MATTER_NOT_FIRST: ("front-matter", _raise),
    yaml.FRONT_MATTER_DASHES: ("front-matter", _dash),
    notation.MISSING_ID: ("ids", _identify),
    questions.QUESTION_WITHOUT_ID: ("ids", _identify),
    questions.STATEMENT_WITHOUT_ID: ("ids", _identify),
    platform.TERM_WITHOUT_ID: ("ids", _identify),
    platform.FORM_QUESTION_WITHOUT_ID: ("ids", _identify),
    situations.SCENE_WITHOUT_ID: ("ids", _identify),
}
"""Rule -> what the remedy is called, and the remedy."""
