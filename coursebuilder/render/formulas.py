"""Formulas: LaTeX to MathML while building, so that a page needs no script to show them."""

import html
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

_MATHML = "http://www.w3.org/1998/Math/MathML"

_ELEMENTS = frozenset({
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot",
    "mstyle", "mpadded", "mphantom", "menclose", "msub", "msup", "msubsup", "munder", "mover",
    "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd", "mlabeledtr",
})  # fmt: skip

_ATTRIBUTES = frozenset({
    "display", "displaystyle", "scriptlevel", "mathvariant", "mathcolor", "mathbackground",
    "mathsize", "accent", "accentunder", "fence", "form", "largeop", "lspace", "rspace",
    "linethickness", "lquote", "rquote", "maxsize", "minsize", "movablelimits", "separator",
    "stretchy", "symmetric", "notation", "columnalign", "columnlines", "columnspacing",
    "rowalign", "rowlines", "rowspacing", "columnspan", "rowspan", "frame", "width", "height",
    "depth", "voffset", "linebreak", "numalign", "denomalign", "bevelled", "side",
})  # fmt: skip
r"""What ``latex2mathml`` writes, without what ``\href``, ``\style``, ``\class`` and ``\id`` bring."""


class FormulaError(ValueError):
    """The LaTeX says something that has no MathML; the argument says what."""


@lru_cache(maxsize=4096)
def mathml(latex: str, *, block: bool) -> str:
    r"""The ``<math>`` element of a formula; FormulaError when it has none.

    The converter copies what stands in ``\text{…}`` and in arguments unescaped, and lets ``\href``
    name any address, so its tree is written here: only known elements and attributes, text escaped.
    """
    if not _balanced(latex):
        raise FormulaError("a brace is missing")
    from latex2mathml.converter import convert_to_element  # many courses have no formula

    parts: list[str] = []
    try:
        root = convert_to_element(latex, display="block" if block else "inline")
        _write(root, parts)
    except (
        Exception
    ) as error:  # the library raises many types, IndexError and ValueError among them
        raise FormulaError(_reason(error)) from error
    for element in root.iter():
        text = element.text or ""
        if text.startswith("\\") and text[1:].isalpha():
            raise FormulaError(f"{text}?")
    return "".join(parts)


def _balanced(latex: str) -> bool:
    """Whether every brace has its partner; the converter makes do with half a fraction otherwise."""
    depth = 0
    for brace in re.findall(r"\\.|[{}]", latex, re.DOTALL):
        depth += (brace == "{") - (brace == "}")
        if depth < 0:
            return False
    return depth == 0


def _reason(error: Exception) -> str:
    """``DoubleSubscriptsError()`` -> ``double subscripts``."""
    words: list[str] = []
    for character in type(error).__name__.removesuffix("Error"):
        if character.isupper():
            words.append("")
        if words:
            words[-1] += character.lower()
    return " ".join(words) or "not readable"


def _write(element: Element, parts: list[str]) -> None:
    """Appends the markup of ``element``; an unknown element gives its children only."""
    known = element.tag in _ELEMENTS
    if known:
        namespace = f' xmlns="{_MATHML}"' if element.tag == "math" else ""
        attributes = "".join(
            f' {name}="{html.escape(html.unescape(value))}"'
            for name, value in element.items()
            if name in _ATTRIBUTES
        )
        parts.append(f"<{element.tag}{namespace}{attributes}>")
    # The converter leaves character references in its text: "&#x0222B;".
    parts.append(html.escape(html.unescape(element.text or "")))
    for child in element:
        _write(child, parts)
    if known:
        parts.append(f"</{element.tag}>")
    parts.append(html.escape(html.unescape(element.tail or "")))
