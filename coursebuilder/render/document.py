"""All Markdown of one source file as sanitised HTML with neutral links."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.render import FORMULA_UNREADABLE, NESTED_TOO_DEEPLY
from coursebuilder.render.links import guard, neutralise
from coursebuilder.render.markdown_engine import Converted, engine
from coursebuilder.render.markdown_extensions import Fragment
from coursebuilder.render.sanitize import sanitize
from coursebuilder.render.tangle import is_tangled
from coursebuilder.text import Html, Markdown, Span, Text

_NO_HTML = Html("")

Key = tuple[int, int, str]
"""Line, column and Markdown of a text: the same words elsewhere in the file may render otherwise."""


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """What one source file renders to; depends on the file's texts and path only."""

    pieces: Mapping[Key, Html]
    notes: Html = _NO_HTML
    """The items of the footnote list; empty when there are none."""
    problems: tuple[tuple[Text, str], ...] = ()
    """Formulas that stay LaTeX, each where it stands, and why."""
    too_deep: tuple[Text, ...] = ()
    """Texts nested too deeply to convert; they stand there as they were written."""

    def html(self, text: Text) -> Html:
        """The HTML of one of the file's texts; KeyError when it is none of them."""
        return self.pieces[_key(text)]


def render_texts(texts: Iterable[Text]) -> RenderedFile:
    """The HTML of all texts of one source file, which share footnotes, link definitions and heading ids."""
    distinct = tuple({_key(text): text for text in texts}.values())
    if not distinct:
        return RenderedFile({})
    pieces: dict[Key, Html] = {}
    notes: list[str] = []
    problems: list[tuple[Text, str]] = []
    too_deep: list[Text] = []
    for group, converted in _conversions(distinct):
        if converted is None:
            too_deep += group
            pieces |= {_key(text): Html(f"<pre>{escape(text.source)}</pre>") for text in group}
            continue
        path = group[0].span.path
        for text, raw in zip(group, converted.pieces, strict=True):
            clean = sanitize(raw)
            pieces[_key(text)] = _finish(clean, converted, path)
            problems += _problems(text, clean, converted)
        if converted.notes:
            clean = sanitize(converted.notes)
            notes.append(_list_items(_finish(clean, converted, path)))
            problems += _problems(group[0], clean, converted)
    return RenderedFile(pieces, Html("\n".join(notes)), tuple(problems), tuple(too_deep))


def diagnostics(rendered: RenderedFile) -> Iterator[Diagnostic]:
    """What rendering found wrong in a file."""
    for formula, problem in rendered.problems:
        yield FORMULA_UNREADABLE.at(formula.span, formula=formula.source, problem=problem)
    for text in rendered.too_deep:
        yield NESTED_TOO_DEEPLY.at(text.span)


def _key(text: Text) -> Key:
    return (text.span.line, text.span.column, text.source)


def _conversions(texts: Sequence[Text]) -> Iterator[tuple[Sequence[Text], Converted | None]]:
    """The texts in as few conversions as will keep each apart; None for what cannot be converted."""
    if tangled := [text for text in texts if is_tangled(text.source)]:
        yield tangled, None
        texts = [text for text in texts if text not in tangled]
    if not texts:
        return
    converter = engine(text.source for text in texts)
    converted = converter.together([text.source for text in texts])
    if converted is not None:
        yield texts, converted
        return
    closed = [text for text in texts if converter.together([text.source]) is not None]
    converted = converter.together([text.source for text in closed]) if closed else None
    if converted is not None:
        yield closed, converted
    for number, text in enumerate(texts, 1):
        if converted is None or text not in closed:
            yield [text], converter.alone(text.source, number)


def _finish(markup: str, converted: Converted, path: str) -> Html:
    """Sanitised HTML with its fragments in place and its links neutral."""
    return Html(neutralise(_with_fragments(guard(markup), converted), path))


def _with_fragments(markup: str, converted: Converted) -> str:
    """``markup`` with each token replaced: by its fragment in text, by its source within a tag."""
    if converted.prefix not in markup:
        return markup
    token = re.compile(rf"{converted.prefix}(\d+)z")

    def fragment(number: str) -> Fragment:
        return converted.fragments[int(number)]

    if not re.search(rf'="[^"]*{converted.prefix}', markup):
        in_text = rf"<p>{converted.prefix}(\d+)z</p>|{token.pattern}"
        return re.sub(in_text, lambda found: fragment(found[1] or found[2]).html, markup)

    def replace(match: re.Match[str]) -> str:
        if match["tag"]:
            return token.sub(lambda found: escape(fragment(found[1]).source), match["tag"])
        return fragment(match["block"] or match["inline"]).html

    pattern = re.compile(
        rf"<p>{token.pattern.replace('(', '(?P<block>')}</p>"
        r'|(?P<tag><[^">]*(?:"[^"]*"[^">]*)*>)'
        rf"|{token.pattern.replace('(', '(?P<inline>')}"
    )
    return pattern.sub(replace, markup)


def _problems(text: Text, markup: str, converted: Converted) -> Iterator[tuple[Text, str]]:
    """The formulas in ``markup`` that could not be converted, at their places in ``text``."""
    if not any(fragment.problem for fragment in converted.fragments):
        return
    for number in re.findall(rf"{converted.prefix}(\d+)z", markup):
        fragment = converted.fragments[int(number)]
        if fragment.problem:
            yield Text(Markdown(fragment.source), _place(text, fragment.source)), fragment.problem


def _place(text: Text, part: str) -> Span:
    """Where ``part`` first stands in ``text``; the start of the text when it was changed on the way."""
    before = text.source[: max(text.source.find(part), 0)]
    lines = before.count("\n")
    column = (
        len(before) - before.rfind("\n") + text.indent if lines else text.span.column + len(before)
    )
    return Span(text.span.path, text.span.line + lines, column)


def _list_items(notes: str) -> str:
    """What stands within the ``<ol>`` of Python-Markdown's footnotes."""
    return notes[notes.index("<ol>") + 4 : notes.rindex("</ol>")].strip()
