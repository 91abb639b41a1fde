"""What the printer writes reads back as the same model."""

from hypothesis import HealthCheck, assume, given, settings

from coursebuilder.model import (
    Activity,
    Body,
    Page,
    PlatformActivity,
    Question,
    Quiz,
    Scan,
    Situation,
)
from coursebuilder.source.blocks import read_body
from coursebuilder.source.document import read_document
from coursebuilder.source.pasted import plain_signs
from coursebuilder.source.printer import (
    print_page,
    print_question,
    print_quiz,
    print_scan,
    print_situation,
)
from coursebuilder.source.printer_blocks import body_lines
from coursebuilder.source.printer_platform import print_platform
from coursebuilder.source.questions import QuizBody, read_quiz_body
from coursebuilder.text import Span
from tests import strategies

PATH = "01-kader/01-blad.md"
relaxed = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@relaxed
@given(strategies.questions())
def test_a_question_reads_back_equal(question: Question) -> None:
    printed = print_question(question)
    _assume_plain(printed)
    body, diagnostics = read_quiz_body(printed, Span(PATH))
    assert not diagnostics, printed
    assert body == QuizBody(questions=(question,)), printed


@relaxed
@given(strategies.bodies())
def test_blocks_read_back_equal(body: Body) -> None:
    printed = "\n".join(body_lines(body, PATH))
    _assume_plain(printed)
    read, diagnostics = read_body(printed, Span(PATH))
    assert not diagnostics, printed
    assert read == body, printed


def _assume_plain(printed: str) -> None:
    """No source says what reading makes plain: bullets and spaces of word processors in the notation."""
    assume(plain_signs(PATH, printed) == (printed, ()))


def _assert_reads_back(path: str, printed: str, node: Activity) -> None:
    _assume_plain(printed)
    document = read_document(path, printed.encode())
    assert not document.diagnostics, printed
    assert document.node == node, printed


@relaxed
@given(strategies.pages(path=PATH))
def test_a_page_reads_back_equal(page: Page) -> None:
    _assert_reads_back(PATH, print_page(page), page)


@relaxed
@given(strategies.quizzes(path=PATH))
def test_a_quiz_reads_back_equal(quiz: Quiz) -> None:
    _assert_reads_back(PATH, print_quiz(quiz), quiz)


@relaxed
@given(strategies.situations(path=PATH))
def test_a_situation_reads_back_equal(situation: Situation) -> None:
    _assert_reads_back(PATH, print_situation(situation), situation)


@relaxed
@given(strategies.scans(path=PATH))
def test_a_scan_reads_back_equal(scan: Scan) -> None:
    _assert_reads_back(PATH, print_scan(scan), scan)


@relaxed
@given(strategies.platform_activities(path=PATH))
def test_an_activity_of_the_platform_reads_back_equal(activity: PlatformActivity) -> None:
    _assert_reads_back(PATH, print_platform(activity), activity)
