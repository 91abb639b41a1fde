"""The course keeps what it promises its learners: clear Dutch, fair questions, sources for all it says."""

import re
import subprocess
from collections import Counter
from difflib import SequenceMatcher
from shutil import which

import pytest

from coursebuilder.check import check_course
from coursebuilder.markup.plain import words
from coursebuilder.model import Course, Draw, Module, Page, Quiz, Scan
from coursebuilder.model.block import Callout, Figure, Practice, Reflection
from coursebuilder.model.question import (
    ChoiceQuestion,
    NumericalQuestion,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)
from coursebuilder.model.walk import activity_body, activity_texts, blocks
from coursebuilder.pipeline import load_course
from tests.content.reading import (
    ROOT,
    SOURCES,
    WORD_LIST,
    kind,
    lesson_words,
    sentences,
    texts,
    unexplained,
    units,
    words_of_figures,
    words_of_files,
)

NUMBERS = {
    12: "twaalf",
    13: "dertien",
    14: "veertien",
    15: "vijftien",
    16: "zestien",
    17: "zeventien",
}
URL = re.compile(r"https?://[^\s)>]+")
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’+-]+[^\W\d_]+)*(?![\w+!])")
"""A word to spell; what holds a digit or ends in a sign is a name or a level."""

SOURCE = re.compile(r"[A-F]\d+( [A-F]\d+)*")
"""Numbers of facts in the authors' book of facts."""


@pytest.fixture(scope="module")
def course() -> Course:
    """The course in ``modules/``."""
    loaded = load_course(ROOT)
    assert loaded.course is not None, loaded.diagnostics
    return loaded.course


def learner_modules(course: Course) -> list[Module]:
    """The modules learners take; those for trainers hold no quiz."""
    return [module for module in course.modules if module.audience == "learner"]


def graded(course: Course) -> list[tuple[Module, Quiz]]:
    """The graded quizzes of the learners' modules."""
    return [(module, quiz) for module, quiz in course.quizzes() if module.audience == "learner"]


def test_the_course_has_no_findings(course: Course) -> None:
    """Its own checks find no error and no warning."""
    findings = [
        finding for finding in check_course(course) if finding.severity.name in ("ERROR", "WARNING")
    ]
    assert findings == []


def test_dutch_is_spelled_right(course: Course) -> None:
    """hunspell knows every word of the texts, the figures and the files, or the word list does."""
    if which("hunspell") is None:
        pytest.skip("hunspell is not installed: apt-get install hunspell hunspell-nl")
    told = [(where, text) for where, text in texts(course) if SOURCES not in text]
    told += [*words_of_figures(), *words_of_files()]
    seen = {
        word: where for where, text in told for unit in units(text) for word in WORD.findall(unit)
    }
    command = ["hunspell", "-d", "nl_BE", "-i", "utf-8", "-p", str(WORD_LIST), "-l"]
    asked = subprocess.run(
        command, input="\n".join(seen), capture_output=True, text=True, check=False
    )
    if "Can't open" in asked.stderr:
        pytest.skip("hunspell has no Dutch dictionary: apt-get install hunspell-nl")
    unknown = {word: seen.get(word, "") for word in sorted(set(asked.stdout.split()))}
    assert unknown == {}


def test_sentences_are_short(course: Course) -> None:
    """No sentence has more than 35 words; titles of sources are not sentences."""
    long = [
        (where, sentence)
        for where, markdown in texts(course)
        for sentence in sentences(markdown.split(SOURCES)[0])
        if words(sentence) > 35
    ]
    assert long == []


def test_modules_have_the_promised_shape(course: Course) -> None:
    """Objectives, pages, figures, a case, reflections and practice in each module."""
    for module in learner_modules(course):
        count = Counter(
            type(block)
            for activity in module.activities
            for block in blocks(activity_body(activity))
        )
        cases = [
            block
            for activity in module.activities
            for block in blocks(activity_body(activity))
            if isinstance(block, Callout) and block.kind == "case"
        ]
        assert 3 <= len(module.objectives) <= 5, module.id
        assert 5 <= sum(isinstance(activity, Page) for activity in module.activities) <= 8, (
            module.id
        )
        assert count[Figure] >= 2, module.id
        assert count[Practice] >= 2, module.id
        assert count[Reflection] >= 1, module.id
        assert cases, module.id


def test_modules_take_1200_to_2000_words(course: Course) -> None:
    """Enough to learn from, short enough for an evening."""
    lengths = {module.id: lesson_words(module) for module in learner_modules(course)}
    assert {id: length for id, length in lengths.items() if not 1200 <= length <= 2000} == {}


def test_objectives_say_what_the_learner_does(course: Course) -> None:
    """Each begins with the learner, then a verb."""
    for module in learner_modules(course):
        for objective in module.objectives:
            assert re.match(r"Je [a-z]+[tnelsk] ", objective.text), objective.text


def test_every_attempt_meets_every_objective(course: Course) -> None:
    """Whatever the pools draw, each objective of the module is asked."""
    for module, quiz in graded(course):
        certain = set()
        for slot in quiz.slots:
            if isinstance(slot, Draw):
                pool = quiz.drawn(slot)
                certain |= set.intersection(*(set(question.objectives) for question in pool))
            else:
                certain |= set(slot.objectives)
        assert {objective.id for objective in module.objectives} <= certain, module.id


def test_quizzes_ask_enough_in_enough_ways(course: Course) -> None:
    """At least twelve questions of five types in one attempt, and as many as the introduction promises."""
    for module, quiz in graded(course):
        asked = sum(slot.count if isinstance(slot, Draw) else 1 for slot in quiz.slots)
        introduction = " ".join(text.source for text in activity_texts(quiz))
        assert asked >= 12, module.id
        assert len({kind(slot) for slot in quiz.slots if not isinstance(slot, Draw)}) >= 5, (
            module.id
        )
        assert f"Je krijgt {NUMBERS[asked]} vragen" in introduction, (module.id, asked)
        assert all(draw.count < len(quiz.pool(draw.pool)) for draw in quiz.draws), module.id
    assert len(graded(course)) == len(learner_modules(course))


def test_every_answer_is_explained_and_traceable(course: Course) -> None:
    """Feedback on each choice, and the number of the fact behind each question."""
    for module, quiz in graded(course):
        for question in quiz.questions:
            assert unexplained(question) == [], (module.id, question.id)
            assert SOURCE.fullmatch(question.source), (module.id, question.id, question.source)
            assert question.tags, (module.id, question.id)
            assert question.objectives, (module.id, question.id)


def test_a_wrong_number_or_word_earns_no_full_score(course: Course) -> None:
    """Who writes something else than the right answer, spelling aside, does not get all points for it."""
    practised = [
        block.question
        for module in course.modules
        for activity in module.activities
        for block in blocks(activity_body(activity))
        if isinstance(block, Practice)
    ]
    asked = [question for _, quiz in graded(course) for question in quiz.questions]
    for question in [*asked, *practised]:
        match question:
            case NumericalQuestion():
                right = {answer.value for answer in question.answers if answer.weight == 100}
                assert len(right) == 1, question.id
            case ShortAnswerQuestion():
                first, *others = [a.pattern for a in question.answers if a.weight == 100]
                strange = [p for p in others if p != "*" and not _spelled_like(p, first)]
                assert strange == [], question.id


def _spelled_like(pattern: str, answer: str) -> bool:
    return SequenceMatcher(None, pattern.replace("*", ""), answer).ratio() > 0.6


def test_the_right_answer_does_not_stand_out(course: Course) -> None:
    """In each quiz the right choice is the longest one in at most half of the questions."""
    for module, quiz in graded(course):
        single = [q for q in quiz.questions if isinstance(q, ChoiceQuestion) and not q.multiple]
        longest = [
            question.id
            for question in single
            if max(question.choices, key=lambda choice: len(choice.text.source)).correct
        ]
        assert len(longest) * 2 <= len(single), (module.id, longest)
        for question in single:
            assert not any(
                re.search(r"bovenstaande|alle antwoorden", choice.text.source, re.IGNORECASE)
                for choice in question.choices
            ), question.id


def test_true_and_false_are_both_right_often_enough(course: Course) -> None:
    """Who always answers *false* knows nothing: a third of the statements at least is true, and is not."""
    answers = [
        question.answer
        for _, quiz in graded(course)
        for question in quiz.questions
        if isinstance(question, TrueFalseQuestion)
    ]
    assert len(answers) <= 3 * answers.count(True) <= 2 * len(answers)


def test_every_external_link_is_among_the_sources(course: Course) -> None:
    """What a module links to stands in its list of sources, with when it was consulted."""
    for module in learner_modules(course):
        page = module.activities[[a.id for a in module.activities].index("samenvatting-en-bronnen")]
        listed = "\n".join(text.source for text in activity_texts(page)).split(SOURCES)[-1]
        linked = {
            url
            for activity in module.activities
            for text in activity_texts(activity)
            for url in URL.findall(text.source)
        }
        assert "Bronnen geraadpleegd in november 2026" in listed, module.id
        assert linked - set(URL.findall(listed)) == set(), module.id


def test_the_teamscan_on_paper_is_the_one_on_screen(course: Course) -> None:
    """Each statement of the self-scan stands on the sheet to print, word for word."""
    paper = {
        cell
        for name, text in words_of_files()
        if name == "teamscan-op-papier.xlsx.yml"
        for cell in text.split("\n\n")
    }
    scans = [a for module in course.modules for a in module.activities if isinstance(a, Scan)]
    statements = [
        line.text.source for scan in scans for group in scan.groups for line in group.statements
    ]
    assert 16 <= len(statements) <= 20
    assert set(statements) - paper == set()
