"""How easily a text reads: Flesch's reading ease, and Douma's version of it for Dutch.

R. Flesch, "A new readability yardstick" (1948); W. H. Douma, "De leesbaarheid van landbouwbladen" (1960).
Both count syllables and words to a sentence; 100 is very easy, 0 very hard.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coursebuilder.markup import plain_text
from coursebuilder.markup.verbatim import verbatim

LEAST_WORDS = 30
"""With fewer words the figure says nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)")
_DUTCH_VOWELS = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|ei|ij|ui|oe|ou|au|eu|[aeiouyàâäáèêéëìîïíòôöóùûüú]",
)
_TREMA = str.maketrans({"ä": "-a", "ë": "-e", "ï": "-i", "ö": "-o", "ü": "-u"}) | str.maketrans(
    "áéíóú", "aeiou"
)
"""A trema begins a syllable; an accent only stresses one."""
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_ENGLISH_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeioutdy])ed$|(?<=[^aeioucgsxzy])es$"
)
_BETWEEN = re.compile(r"^\s*(?:\||:::|#|>\s*\[!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a score is made of."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            words=self.words + other.words,
            sentences=self.sentences + other.sentences,
            syllables=self.syllables + other.syllables,
        )


def count(texts: Iterable[str], language: str) -> Counts:
    """The words, sentences and syllables of some Markdown; code, tables and headings left out."""
    total = Counts()
    for text in texts:
        for paragraph in _paragraphs(text):
            for sentence in _SENTENCE_END.split(plain_text(paragraph)):
                words = _WORD.findall(sentence)
                if words:
                    spoken = sum(syllables(word, language) for word in words)
                    total += Counts(words=len(words), sentences=1, syllables=spoken)
    return total


def score(counts: Counts, language: str) -> float | None:
    """The reading ease; None for too little text, or a language that has no formula here."""
    if counts.words < LEAST_WORDS:
        return None
    length = counts.words / counts.sentences
    weight = counts.syllables / counts.words
    match _primary(language):
        case "nl":
            return round(206.84 - 0.93 * length - 77 * weight, 1)
        case "en":
            return round(206.835 - 1.015 * length - 84.6 * weight, 1)
        case _:
            return None


def syllables(word: str, language: str) -> int:
    """How many syllables a word has, at least one; an estimate from its vowels."""
    word = word.lower()
    if _primary(language) == "en":
        return max(1, len(_ENGLISH_VOWELS.findall(_ENGLISH_SILENT.sub("", word))))
    return max(1, len(_DUTCH_VOWELS.findall(word.translate(_TREMA))))


def _paragraphs(text: str) -> Iterable[str]:
    """The pieces of running text: a list item is one, a table and code are none."""
    lines = text.split("\n")
    skip = verbatim(lines)
    kept: list[str] = []
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index]
            kept.append("")
        elif _BETWEEN.match(lines[index]):
            kept.append("")
        elif re.match(r"\s*(?:[-*+]|\d+[.)])\s", lines[index]):
            kept += ["", lines[index]]
        else:
            kept.append(lines[index])
        index += 1
    return re.split(r"\n\s*\n", "\n".join(kept))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
