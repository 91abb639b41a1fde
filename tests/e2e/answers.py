"""What a learner answers: read from the quiz's own document, wholly right or wholly wrong."""

from itertools import permutations
from typing import Any

Question = dict[str, Any]
Response = Any
"""Ids of choices or items, a text, or part id -> option id or text."""


def right(question: Question) -> Response:
    """A response worth all points."""
    match question["type"]:
        case "choice":
            return [choice["id"] for choice in question["choices"] if choice["fraction"] > 0]
        case "truefalse":
            return ["t" if question["answer"] else "f"]
        case "shortanswer":
            return plain(best(question)["pattern"])
        case "numerical":
            unit = question["units"][0]["name"] if question["units"] else ""
            return f"{best(question)['value']} {unit}".replace(".", ",").strip()
        case "matching":
            return {pair["id"]: pair["option"] for pair in question["pairs"]}
        case "ordering":
            return [item["id"] for item in question["items"]]
        case "gaps" if question["mode"] == "type":
            return {gap["id"]: plain(gap["patterns"][0]) for gap in question["gaps"]}
        case "gaps":
            return {gap["id"]: gap["answer"] for gap in question["gaps"]}
    return "Eerst de taken op een rij."


def wrong(question: Question) -> Response:
    """A response worth nothing."""
    match question["type"]:
        case "choice":
            return [min(question["choices"], key=lambda choice: choice["fraction"])["id"]]
        case "truefalse":
            return ["f" if question["answer"] else "t"]
        case "shortanswer":
            return "iets helemaal anders"
        case "numerical":
            return "98765,5"
        case "matching":
            options = question["options"]
            return {
                pair["id"]: next(o["id"] for o in options if o["id"] != pair["option"])
                for pair in question["pairs"]
            }
        case "ordering":
            first, *rest = [item["id"] for item in question["items"]]
            return [*rest, first]
        case "gaps":
            return _wrong_words(question)
    return "Nog geen idee."


def _wrong_words(question: Question) -> Response:
    gaps = question["gaps"]
    if question["mode"] == "type":
        return {gap["id"]: "zzz" for gap in gaps}
    if question["mode"] == "choose":
        return {
            gap["id"]: next(o["id"] for o in gap["options"] if o["id"] != gap["answer"])
            for gap in gaps
        }
    texts = {option["id"]: option["text"] for option in question["options"]}
    words = next(
        words
        for words in permutations(texts, len(gaps))
        if all(texts[word] != texts[gap["answer"]] for word, gap in zip(words, gaps, strict=True))
    )
    return {gap["id"]: word for gap, word in zip(gaps, words, strict=True)}


def best(question: Question) -> dict[str, Any]:
    """The first answer that is wholly right."""
    return next(answer for answer in question["answers"] if answer["fraction"] > 0.999999)


def plain(pattern: str) -> str:
    r"""A text that a pattern matches: nothing for a ``*``, a star for a ``\*``."""
    return pattern.replace("\\*", "\0").replace("*", "").replace("\0", "*")
