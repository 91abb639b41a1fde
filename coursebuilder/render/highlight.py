"""Code in colour: Pygments while building, as classes without inline styles."""

import html
from collections.abc import Callable
from functools import cache

# Pygments is imported where it is used: many courses hold no code.


@cache
def _languages() -> frozenset[str]:
    """The names Pygments itself knows; asking it for any other makes it search installed plug-ins."""
    from pygments.lexers import LEXERS

    return frozenset(alias for _, _, aliases, _, _ in LEXERS.values() for alias in aliases)


@cache
def _colours(language: str) -> Callable[[str], str]:
    """What turns code of that language into HTML."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    lexer, formatter = get_lexer_by_name(language, stripnl=False), HtmlFormatter(nowrap=True)
    return lambda code: highlight(code, lexer, formatter)


def code_html(code: str, language: str) -> str:
    """A ``<pre>`` with the code, its words in classes; plain when the language is unknown or empty."""
    name = language.lower()
    known = name != "" and name in _languages()
    body = _colours(name)(code) if known else html.escape(code)
    label = f' class="language-{html.escape(name)}"' if name else ""
    return f'<pre class="cb-code" tabindex="0"><code{label}>{body}</code></pre>'
