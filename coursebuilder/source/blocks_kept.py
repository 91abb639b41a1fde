"""Blocks that keep what a learner does: reflection, checklist, practice question."""

import re

from coursebuilder.diagnostics.rules.notation import (
    BAD_CHECKLIST,
    DUPLICATE_BLOCK_ID,
    EMPTY_BLOCK,
    MISSING_ID,
    UNTITLED_MEDIA,
)
from coursebuilder.model import Checklist, ChecklistItem, Practice, Reflection
from coursebuilder.source.containers import Container, take_parts
from coursebuilder.source.lines import BULLET, Line, cut_item, text_of
from coursebuilder.source.marked_items import read_marked_item
from coursebuilder.source.question import read_question

_BOX = re.compile(r"\[[ xX]\](?:[ \t]+|$)")
_MOST_LINES = 40


def read_reflection(container: Container) -> Reflection | None:
    """``::: reflection Title {#id lines=4}``, whose content is the prompt."""
    attributes, findings = container.attributes, container.findings
    attributes.only(("id", "lines"))
    place = container.opening
    prompt = container.text()
    id = attributes.id(MISSING_ID)
    lines = attributes.integer("lines", 1, _MOST_LINES)
    if not container.title:
        findings.add(UNTITLED_MEDIA, place, name="reflection")
    if prompt is None:
        findings.add(EMPTY_BLOCK, place, name="reflection", needs="a question to think about")
        return None
    return Reflection(
        id=id, title=container.title, prompt=prompt, lines=lines or 4, span=findings.span(place)
    )


def read_checklist(container: Container) -> Checklist | None:
    """``::: checklist Title {#id}`` with ``- [ ] text {#id}`` lines."""
    attributes, findings = container.attributes, container.findings
    attributes.only(("id",))
    place = container.opening
    id = attributes.id(MISSING_ID)
    if not container.title:
        findings.add(UNTITLED_MEDIA, place, name="checklist")
    lines = take_parts(container.inner, "checklist", (), findings)[0]
    items: list[ChecklistItem] = []
    seen: dict[str, int] = {}
    index = 0
    while index < len(lines):
        line = lines[index]
        bullet = BULLET.match(line.text)
        if line.blank:
            index += 1
        elif bullet and _BOX.match(line.text, bullet.end()):
            content, index = cut_item(lines, index, bullet.end())
            items += _checklist_item(container, content, seen)
        else:
            findings.add(BAD_CHECKLIST, line, found=line.text.strip()[:60])
            index += 1
    if not items:
        findings.add(EMPTY_BLOCK, place, name="checklist", needs="- [ ] …")
        return None
    return Checklist(id=id, title=container.title, items=tuple(items), span=findings.span(place))


def _checklist_item(
    container: Container, content: list[Line], seen: dict[str, int]
) -> list[ChecklistItem]:
    findings = container.findings
    box = _BOX.match(content[0].text)
    head = content[0].after(box.end() if box else 0)
    id, lines = read_marked_item([head, *content[1:]], "checklist", MISSING_ID, findings)
    text = text_of(lines, findings.path)
    if text is None:
        findings.add(BAD_CHECKLIST, content[0], found=content[0].text.strip())
        return []
    if id in seen:
        findings.add(DUPLICATE_BLOCK_ID, head, id=id, line=seen[id])
    elif id:
        seen[id] = head.number
    return [ChecklistItem(id=id, text=text)]


def read_practice(container: Container) -> Practice | None:
    """``::: question The question? {#id}`` with answers as in a quiz."""
    place = container.opening
    question = read_question(
        container.title, container.line, container.attributes, container.inner, container.findings
    )
    if question is None:
        return None
    return Practice(question=question, span=container.findings.span(place))
