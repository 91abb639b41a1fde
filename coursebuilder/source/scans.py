"""The Markdown of a self-scan: its introduction and one group per ``##`` heading."""

import re
from collections.abc import Sequence

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.notation import DUPLICATE_BLOCK_ID
from coursebuilder.diagnostics.rules.questions import (
    BAD_ADVICE,
    EMPTY_ADVICE,
    GROUP_WITHOUT_STATEMENTS,
    GROUP_WITHOUT_TITLE,
    STATEMENT_WITHOUT_ID,
    STRAY_SCAN_TEXT,
)
from coursebuilder.model import Advice, Body, ScanGroup, Statement
from coursebuilder.source.attributes import decimal
from coursebuilder.source.blocks import read_blocks, report_repeated_ids
from coursebuilder.source.containers import take_parts
from coursebuilder.source.lines import (
    BULLET,
    QUOTE,
    Findings,
    Line,
    cut_item,
    cut_quote,
    split_lines,
    text_of,
)
from coursebuilder.source.marked_items import read_marked_item
from coursebuilder.source.sections import Section, cut_sections
from coursebuilder.text import Span

_NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
_RANGE = re.compile(rf"[ \t]*({_NUMBER})[ \t]*[-–][ \t]*({_NUMBER})[ \t]*:[ \t]*")


def read_scan_body(
    text: str, span: Span
) -> tuple[Body, tuple[ScanGroup, ...], tuple[Diagnostic, ...]]:
    """The introduction and the groups of a self-scan, and what is wrong with them."""
    findings = Findings(span.path)
    before, sections = cut_sections(split_lines(text, span))
    introduction = read_blocks(before, findings)
    report_repeated_ids(introduction, (), findings)
    seen: dict[str, int] = {}
    groups = tuple(_group(section, seen, findings) for section in sections)
    _report_repeated_groups(groups, findings)
    return introduction, groups, findings.all


def _group(section: Section, seen: dict[str, int], findings: Findings) -> ScanGroup:
    title, attributes = section.title("group", findings)
    attributes.only(("id",))
    if not title:
        findings.add(GROUP_WITHOUT_TITLE, section.heading)
    lines = take_parts(section.lines, "scan", (), findings)[0]
    statements: list[Statement] = []
    advice: list[Advice] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if bullet := BULLET.match(line.text):
            content, index = cut_item(lines, index, bullet.end())
            statements += _statement(content, seen, findings)
        elif QUOTE.match(line.text):
            quoted, index = cut_quote(lines, index)
            advice += _advice(quoted, findings)
        else:
            if not line.blank:
                findings.add(STRAY_SCAN_TEXT, line)
            index += 1
    if not statements:
        findings.add(GROUP_WITHOUT_STATEMENTS, section.heading)
    return ScanGroup(
        id=attributes.id(STATEMENT_WITHOUT_ID),
        title=title,
        statements=tuple(statements),
        advice=tuple(advice),
        span=findings.span(section.heading),
    )


def _statement(
    content: Sequence[Line], seen: dict[str, int], findings: Findings
) -> list[Statement]:
    id, lines = read_marked_item(content, "statement", STATEMENT_WITHOUT_ID, findings)
    text = text_of(lines, findings.path)
    if text is None:
        findings.add(STRAY_SCAN_TEXT, content[0])
        return []
    if id in seen:
        findings.add(DUPLICATE_BLOCK_ID, content[0], id=id, line=seen[id])
    elif id:
        seen[id] = content[0].number
    return [Statement(id=id, text=text)]


def _advice(quoted: Sequence[Line], findings: Findings) -> list[Advice]:
    head = quoted[0]
    match = _RANGE.match(head.text)
    low, high = (decimal(match[1]), decimal(match[2])) if match else (None, None)
    if match is None or low is None or high is None:
        findings.add(BAD_ADVICE, head)
        return []
    text = text_of([head.after(match.end()), *quoted[1:]], findings.path)
    if text is None:
        findings.add(EMPTY_ADVICE, head)
        return []
    return [Advice(low=low, high=high, text=text)]


def _report_repeated_groups(groups: Sequence[ScanGroup], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for group in groups:
        if group.id in seen:
            line = seen[group.id]
            findings.add_at(DUPLICATE_BLOCK_ID, group.span, id=group.id, line=line)
        elif group.id:
            seen[group.id] = group.span.line
