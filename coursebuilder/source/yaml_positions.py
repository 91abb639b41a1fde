"""YAML with a place for every key and value.

Plain scalars keep what the author wrote: whether ``4.4`` is a number or a version, and whether
``no`` is a word or a boolean, is for the schema to say (``source.settings``), not for YAML 1.1.
Aliases are refused, so that a small file cannot grow into a large one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules.pasted import TYPOGRAPHIC_QUOTES
from coursebuilder.diagnostics.rules.source import CONTROL_CHARACTER
from coursebuilder.diagnostics.rules.yaml import (
    DUPLICATE_KEY,
    YAML_ALIAS,
    YAML_BRACKET,
    YAML_COLON,
    YAML_DOCUMENTS,
    YAML_ESCAPE,
    YAML_INDENT,
    YAML_KEY,
    YAML_NO_COLON,
    YAML_NOT_KEYS,
    YAML_QUOTE,
    YAML_RESERVED,
    YAML_SYNTAX,
    YAML_TAB,
    YAML_TAG,
    YAML_TOO_DEEP,
)
from coursebuilder.source.encoding import ODD, SEPARATORS
from coursebuilder.text import Span

MAX_DEPTH = 16
"""Lists and mappings inside each other; our settings need four."""


CURLY = re.compile('[“”„‟‘’‚‛]([^“”„‟‘’‚‛"\\\\]*)[“”‟‘’‛]')
"""A value between the quotes of a word processor."""
_CURLY_VALUE = re.compile(rf"(\s*(?:- )?(?:[A-Za-z_]\w*: +)?){CURLY.pattern}(\s*(?:#.*)?)")
_INDENTED_KEY = re.compile(r"([ ]+)[A-Za-z_]\w*:(?:[ ]+[^:]*)?$")
_MOST_LINES = 400
"""Lines of settings in which such quotes are mended one by one; more are no settings."""


@dataclass(frozen=True, slots=True)
class YamlScalar:
    """One value."""

    text: str
    """As written, without quotes and the white space around it."""
    plain: bool
    """Whether it stands without quotes, so that it may mean a number, a boolean or nothing."""
    span: Span
    """Where its text begins, behind the quote or below the ``|``."""


@dataclass(frozen=True, slots=True)
class YamlList:
    """A list."""

    items: tuple["YamlNode", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class YamlMap:
    """Keys and values; each key once."""

    entries: tuple[tuple[YamlScalar, "YamlNode"], ...]
    span: Span


YamlNode = YamlScalar | YamlList | YamlMap


class _Refused(Exception):  # noqa: N818 (a finding, carried out of the recursion)
    """YAML that is not read any further."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule.name)
        self.diagnostic = diagnostic


def read_yaml(text: str, span: Span) -> tuple[YamlMap | None, tuple[Diagnostic, ...]]:
    """The keys and values of ``text``, which starts at ``span``; None when it cannot be read.

    No text at all is an empty mapping.
    """
    reader = _Reader(text, span)
    try:
        root = reader.document()
    except _Refused as refused:
        reader.found.append(refused.diagnostic)
        return None, tuple(reader.found)
    except yaml.MarkedYAMLError as error:
        mended = _straightened(error, text, span)
        if mended is not None:
            again, finding = mended
            root, more = read_yaml(again, span)
            return root, (finding, *more)
        reader.found.append(_explain(error, text, span))
        return None, tuple(reader.found)
    if root is None:
        return YamlMap((), span), tuple(reader.found)
    if not isinstance(root, YamlMap):
        place = min(root.span, Span(span.path, span.line + text.rstrip("\n").count("\n"), 1))
        reader.found.append(YAML_NOT_KEYS.at(place))
        return None, tuple(reader.found)
    return root, tuple(reader.found)


class _Reader:
    """Builds nodes from the parser's events."""

    def __init__(self, text: str, span: Span) -> None:
        self.found: list[Diagnostic] = []
        self._origin = span
        self._lines = text.split("\n")
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def document(self) -> YamlNode | None:
        """The one document of the text, or None when there is none."""
        root: YamlNode | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _Refused(YAML_DOCUMENTS.at(self._place(event)))
                root = self._node(next(self._events), 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> YamlNode:
        place = self._place(event)
        if depth > MAX_DEPTH:
            raise _Refused(YAML_TOO_DEEP.at(place))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(YAML_ALIAS.at(place))
        tag = getattr(event, "tag", None)
        if tag not in {None, "!", "tag:yaml.org,2002:str"}:
            self.found.append(YAML_TAG.at(place, tag=str(tag).replace("tag:yaml.org,2002:", "!!")))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return YamlList(tuple(self._items(depth)), place)
        return YamlMap(tuple(self._entries(depth)), place)

    def _scalar(self, event: yaml.ScalarEvent) -> YamlScalar:
        """The value; what its escapes bring along is judged as the bytes of a file are."""
        text = event.value
        if not text.isprintable() and (odd := ODD.search(text)):
            character = f"U+{ord(odd[0]):04X}"
            self.found.append(CONTROL_CHARACTER.at(self._place(event), character=character))
            text = ODD.sub(" ", text)
        plain = event.implicit[0]
        if plain and (match := CURLY.fullmatch(text)):
            text, plain = match[1], False
            self.found.append(TYPOGRAPHIC_QUOTES.at(self._place(event), value=text))
        return YamlScalar(text.translate(SEPARATORS).strip(), plain, self._content(event))

    def _items(self, depth: int) -> Iterator[YamlNode]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[YamlScalar, YamlNode]]:
        first: dict[str, Span] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, YamlScalar):
                raise _Refused(YAML_KEY.at(key.span))
            value = self._node(next(self._events), depth + 1)
            if key.text in first:
                line = first[key.text].line
                self.found.append(DUPLICATE_KEY.at(key.span, key=key.text, line=line))
                continue
            first[key.text] = key.span
            yield key, value

    def _content(self, event: yaml.ScalarEvent) -> Span:
        """Where the text of a scalar begins."""
        line, column = _start(event)
        if event.style in {"'", '"'}:
            return _moved(self._origin, line, column + 1)
        if event.style in {"|", ">"} and line + 1 < len(self._lines):
            following = self._lines[line + 1]
            return _moved(self._origin, line + 1, len(following) - len(following.lstrip()))
        return _moved(self._origin, line, column)

    def _place(self, event: yaml.Event) -> Span:
        return _moved(self._origin, *_start(event))


_BY_PROBLEM: tuple[tuple[str, Rule], ...] = (
    ("mapping values are not allowed", YAML_COLON),
    ("tab character", YAML_TAB),
    ("unknown escape character", YAML_ESCAPE),
    ("did not find expected hexdecimal number", YAML_ESCAPE),
    ("invalid Unicode character escape code", YAML_ESCAPE),
    ("did not find expected ',' or ']'", YAML_BRACKET),
    ("did not find expected ',' or '}'", YAML_BRACKET),
    ("exceeded maximum nesting depth", YAML_TOO_DEEP),
)
"""What libyaml's ``problem`` holds, and our rule for it."""


def _explain(error: yaml.MarkedYAMLError, text: str, origin: Span) -> Diagnostic:
    """The complaint of libyaml in words an author understands, at the place to mend."""
    problem, context = error.problem or "", error.context or ""
    at = _at(error.problem_mark, text, origin)
    begun = _at(error.context_mark, text, origin) or at or origin
    place = at or begun
    if context == "while scanning a quoted scalar" and "end of stream" in problem:
        return YAML_QUOTE.at(begun)
    if context in {"while scanning an alias", "while scanning an anchor"}:
        return YAML_ALIAS.at(begun)
    if context == "while scanning a simple key":
        return YAML_NO_COLON.at(begun)
    if "cannot start any token" in problem:
        return _unstartable(text, place, origin)
    line = text.split("\n")[place.line - origin.line]
    if "mapping values" in problem and (key := _INDENTED_KEY.match(line)):
        return YAML_INDENT.at(_moved(origin, place.line - origin.line, key.end(1)))
    for words, rule in _BY_PROBLEM:
        if words in problem:
            return rule.at(begun if rule is YAML_BRACKET else place)
    return YAML_SYNTAX.at(place)


def _straightened(
    error: yaml.MarkedYAMLError, text: str, origin: Span
) -> tuple[str, Diagnostic] | None:
    """The text with straight quotes instead of curly ones on the line of the error, if they stand there."""
    lines = text.split("\n")
    number = error.problem_mark.line if error.problem_mark else len(lines)
    match = _CURLY_VALUE.fullmatch(lines[number]) if number < len(lines) else None
    if match is None or text.count("\n") > _MOST_LINES:
        return None
    lines[number] = f'{match[1]}"{match[2]}"{match[3]}'
    place = _moved(origin, number, match.end(1))
    return "\n".join(lines), TYPOGRAPHIC_QUOTES.at(place, value=match[2])


def _unstartable(text: str, place: Span, origin: Span) -> Diagnostic:
    """The finding about a character that no value may start with."""
    line = text.split("\n")[place.line - origin.line]
    column = place.column - (origin.column if place.line == origin.line else 1)
    character = line[column : column + 1]
    return YAML_TAB.at(place) if character == "\t" else YAML_RESERVED.at(place, character=character)


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, from 0."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _at(mark: yaml.Mark | None, text: str, origin: Span) -> Span | None:
    """The place of a mark; libyaml's end of a text is on a line below it, ours behind its last."""
    if mark is None:
        return None
    lines = text.rstrip("\n").split("\n")
    if mark.line >= len(lines):
        return _moved(origin, len(lines) - 1, len(lines[-1]))
    return _moved(origin, mark.line, mark.column)


def _moved(origin: Span, line: int, column: int) -> Span:
    """The place ``line`` lines below and ``column`` columns behind ``origin``."""
    start = origin.column if line == 0 else 1
    return Span(origin.path, origin.line + line, start + column)
