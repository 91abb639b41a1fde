"""Our additions to Python-Markdown: coloured code, formulas, heading ids, table cells."""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

from coursebuilder.markup import slug
from coursebuilder.render.formulas import FormulaError, mathml
from coursebuilder.render.highlight import code_html


@dataclass(frozen=True, slots=True)
class Fragment:
    """Finished markup of our own, which stands in the text as a token until all else is sanitised."""

    html: str
    source: str
    """What the author wrote; it stands where markup cannot, as in alternative text."""
    problem: str = ""
    """Why a formula could not be converted; empty when all went well."""


@dataclass(slots=True)
class Fragments:
    """The fragments of the file that is being converted, and the word their tokens start with."""

    prefix: str = "cbx"
    found: list[Fragment] = field(default_factory=list)

    def start(self, source: str) -> None:
        """Forgets the last file and chooses a word that this one does not contain."""
        self.found.clear()
        self.prefix = "cbx"
        readable = unescape(source) if "&" in source else source
        while self.prefix in source or self.prefix in readable:
            self.prefix += "q"

    def token(self, fragment: Fragment) -> str:
        """The word that stands for ``fragment``."""
        self.found.append(fragment)
        return f"{self.prefix}{len(self.found) - 1}z"


class CourseExtension(Extension):
    """All of this module, for one ``Markdown`` object."""

    def __init__(self, fragments: Fragments) -> None:
        super().__init__()
        self.fragments = fragments

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors; the numbers are priorities among Python-Markdown's own."""
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]
        md.preprocessors.register(_CodeFences(md, self.fragments), "cb_code", 25)
        md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)
        md.inlinePatterns.register(_Formulas(self.fragments), "cb_formula", 185)
        md.treeprocessors.register(_HeadingsAndCells(md), "cb_headings", 5)


class _HtmlBlocks(Preprocessor):
    """Python-Markdown's search for raw HTML, skipped where there cannot be any."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.original = HtmlBlockPreprocessor(md)

    def run(self, lines: list[str]) -> list[str]:
        if any("<" in line for line in lines):
            return self.original.run(lines)
        return lines


class _CodeFences(Preprocessor):
    """Fenced code becomes a token in a paragraph of its own; `Markdown Extra` fences, at most 3 spaces in."""

    FENCE = re.compile(
        r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)\n(?P<code>(?:.*\n)*?) {0,3}(?P=fence)[`~]*[ \t]*$",
        re.MULTILINE,
    )
    LANGUAGE = re.compile(r"\{?[ .]*([\w#+.-]*)")

    def __init__(self, md: Markdown, fragments: Fragments) -> None:
        super().__init__(md)
        self.fragments = fragments

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "```" not in text and "~~~" not in text:
            return lines
        return self.FENCE.sub(self._replace, text).split("\n")

    def _replace(self, match: re.Match[str]) -> str:
        language = self.LANGUAGE.match(match["info"])
        code = match["code"]
        html = code_html(code, language[1] if language else "")
        return f"\n\n{self.fragments.token(Fragment(html, code))}\n\n"


class _Formulas(InlineProcessor):
    """``$a^2$`` and ``$$…$$``, by pandoc's rule: no space inside the dollars, no digit after them.

    https://pandoc.org/MANUAL.html#extension-tex_math_dollars
    """

    PATTERN = (
        rf"(?<!\\)\$\$((?:[^\\${STX}]|\\[^{STX}]|\$(?!\$))+)\$\$"
        rf"|(?<![\\$])\$(?![\s$])((?:[^\\${STX}]|\\[^{STX}])+)(?<!\s)\$(?![\d$])"
    )

    def __init__(self, fragments: Fragments) -> None:
        super().__init__(self.PATTERN)
        self.fragments = fragments

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """The token of the formula and the part of the text it replaces."""
        block = match[1] is not None
        latex = (match[1] if block else match[2]).strip()
        problem = ""
        try:
            html = mathml(latex, block=block)
        except FormulaError as error:
            problem = str(error)
            html = f'<code class="formula">{escape(latex)}</code>'
        token = self.fragments.token(Fragment(html, match[0], problem))
        return AtomicString(token), match.start(), match.end()


def register_plain_texts(md: Markdown) -> None:
    """Let ``md`` look for inline markup only where there can be any: a tenth less time for a page."""
    md.treeprocessors.register(_PlainTexts(md), "cb_plain", 25)  # before "inline"


class _PlainTexts(Treeprocessor):
    """Marks the texts that hold none of the characters inline markup is made of."""

    MARKUP = re.compile(rf"[`\\\[!<&*_${STX}]|  \n")

    def run(self, root: Element) -> None:
        search = self.MARKUP.search
        for element in root.iter():
            if element.text and not search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not search(element.tail):
                element.tail = AtomicString(element.tail)


class _HeadingsAndCells(Treeprocessor):
    """Every heading gets an id, every column head a scope; alignment becomes a class."""

    NUMBER = re.compile(rf"{STX}(\d+){ETX}")

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        used = {heading.get("id", ""): 0 for heading in headings}
        for heading in headings:
            if "id" not in heading.attrib:
                heading.set("id", _unique(slug(self._text(heading)), used))
        for cell in root.iter("th"):
            cell.set("scope", "col")
            _finish(cell)
        for cell in root.iter("td"):
            _finish(cell)

    def _text(self, heading: Element) -> str:
        text = "".join(_texts(heading))
        text = HTML_PLACEHOLDER_RE.sub("", text)
        text = self.NUMBER.sub(lambda match: chr(int(match[1])), text)
        return unescape(text.replace(AMP_SUBSTITUTE, "&"))


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _texts(element: Element) -> list[str]:
    """The text of an element without footnote marks."""
    parts = [element.text or ""]
    for child in element:
        if not (child.tag == "sup" and (child.get("id") or "").startswith("fnref")):
            parts += _texts(child)
        parts.append(child.tail or "")
    return parts


def _unique(name: str, used: dict[str, int]) -> str:
    """``name``, or the first of ``name_1``, ``name_2``… that is free; it is taken from then on.

    ``used`` keeps the last number of each name: ten thousand equal headings are looked up once each.
    """
    free, number = name, used.get(name, 0)
    while free in used:
        number += 1
        free = f"{name}_{number}"
    used[name] = number
    used.setdefault(free, 0)
    return free


def _finish(cell: Element) -> None:
    """Alignment as a class, and an escaped bar in code as the bar it means in a table (GFM, example 200)."""
    for code in cell.iter("code"):
        code.text = (code.text or "").replace("\\|", "|")
    align = cell.attrib.pop("align", None)
    if align:
        cell.set("class", f"{cell.get('class', '')} cb-{align}".strip())
