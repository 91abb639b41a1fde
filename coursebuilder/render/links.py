"""Links: neutral ``cb:PATH#ANCHOR`` in the rendered HTML, each target's own address when it writes."""

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from unicodedata import normalize
from urllib.parse import unquote

_TAG = re.compile(r'<(a|audio|img|source|track|video)((?: [a-z]+="[^"]*")+)>')
"""A start tag as ``sanitize`` writes it; in text ``<`` is escaped, in attributes ``"`` is."""

_ADDRESS = re.compile(r' (href|src|poster)="([^"]*)"')
NEUTRAL = re.compile(r'="cb:((?:[^"#&]|&[^";]*;)*)(?:#([^"]*))?"')
_LINK = re.compile(r'<a( [^>]*href="cb:[^>]*)>(.*?)</a>', re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def neutral(path: str, anchor: str = "") -> str:
    """The neutral address of a source path and an anchor in it: ``cb:01-kader/02-x.md#doel``."""
    named = path.replace("%", "%25").replace("#", "%23")
    return f"cb:{named}#{anchor}" if anchor else f"cb:{named}"


def neutral_target(target: str, path: str) -> str:
    """The neutral address of a link as written in the file ``path``; other links as they are.

    ``../02-x/a%20b.md#doel`` is decoded and taken from the file's folder; ``#doel`` names the file itself.
    """
    if not target or _SCHEME.match(target) or target.startswith("/"):
        return target
    location, _, anchor = target.partition("#")
    location = normalize("NFC", unquote(location.partition("?")[0]))
    anchor = normalize("NFC", unquote(anchor))
    if not location:
        return neutral(path, anchor) if path else target
    folder = posixpath.dirname(path)
    return neutral(posixpath.normpath(posixpath.join(folder, location)), anchor)


def guard(markup: str) -> str:
    """Sanitised HTML in which nothing yet reads as a neutral address, in text or attribute."""
    return markup.replace('"cb:', '"cb&#58;') if '"cb:' in markup else markup


def neutralise(markup: str, path: str) -> str:
    """Sanitised HTML with the links into the course neutral, and links to elsewhere in a new tab."""

    def tag(match: re.Match[str]) -> str:
        external = False

        def address(found: re.Match[str]) -> str:
            nonlocal external
            name, target = found[1], unescape(found[2])
            if name == "href" and target.startswith(("#fn-", "#fnref")):
                return found[0]
            external = external or bool(_EXTERNAL.match(target))
            return f' {name}="{escape(neutral_target(target, path))}"'

        attributes = _ADDRESS.sub(address, match[2])
        if external and match[1] == "a":
            attributes += ' target="_blank" rel="noopener noreferrer"'
        elif external:
            attributes += ' data-external=""'
        return f"<{match[1]}{attributes}>"

    return _TAG.sub(tag, markup) if "<" in markup else markup


def neutral_path(match: re.Match[str]) -> str:
    """The path, decoded, of a neutral address that ``NEUTRAL`` found."""
    path = unescape(match[1])
    return path.replace("%23", "#").replace("%25", "%") if "%" in path else path


def unlink(html: str, leads_out: Callable[[str], bool]) -> str:
    """The HTML in which links to a path that ``leads_out`` are their words only."""

    def words(match: re.Match[str]) -> str:
        neutral = NEUTRAL.search(match[1])
        return match[2] if neutral and leads_out(neutral_path(neutral)) else match[0]

    return _LINK.sub(words, html) if '="cb:' in html else html


def resolve(html: str, address: Callable[[str, str], str]) -> str:
    """The HTML with every neutral address replaced by ``address(path, anchor)``.

    ``path`` counts from the course folder and is decoded; ``anchor`` is empty when there is none.
    """

    def replace(match: re.Match[str]) -> str:
        return f'="{escape(address(neutral_path(match), unescape(match[2] or "")))}"'

    return NEUTRAL.sub(replace, html)
