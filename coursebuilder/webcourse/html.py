"""A small HTML builder: what is not ``Html`` yet goes through :func:`text`, so nothing stays unescaped."""

import json
from html import escape

from coursebuilder.text import Html

_VOID = frozenset({"link", "meta", "img"})


def text(value: str) -> Html:
    """The characters of ``value`` as HTML."""
    return Html(escape(value, quote=False))


def element(name: str, /, *children: Html, **attributes: str | None) -> Html:
    """One element. ``class_`` is ``class``, ``data_id`` is ``data-id``; None leaves an attribute out."""
    start = name + "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{start}>")
    return Html(f"<{start}>{''.join(children)}</{name}>")


def join(*parts: Html) -> Html:
    """The parts one after the other."""
    return Html("".join(parts))


def json_text(value: object) -> str:
    """Compact JSON; its order is that of the value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_script(value: object, media_type: str = "application/json") -> Html:
    """A JSON data block (HTML, 4.12.1.3): ``<`` is escaped, so that no ``</script>`` or ``<!--`` ends it."""
    data = json_text(value).replace("<", "\\u003c")
    return Html(f'<script type="{media_type}">{data}</script>')


def document(head: Html, body: Html, **attributes: str | None) -> bytes:
    """A whole HTML document in UTF-8; ``attributes`` are those of its root element."""
    return f"<!DOCTYPE html>\n{element('html', head, body, **attributes)}\n".encode()
