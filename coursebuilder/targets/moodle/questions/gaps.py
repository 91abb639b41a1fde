"""Words left out of a passage: chosen, dragged or typed."""

import re
from decimal import Decimal
from html import escape

from coursebuilder.formats.xml import Element
from coursebuilder.markup import replace_gaps
from coursebuilder.model import Gap, GapQuestion
from coursebuilder.targets.moodle.elements import leaf, leaves, node
from coursebuilder.targets.moodle.questions.asked import PLAIN, Asked, Part, Written

_PLACEHOLDER = re.compile(r"\[(?=\[\d+\]\])|\{(?=#\d+\})")
"""Author's text that Moodle would take for a gap."""

_SPECIAL = re.compile(r"[}~#/]")
"""What divides the parts of Moodle's notation of a gap."""

_DRAGGED_ONCE = 'O:8:"stdClass":2:{s:9:"draggroup";s:1:"1";s:8:"infinite";b:0;}'
"""Group 1, used once: what Moodle keeps in the feedback of a word to drag, serialised by PHP."""
_DRAGGED_OFTEN = 'O:8:"stdClass":2:{s:9:"draggroup";s:1:"1";s:8:"infinite";b:1;}'


def gapselect(question: GapQuestion, asked: Asked) -> Written:
    """``gapselect``: a list in each gap; gaps with the same options share a group."""
    groups = {options: number for number, options in enumerate(_option_sets(question), 1)}
    words: list[tuple[str, int]] = [
        (gap.answers[0], groups[_options(gap)]) for gap in question.gaps
    ]
    for options, group in groups.items():
        words += ((option, group) for option in options if (option, group) not in words)
    answers = (
        _word(asked, number, word, str(group)) for number, (word, group) in enumerate(words, 1)
    )
    return _from_bank("gapselect", question, asked, tuple(answers), _numbers(question))


def _option_sets(question: GapQuestion) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(_options(gap) for gap in question.gaps))


def _options(gap: Gap) -> tuple[str, ...]:
    return tuple(sorted({gap.answers[0], *gap.wrong}))


def ddwtos(question: GapQuestion, asked: Asked) -> Written:
    """``ddwtos``: words to drag; a word that fits several gaps stays in the bank."""
    right = [gap.answers[0] for gap in question.gaps]
    words = list(dict.fromkeys((*right, *question.extra)))
    answers = (
        _word(asked, number, word, _DRAGGED_OFTEN if right.count(word) > 1 else _DRAGGED_ONCE)
        for number, word in enumerate(words, 1)
    )
    numbers = {place: words.index(word) + 1 for place, word in enumerate(right, 1)}
    return _from_bank("ddwtos", question, asked, tuple(answers), numbers)


def _numbers(question: GapQuestion) -> dict[int, int]:
    """Each gap's own answer comes first, in the order of the gaps."""
    return {place: place for place in range(1, len(question.gaps) + 1)}


def _word(asked: Asked, number: int, word: str, group: str) -> Element:
    """``<answer>``: a word; its feedback says which gaps may hold it."""
    return asked.raw_answer(
        asked.id_of("question_answer", number),
        escape(word, quote=False),
        Decimal(0),
        feedback=group,
        feedback_format=PLAIN,
    )


def _from_bank(
    qtype: str,
    question: GapQuestion,
    asked: Asked,
    answers: tuple[Element, ...],
    numbers: dict[int, int],
) -> Written:
    """What ``gapselect`` and ``ddwtos`` have in common; ``numbers`` is the answer of each gap."""
    options = node(
        qtype,
        *leaves(shuffleanswers=1, **asked.combined_feedback(question), shownumcorrect=0),
        id=asked.id_of(qtype),
    )
    passage = _passage(question, asked, {gap: f"[[{place}]]" for gap, place in numbers.items()})
    return Written(
        qtype=qtype,
        options=(node("answers", *answers), options),
        stem=_stem(question, asked) + passage,
        default_mark=question.points,
        counts_correct=True,
    )


def _passage(question: GapQuestion, asked: Asked, codes: dict[int, str]) -> str:
    """The passage with Moodle's code for each gap; what only looks like a gap stays text."""
    html = asked.html(question.passage, "questiontext").replace("{#", "&#123;#")
    return replace_gaps(
        question.passage.source,
        html,
        len(question.gaps),
        codes.__getitem__,
        lambda text: f"&#91;{text[1:]}",
    )


def _stem(question: GapQuestion, asked: Asked) -> str:
    """The text above the passage, in which nothing is a gap."""
    stem = asked.html(question.stem, "questiontext")
    return _PLACEHOLDER.sub(lambda found: f"&#{ord(found[0])};", stem)


def multianswer(question: GapQuestion, asked: Asked) -> Written:
    """``multianswer`` (cloze): a short answer question for each gap, all with the same weight."""
    parts = tuple(
        Part(asked=_part(asked, number), written=_typed(question, gap, _part(asked, number)))
        for number, gap in enumerate(question.gaps, 1)
    )
    sequence = ",".join(str(part.asked.id) for part in parts)
    options = node(
        "multianswer",
        *leaves(question=asked.id, sequence=sequence),
        id=asked.id_of("multianswer"),
    )
    passage = _passage(
        question, asked, {gap: f"{{#{gap}}}" for gap in range(1, len(question.gaps) + 1)}
    )
    return Written(
        qtype="multianswer",
        options=(node("answers"), options),
        stem=_stem(question, asked) + passage,
        default_mark=Decimal(len(parts)),
        parts=parts,
    )


def _part(asked: Asked, number: int) -> Asked:
    return Asked(
        key=f"{asked.key}#gap-{number}", context=asked.context, texts=asked.texts, ids=asked.ids
    )


def _typed(question: GapQuestion, gap: Gap, asked: Asked) -> Written:
    answers = (
        asked.raw_answer(asked.id_of("question_answer", number), pattern, Decimal(1), format=PLAIN)
        for number, pattern in enumerate(gap.answers, 1)
    )
    options = node(
        "shortanswer",
        leaf("usecase", int(question.case_sensitive)),
        id=asked.id_of("shortanswer"),
    )
    return Written(
        qtype="shortanswer",
        options=(node("answers", *answers), options),
        stem=_cloze(gap, question.case_sensitive),
        default_mark=Decimal(1),
        penalty=Decimal(0),
    )


def _cloze(gap: Gap, case_sensitive: bool) -> str:
    """Moodle's notation of a gap, for whoever edits the question there: ``{1:SHORTANSWER:=a~=b}``."""
    kind = "SHORTANSWER_C" if case_sensitive else "SHORTANSWER"
    patterns = "~".join("=" + _SPECIAL.sub(r"\\\g<0>", answer) for answer in gap.answers)
    return f"{{1:{kind}:{patterns}}}"
