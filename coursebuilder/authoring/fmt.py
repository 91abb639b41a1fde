"""Sources in one form: spacing, markers and attributes as the printer writes them, prose untouched.

Nothing is trusted: the new text is read back and must hold the same model, the same findings and the
same words as the old one.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from coursebuilder.authoring.as_written import as_written
from coursebuilder.authoring.mending import mend_findings
from coursebuilder.diagnostics import Severity
from coursebuilder.diagnostics.rules.pasted import TYPOGRAPHIC_QUOTES
from coursebuilder.markup import split_attributes
from coursebuilder.model import Page, Quiz, Scan, Situation
from coursebuilder.source.document import Document, Node, read_document
from coursebuilder.source.front_matter import split_front_matter
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.source.naming import title_heading
from coursebuilder.source.pasted import source_text
from coursebuilder.source.printer import print_page, print_quiz, print_scan, print_situation
from coursebuilder.source.printer_platform import print_platform
from coursebuilder.text import Span

Refusal = Literal["errors", "loss", "kind"]
"""Why a file is left alone: it has errors, printing it would lose something, or nothing prints it."""

_WORD = re.compile(r"\w+")
_SPACE_AT_END = re.compile(r"[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """What became of one file."""

    text: str
    """The canonical text, or the old one when it was refused."""
    refusal: Refusal | None = None


def format_source(path: str, data: bytes) -> Formatted:
    """The canonical text of the source file ``path``; it says what ``data`` said."""
    text, _ = source_text(path, data)
    if text is not None:
        text = mend_findings(path, text.encode(), (TYPOGRAPHIC_QUOTES,))[0].decode("utf-8")
    document = read_document(path, (text or "").encode())
    if text is None or document.node is None or _has_errors(document):
        return Formatted(text=text or "", refusal="errors")
    if isinstance(document.node, CourseHead):
        candidates = [_ended(_SPACE_AT_END.sub("", text)), _ended(text)]
    else:
        body = _canonical_body(path, document.node)
        if body is None:
            return Formatted(text=text, refusal="kind")
        front = _front_matter(text)
        head = _title_lines(path, text, document.node)
        tidy = _SPACE_AT_END.sub("", front)
        bodies = dict.fromkeys((as_written(body, text), body))
        candidates = [
            _joined(start, head, own) for own in bodies for start in dict.fromkeys((tidy, front))
        ]
    for candidate in candidates:
        if _same(document, read_document(path, candidate.encode()), text, candidate):
            return Formatted(text=candidate)
    return Formatted(text=text, refusal="loss")


def _canonical_body(path: str, node: Node) -> str | None:
    """What stands below front matter and title, as the printer writes it; None when it cannot."""
    title = "x" if isinstance(node, ModuleHead) or node is None else node.title
    match node:
        case Page():
            printed = print_page(node)
        case Quiz():
            printed = print_quiz(node)
        case Scan():
            printed = print_scan(node)
        case Situation():
            printed = print_situation(node)
        case ModuleHead():
            page = Page(id="x", title="x", body=node.introduction, span=Span(path))
            printed = print_page(page)
        case CourseHead() | None:
            return None
        case _:
            printed = print_platform(node)
    parts, _ = split_front_matter(path, printed)
    body = parts.body.lstrip("\n")
    if body.partition("\n")[0] == f"# {title}":
        body = body.partition("\n")[2]
    return body.strip("\n")


def _front_matter(text: str) -> str:
    """The front matter with its fences, as written; empty when there is none."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return ""
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() == "---"), 0)
    return "\n".join(["---", *lines[1:end], "---"])


def _title_lines(path: str, text: str, node: Node) -> str:
    """The heading that gives the title, as written."""
    parts, _ = split_front_matter(path, text)
    span = Span(path)
    heading = title_heading(parts.body, span, node.title, divided=isinstance(node, Quiz))
    if heading is None:
        return ""
    lines = parts.body.split("\n")
    first = heading.span.line - span.line
    count = 1 if lines[first].startswith("#") else 2
    return "\n".join(line.rstrip() for line in lines[first : first + count])


def _joined(front: str, head: str, body: str) -> str:
    below = "\n\n".join(piece for piece in (head, body) if piece)
    return _ended("\n".join(piece for piece in (front, below) if piece))


def _ended(text: str) -> str:
    """``text`` with one line end at its end."""
    return text.rstrip("\n") + "\n"


def _has_errors(document: Document) -> bool:
    return any(finding.rule.severity is Severity.ERROR for finding in document.diagnostics)


def _same(old: Document, new: Document, before: str, after: str) -> bool:
    """Whether nothing but form changed."""
    return (
        old.node == new.node
        and _findings(old) <= _findings(new) <= _findings(old)
        and before.count("<!--") == after.count("<!--")
        and _words(before) == _words(after)
    )


def _findings(document: Document) -> Counter[tuple[object, ...]]:
    return Counter((finding.rule.code, finding.values) for finding in document.diagnostics)


def _words(text: str) -> Counter[str]:
    """The words of a text and how often they stand there, without attribute lists."""
    lines = (split_attributes(line)[0] for line in text.split("\n"))
    return Counter(word for line in lines for word in _WORD.findall(line))
