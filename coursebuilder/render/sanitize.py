"""Raw HTML passes a strict allow-list; nothing that runs, styles or embeds gets through."""

from functools import cache

import nh3

from coursebuilder.markup.html_tags import TAGS

_EVERYWHERE = frozenset({"class", "dir", "id", "lang", "role", "title"})

_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"download", "href", "hreflang"},
    "audio": {"controls", "loop", "muted", "preload", "src"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "source": {"src", "type"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "height", "loop", "muted", "poster", "preload", "src", "width"},
}

_SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        clean_content_tags={
            "iframe",
            "math",
            "noscript",
            "object",
            "script",
            "style",
            "svg",
            "template",
        },
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def sanitize(markup: str) -> str:
    """The same HTML, well nested, with only the elements, attributes and URL schemes of the allow-list.

    What comes out is canonical (attributes as `` name="value"``, ``<``, ``>`` and ``"`` escaped within
    them, ``<`` escaped in text), which the patterns of ``links`` and ``document`` rely on.
    """
    return _cleaner().clean(markup)
