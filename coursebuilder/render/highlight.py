"""Code in colour: Pygments while building, as classes without inline styles."""

import html
from functools import cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import LEXERS, get_lexer_by_name

_FORMATTER = HtmlFormatter(nowrap=True)

_LANGUAGES = frozenset(alias for _, _, aliases, _, _ in LEXERS.values() for alias in aliases)
"""The names Pygments itself knows; asking it for any other makes it search installed plug-ins."""


@cache
def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language, stripnl=False)


def code_html(code: str, language: str) -> str:
    """A ``<pre>`` with the code, its words in classes; plain when the language is unknown or empty."""
    name = language.lower()
    known = name in _LANGUAGES
    body = highlight(code, _lexer(name), _FORMATTER) if known else html.escape(code)
    label = f' class="language-{html.escape(name)}"' if name else ""
    return f'<pre class="cb-code" tabindex="0"><code{label}>{body}</code></pre>'
