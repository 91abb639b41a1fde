"""The terms of a glossary: ``Term {#id}`` and, on the next line, ``: definition``."""

import re
from collections.abc import Sequence

from coursebuilder.diagnostics.rules.notation import DUPLICATE_BLOCK_ID
from coursebuilder.diagnostics.rules.platform import NO_TERMS, STRAY_TERM_TEXT, TERM_WITHOUT_ID
from coursebuilder.model import Term
from coursebuilder.source.attributes import read_attributes
from coursebuilder.source.containers import container_ends
from coursebuilder.source.lines import ESCAPE, Findings, Line, cut_item, skipped, text_of

_DEFINITION = re.compile(r":(?:[ \t]+|$)")


def cut_terms(lines: Sequence[Line], findings: Findings) -> tuple[Sequence[Line], tuple[Term, ...]]:
    """The lines before the first term, and the terms in the author's order."""
    start = _first_term(lines)
    terms: list[Term] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if line.blank:
            index += 1
        elif not _is_term(lines, index):
            findings.add(STRAY_TERM_TEXT, line)
            index += 1
        else:
            term, index = _term(lines, index, findings)
            terms += [term] if term is not None else []
    if not terms:
        findings.add(NO_TERMS, lines[0])
    _report_repeated(terms, findings)
    return lines[:start], tuple(terms)


def _first_term(lines: Sequence[Line]) -> int:
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    index = 0
    while index < len(lines):
        jump = skip.get(index, ends.get(index))
        if jump is not None:
            index = jump
        elif _is_term(lines, index):
            return index
        index += 1
    return len(lines)


def _is_term(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of words has a definition below it."""
    head = lines[index]
    if head.blank or head.text.startswith((ESCAPE, " ", "\t", ">")) or index + 1 == len(lines):
        return False
    return _DEFINITION.match(lines[index + 1].text) is not None


def _term(lines: Sequence[Line], index: int, findings: Findings) -> tuple[Term | None, int]:
    head = lines[index]
    name, attributes = read_attributes(head, "term", findings)
    attributes.only(("id", "aliases"))
    below = lines[index + 1]
    match = _DEFINITION.match(below.text)
    content, after = cut_item(lines, index + 1, match.end() if match else 1)
    definition = text_of(content, findings.path)
    id = attributes.id(TERM_WITHOUT_ID)
    if definition is None:
        findings.add(STRAY_TERM_TEXT, below)
        return None, after
    aliases = (alias.strip() for alias in attributes.text("aliases").split(","))
    term = Term(
        id=id,
        name=name,
        definition=definition,
        aliases=tuple(dict.fromkeys(filter(None, aliases))),
        span=findings.span(head),
    )
    return term, after


def _report_repeated(terms: Sequence[Term], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for term in terms:
        if term.id in seen:
            findings.add_at(DUPLICATE_BLOCK_ID, term.span, id=term.id, line=seen[term.id])
        elif term.id:
            seen[term.id] = term.span.line
