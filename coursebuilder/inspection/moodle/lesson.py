"""Lessons: their pages, and where each answer or button leads."""

from collections.abc import Iterator

from lxml import etree

from coursebuilder.inspection.documents import attribute, decimal, whole
from coursebuilder.inspection.moodle.backup import name_of
from coursebuilder.inspection.result import Branch, Said, Value, counted, said

_PAGES = {
    20: "content page",
    21: "end of a branch",
    30: "cluster",
    31: "end of a cluster",
    1: "short answer",
    2: "true or false",
    3: "multiple choice",
    5: "matching",
    8: "number",
    10: "open question",
}
"""Types of pages (mod/lesson/pagetypes)."""
_JUMPS = {
    0: "this page again",
    -1: "the next page",
    -9: "the end",
    -40: "the page before",
    -50: "a page not seen yet, at random",
    -60: "a page at random",
    -70: "a question of the cluster at random",
    -80: "a page not seen yet, at random",
}
"""Jumps that are no page (mod/lesson/locallib.php)."""


def lesson_details(lesson: etree._Element) -> Iterator[Value]:
    """How many pages there are, and whether it counts."""
    count = sum(1 for _ in lesson.iter("page"))
    yield counted("{count} page", "{count} pages", count)
    if whole(lesson, "practice"):
        yield said("practice, without a grade")
    elif points := decimal(lesson, "grade"):
        yield said("out of {points}", points=points)
    if whole(lesson, "retake"):
        yield said("may be done again")
    if seconds := whole(lesson, "timelimit"):
        yield said("{minutes} minutes at most", minutes=seconds // 60)


def lesson_branches(lesson: etree._Element) -> Iterator[Branch]:
    """Each page, and where each of its buttons or answers leads."""
    titles = {attribute(page, "id"): name_of(page, "title") for page in lesson.iter("page")}
    for page in lesson.iter("page"):
        type = whole(page, "qtype")
        kind = said(_PAGES.get(type, "page of another kind"))
        jumps = tuple(
            Branch(
                said(
                    "{answer} → {page}",
                    answer=name_of(answer, "answer_text"),
                    page=_target(whole(answer, "jumpto"), titles),
                ),
                fine=True,
            )
            for answer in page.iter("answer")
        )
        yield Branch(name_of(page, "title"), (kind,), jumps, fine=True)


def _target(jump: int, titles: dict[str, str]) -> str | Said:
    if jump in _JUMPS:
        return said(_JUMPS[jump])
    return titles.get(str(jump)) or said("a page that is not in the lesson")
