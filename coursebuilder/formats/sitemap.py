"""Sitemaps (https://www.sitemaps.org/protocol.html): which pages a search engine may list."""

from collections.abc import Iterable

from coursebuilder.formats.xml import SITEMAP, Element, maker

_E = maker(SITEMAP)


def urlset(addresses: Iterable[str]) -> Element:
    """``<urlset>``. It names no dates: those of a package say nothing about its pages."""
    return _E.urlset(*(_E.url(_E.loc(address)) for address in addresses))
