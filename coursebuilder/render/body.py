"""The blocks of a page as semantic HTML, the same for every target but for what its dialect says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Protocol, assert_never
from zlib import crc32

from coursebuilder.model import (
    Accordion,
    Asset,
    Block,
    Body,
    Callout,
    Checklist,
    Downloads,
    Figure,
    Media,
    Practice,
    Prose,
    Reflection,
    Tabs,
)
from coursebuilder.render import Rendering
from coursebuilder.render.links import neutral
from coursebuilder.render.questions import static_question_html
from coursebuilder.render.strings import Strings, strings
from coursebuilder.text import Html


class Dialect(Protocol):
    """What differs between targets: the language, the files, and the blocks a learner acts on."""

    @property
    def language(self) -> str:
        """The course's, BCP 47."""
        ...

    @property
    def assets(self) -> Mapping[str, Asset]:
        """Path -> asset, for the type and size of downloads and media; may lack some."""
        ...

    def tabs(self, block: Tabs, rendering: Rendering) -> Html:
        """Panels of which one shows at a time."""
        ...

    def reflection(self, block: Reflection, rendering: Rendering) -> Html:
        """A prompt to think about."""
        ...

    def checklist(self, block: Checklist, rendering: Rendering) -> Html:
        """Lines to tick."""
        ...

    def practice(self, block: Practice, rendering: Rendering) -> Html:
        """A question that does not count."""
        ...


def body_html(body: Body, rendering: Rendering, dialect: Dialect) -> Html:
    """The HTML of a page's blocks, with neutral links."""
    return Html("\n".join(_block(block, rendering, dialect) for block in body))


def _block(block: Block, rendering: Rendering, dialect: Dialect) -> str:
    match block:
        case Prose():
            return rendering.html(block.text)
        case Callout():
            return _callout(block, rendering, dialect)
        case Figure():
            return _figure(block, rendering, strings(dialect.language))
        case Media():
            return _media(block, rendering, dialect)
        case Tabs():
            return dialect.tabs(block, rendering)
        case Accordion():
            return _accordion(block, rendering, dialect)
        case Downloads():
            return _downloads(block, rendering, dialect)
        case Reflection():
            return dialect.reflection(block, rendering)
        case Checklist():
            return dialect.checklist(block, rendering)
        case Practice():
            return dialect.practice(block, rendering)
        case _:
            assert_never(block)


def _callout(block: Callout, rendering: Rendering, dialect: Dialect) -> str:
    kind = strings(dialect.language).callouts[block.kind]
    label = f' aria-label="{escape(kind)}"' if block.title else ""
    return (
        f'<aside class="cb-callout cb-{block.kind}" role="note"{label}>\n'
        f'<p class="cb-callout-title">{escape(block.title or kind)}</p>\n'
        f"{body_html(block.body, rendering, dialect)}\n</aside>"
    )


def _figure(block: Figure, rendering: Rendering, words: Strings) -> str:
    width = f' width="{block.width}"' if block.width else ""
    described = description = ""
    if block.description is not None:
        place = f"{block.span.line}:{block.span.column}:{block.image}:{block.description.source}"
        name = f"cb-description-{crc32(place.encode()):08x}"
        described = f' aria-describedby="{name}"'
        description = _fold(
            words.description,
            f'<div id="{name}">{rendering.html(block.description)}</div>',
            "cb-description",
        )
    image = f'<img src="{_address(block.image)}" alt="{escape(block.alt)}"{width}{described}>'
    caption = _caption(
        rendering.html(block.caption) if block.caption is not None else "", block.credit, words
    )
    return _join('<figure class="cb-figure">', image, caption, description, "</figure>")


def _media(block: Media, rendering: Rendering, dialect: Dialect) -> str:
    words = strings(dialect.language)
    poster = f' poster="{_address(block.poster)}"' if block.poster else ""
    name = f' aria-label="{escape(block.title)}"' if block.title else ""
    asset = dialect.assets.get(block.src)
    kind = f' type="{escape(asset.media_type)}"' if asset else ""
    address = _address(block.src)
    source = f'<source src="{address}"{kind}>'
    fallback = f'<a href="{address}">{escape(block.title or block.src.rpartition("/")[2])}</a>'
    player = (
        f'<{block.kind} controls preload="metadata"{poster}{name}>'
        f"{source}{_track(block, dialect)}{fallback}</{block.kind}>"
    )
    title = f'<p class="cb-media-title">{escape(block.title)}</p>' if block.title else ""
    transcript = ""
    if block.transcript is not None:
        transcript = _fold(words.transcript, rendering.html(block.transcript), "cb-transcript")
    return _join(
        f'<figure class="cb-media cb-{block.kind}">',
        player,
        _caption(title, block.credit, words),
        transcript,
        "</figure>",
    )


def _track(block: Media, dialect: Dialect) -> str:
    if not block.captions:
        return ""
    language = escape(block.captions_language or dialect.language)
    return (
        f'<track kind="captions" src="{_address(block.captions)}" srclang="{language}" '
        f'label="{language}" default>'
    )


def _caption(content: str, credit: str, words: Strings) -> str:
    if credit:
        content = _join(
            content, f'<p class="cb-credit"><small>{escape(f"{words.credit} {credit}")}</small></p>'
        )
    return f"<figcaption>{content}</figcaption>" if content else ""


def _accordion(block: Accordion, rendering: Rendering, dialect: Dialect) -> str:
    folds = (
        _fold(panel.title, body_html(panel.body, rendering, dialect)) for panel in block.panels
    )
    return _join('<div class="cb-accordion">', *folds, "</div>")


def _downloads(block: Downloads, rendering: Rendering, dialect: Dialect) -> str:
    items = []
    for item in block.items:
        note = ""
        if item.description is not None:
            note = f'<div class="cb-download-note">{rendering.inline(item.description)}</div>'
        items.append(
            f'<li><a href="{_address(item.file)}" download>{escape(item.title)}</a> '
            f'<span class="cb-file">({_facts(item.file, dialect)})</span>{note}</li>'
        )
    return _join('<ul class="cb-downloads">', *items, "</ul>")


def _facts(path: str, dialect: Dialect) -> str:
    """``CSV, 1,2 kB``: the type of a file by its name, and its size when it is known."""
    name, dot, suffix = path.rpartition("/")[2].rpartition(".")
    kind = escape(suffix.upper() if dot else name)
    asset = dialect.assets.get(path)
    if asset is None:
        return kind
    return f"{kind}, {_size(asset.size, strings(dialect.language).decimal)}"


def _size(size: int, decimal: str) -> str:
    """``640 B``, ``1,2 kB``, ``35 MB``: powers of a thousand, one decimal below ten, kept on a line."""
    amount, unit = float(size), "B"
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 999.5 or unit == "GB":
            break
        amount /= 1000
    shown = f"{amount:.1f}" if unit != "B" and amount < 9.95 else f"{amount:.0f}"
    return f"{shown.replace('.', decimal)}\u00a0{unit}"


def _fold(title: str, content: str, name: str = "") -> str:
    classes = f"cb-fold {name}".strip()
    return f'<details class="{classes}"><summary>{escape(title)}</summary>\n{content}\n</details>'


def _address(path: str) -> str:
    return escape(neutral(path))


def _join(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticDialect:
    """Everything readable without JavaScript; with ``marked`` also what the player hooks on to."""

    language: str
    assets: Mapping[str, Asset] = field(default_factory=dict)
    marked: bool = False
    """Adds the ``data-cb`` attributes of docs/player.md."""

    def tabs(self, block: Tabs, rendering: Rendering) -> Html:
        """The panels one below the other, each under its title."""
        panels = [
            f'<section class="cb-tab-panel"{self._data(title=panel.title)}>\n'
            f'<p class="cb-tab-title"><strong>{escape(panel.title)}</strong></p>\n'
            f"{body_html(panel.body, rendering, self)}\n</section>"
            for panel in block.panels
        ]
        return Html(_join(f'<div class="cb-tabs"{self._data(cb="tabs")}>', *panels, "</div>"))

    def reflection(self, block: Reflection, rendering: Rendering) -> Html:
        """The title and the prompt."""
        data = self._data(cb="reflection", id=block.id, lines=str(block.lines))
        title = block.title or strings(self.language).reflection
        return Html(
            f'<section class="cb-reflection" id="{escape(block.id)}"{data}>\n'
            f'<p class="cb-block-title"><strong>{escape(title)}</strong></p>\n'
            f'<div class="cb-prompt">{rendering.html(block.prompt)}</div>\n</section>'
        )

    def checklist(self, block: Checklist, rendering: Rendering) -> Html:
        """The lines with an empty box before each."""
        title = block.title or strings(self.language).checklist
        lines = [
            f'<li{self._data(item=item.id)}><span class="cb-box" aria-hidden="true">☐</span> '
            f"{rendering.inline(item.text)}</li>"
            for item in block.items
        ]
        return Html(
            _join(
                f'<section class="cb-checklist" id="{escape(block.id)}"'
                f"{self._data(cb='checklist', id=block.id)}>",
                f'<p class="cb-block-title"><strong>{escape(title)}</strong></p>',
                "<ul>",
                *lines,
                "</ul>",
                "</section>",
            )
        )

    def practice(self, block: Practice, rendering: Rendering) -> Html:
        """The question with its answer folded away."""
        question = static_question_html(block.question, rendering, self.language, reveal=True)
        title = escape(strings(self.language).practice)
        return Html(
            f'<section class="cb-practice" id="{escape(block.question.id)}">\n'
            f'<p class="cb-block-title"><strong>{title}</strong></p>\n{question}\n</section>'
        )

    def _data(self, **values: str) -> str:
        """The ``data-…`` attributes, empty when the player is not there to read them."""
        if not self.marked:
            return ""
        return "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())


__all__ = ["Dialect", "StaticDialect", "body_html", "static_question_html"]
