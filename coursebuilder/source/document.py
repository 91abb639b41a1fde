"""One source file: its bytes become one node of the model, and findings.

Nothing outside the file is looked at, so what comes back can be kept in a cache by path and bytes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.schema import VALUE_NOT_ALLOWED
from coursebuilder.model import Activity
from coursebuilder.source import nodes
from coursebuilder.source.blocks import read_body
from coursebuilder.source.dutch import KINDS
from coursebuilder.source.front_matter import Parts, split_front_matter
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.source.naming import Named, name_file
from coursebuilder.source.pasted import source_text
from coursebuilder.source.platform import PlatformKind, read_platform
from coursebuilder.source.questions import read_quiz_body
from coursebuilder.source.scans import read_scan_body
from coursebuilder.source.settings import UNREAD, Settings, check_settings
from coursebuilder.source.situations import read_situation_body
from coursebuilder.source.yaml_positions import YamlMap, YamlScalar, read_yaml
from coursebuilder.text import Span

Role = Literal["course", "module", "activity"]
Kind = Literal["module", "page", "quiz", "scan", "situation"] | PlatformKind
Node = CourseHead | ModuleHead | Activity

COURSE_FILE = "course.yml"
MODULE_FILE = "module.md"

_KINDS: Mapping[str, Kind] = {
    "page": "page",
    "quiz": "quiz",
    "scan": "scan",
    "situation": "situation",
    "assignment": "assignment",
    "forum": "forum",
    "glossary": "glossary",
    "feedback": "feedback",
    "choice": "choice",
    "url": "url",
    "file": "file",
    "folder": "folder",
}
"""``type:`` in the front matter -> what the file holds."""
_TYPE = re.compile(rf"^type:[ ]*[\"']?({'|'.join(_KINDS)})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """What one source file holds."""

    path: str
    node: Node | None
    """None: the file holds nothing usable, or is no source file but one to download."""
    diagnostics: tuple[Diagnostic, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where each setting stands, by its route: ``moodle``, ``prerequisites/0``. Settings that are
    not given have none: the node then has the default, and the course may say otherwise."""

    def place(self, route: str) -> Span:
        """Where a setting stands, or the start of the file."""
        return self.places.get(route, Span(self.path))


def role(path: str) -> Role | None:
    """What a file is for by its place in the course; None for all that is not read."""
    if path == COURSE_FILE:
        return "course"
    name = path.partition("/")[2]
    if not name.endswith(".md") or "/" in name:
        return None
    return "module" if name == MODULE_FILE else "activity"


def read_document(path: str, data: bytes) -> Document:
    """What the source file ``path`` holds."""
    part = role(path)
    if part is None:
        return Document(path, None)
    text, found = source_text(path, data)
    if text is None:
        return Document(path, None, found)
    if part == "course":
        return _course(path, text, found)
    parts, problems = split_front_matter(path, text)
    return _Reading(path, parts, [*found, *problems]).document()


def _course(path: str, text: str, found: tuple[Diagnostic, ...]) -> Document:
    root, problems = read_yaml(text, Span(path))
    if root is None:
        return Document(path, None, (*found, *problems))
    settings, wrong = check_settings(root, "course")
    head = nodes.course_head(path, settings)
    return Document(path, head, _sorted((*found, *problems, *wrong)), settings.places)


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


class _Reading:
    """The reading of one Markdown file."""

    def __init__(self, path: str, parts: Parts, found: list[Diagnostic]) -> None:
        self.path = path
        self.parts = parts
        self.found = found

    def document(self) -> Document:
        kind, settings = self._settings()
        named = name_file(
            self.path, settings, self.parts.body, self.parts.body_span, divided=kind == "quiz"
        )
        self.found += named.diagnostics
        node = self._node(kind, settings, named)
        return Document(self.path, node, _sorted(self.found), settings.places)

    def _settings(self) -> tuple[Kind, Settings]:
        """What the file holds and its settings; broken YAML gives none, and no further findings."""
        is_module = self.path.endswith(f"/{MODULE_FILE}")
        if not self.parts.yaml.strip():
            root: YamlMap | None = YamlMap((), Span(self.path))
        else:
            root, problems = read_yaml(self.parts.yaml, self.parts.yaml_span)
            self.found += problems
        if root is None:
            match = _TYPE.search(self.parts.yaml)
            return "module" if is_module else _KINDS[match[1] if match else "page"], UNREAD
        kind: Kind = "module"
        if not is_module:
            kind, root = self._kind(root)
        settings, wrong = check_settings(root, kind)
        self.found += wrong
        return kind, settings

    def _kind(self, root: YamlMap) -> tuple[Kind, YamlMap]:
        """The kind that ``type:`` names, and the mapping without a ``type:`` that names none."""
        for key, value in root.entries:
            if key.text != "type" or not isinstance(value, YamlScalar) or not value.text:
                continue
            if value.text in _KINDS:
                return _KINDS[value.text], root
            word = value.text.casefold()
            near = get_close_matches(KINDS.get(word, word), _KINDS, n=1)
            allowed = ", ".join(near or _KINDS)
            self.found.append(
                VALUE_NOT_ALLOWED.at(value.span, key="type", value=value.text, allowed=allowed)
            )
            rest = tuple(entry for entry in root.entries if entry[0] is not key)
            # Without a near kind, no schema can judge the other keys.
            return _KINDS[near[0] if near else "page"], YamlMap(rest if near else (), root.span)
        return "page", root

    def _node(self, kind: Kind, settings: Settings, named: Named) -> Node:
        span = Span(self.path)
        if kind == "quiz":
            content, problems = read_quiz_body(named.body, self.parts.body_span)
            node, more = nodes.quiz(settings, named, content, span)
            self.found += (*problems, *more)
            return node
        if kind == "scan":
            body, groups, problems = read_scan_body(named.body, self.parts.body_span)
            self.found += problems
            return nodes.scan(settings, named, (body, groups), span)
        if kind == "situation":
            body, scenes, problems = read_situation_body(named.body, self.parts.body_span)
            self.found += problems
            return nodes.situation(settings, named, (body, scenes), span)
        if kind == "page" or kind == "module":
            body, problems = read_body(named.body, self.parts.body_span)
            self.found += problems
            if kind == "module":
                return nodes.module_head(self.path, settings, named, body)
            return nodes.page(settings, named, body, span)
        activity, problems = read_platform(kind, settings, named, self.parts.body_span)
        self.found += problems
        return activity
