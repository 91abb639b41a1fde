"""What is said of a backup is what stands in it: our own, and conditions as other versions of Moodle write them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from coursebuilder.inspection import (
    READ,
    Branch,
    Inspection,
    Members,
    UnreadablePackageError,
    inspect_members,
    worded,
)
from coursebuilder.inspection.moodle.backup import Backup
from coursebuilder.inspection.moodle.bank import Bank
from coursebuilder.inspection.moodle.completion import available
from coursebuilder.inspection.moodle.draws import read_condition
from coursebuilder.model import Course
from coursebuilder.targets import TARGETS
from coursebuilder.targets.base import BuildContext
from tests import platform_sample, quiz_sample
from tests.sample_course import SAMPLE, context_for

Contents = dict[str, bytes]


def emitted(course: Course, context: BuildContext) -> Contents:
    package = TARGETS["moodle"].emit(course, context)
    return {
        entry.path: entry.content if isinstance(entry.content, bytes) else b"" for entry in package
    }


@cache
def quizzes() -> Contents:
    return emitted(*quiz_sample.course_and_context())


def looked_into(contents: Contents) -> Inspection:
    sizes = {path: len(content) for path, content in contents.items()}
    read = {path: content for path, content in contents.items() if path.endswith(READ)}
    members = Members(sizes, read)
    return inspect_members(members, 1, lambda names: ((name, contents[name]) for name in names))


def every(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from every(branch.below)


def shown(branch: Branch) -> tuple[str, ...]:
    return tuple(worded(value, "en") for value in (branch.title, *branch.details))


def branch(found: Inspection, title: str) -> Branch:
    """The first branch of that title, in the tree or beside it."""
    groups = [one for group in found.groups for one in group.branches]
    return next(b for b in every((*found.tree, *groups)) if worded(b.title, "en") == title)


def below(found: Inspection, title: str) -> list[tuple[str, ...]]:
    return [shown(one) for one in branch(found, title).below]


def group(found: Inspection, title: str) -> list[tuple[str, ...]]:
    (one,) = [group for group in found.groups if group.title == title]
    return [shown(branch) for branch in every(one.branches)]


def test_a_quiz_says_what_a_trainer_would_set() -> None:
    found = looked_into(quizzes())
    assert shown(branch(found, "Delen")) == (
        "Delen", "quiz", "7 questions", "out of 7", "3.5 to pass", "complete when passed",
        "counts for the course",
    )  # fmt: skip
    assert below(found, "Delen") == [
        (
            "settings", "3 attempts", "the highest grade counts", "no time limit", "feedback at once",
            "answers shuffled",
        ),
        (
            "what learners see", "during the attempt: right or wrong, feedback",
            "right after the attempt: points", "later while the quiz is open: own answers",
            "once the quiz is closed: right answers",
        ),
        ("(no heading)", "question 1", "page 1"),
        ("De wet & het team", "questions 2–4", "page 2", "shuffled"),
        ("Cijfers < 5", "questions 5–7", "pages 3–4"),
    ]  # fmt: skip
    assert below(found, "De wet & het team") == [
        ("1 of 2 drawn at random", "from the category Delen", "with the tag wet", "1 point"),
        ("2 of 3 drawn at random", "from the category Delen", "with the tag team", "1 point each"),
    ]
    assert below(found, "Cijfers < 5")[0] == (
        "1 of 2 drawn at random", "from the category cijfers", "with the tag moeilijk", "1 point",
    )  # fmt: skip


def test_the_bank_has_types_marks_tags_and_id_numbers() -> None:
    found = group(looked_into(quizzes()), "Question bank")
    assert ("Delen", "7 questions", "bank of Delen") in found
    assert ("cijfers", "3 questions") in found
    assert (
        "Wet en team", "true or false", "1 point", "tags: wet, team",
        "ID number toetsen/delen/wet-team",
    ) in found  # fmt: skip


def test_the_gradebook_has_maximum_pass_and_weight() -> None:
    found = group(looked_into(quizzes()), "Gradebook")
    assert found[0][:3] == ("course total", "out of 39", "27.3 to pass")
    assert ("Delen", "out of 7", "3.5 to pass", "weighs 17.9 %") in found


def changed(old: str, new: str) -> Inspection:
    """The backup with one place of the quiz "Delen" written differently."""
    contents = dict(quizzes())
    (name,) = [
        name
        for name, content in contents.items()
        if b"<name>Delen<" in content and name.endswith("/quiz.xml")
    ]
    assert old in contents[name].decode()
    contents[name] = contents[name].replace(old.encode(), new.encode(), 1)
    return looked_into(contents)


@pytest.mark.parametrize(
    ("old", "new", "title", "said"),
    [
        ("<attempts_number>3<", "<attempts_number>1<", "settings", "1 attempt"),
        ("<preferredbehaviour>immediatefeedback", "<preferredbehaviour>adaptive", "settings",
         "several tries, each with a penalty"),
        ("<reviewrightanswer>16<", "<reviewrightanswer>0<", "what learners see",
         "never: right answers"),
        ("<timeclose>0<", "<timeclose>1767225600<", "settings", "closes on 2026-01-01"),
        ("<timelimit>0<", "<timelimit>1200<", "settings", "20 minutes"),
        ("<shufflequestions>1<", "<shufflequestions>0<", "De wet & het team", "page 2"),
    ],
)  # fmt: skip
def test_another_backup_says_something_else(old: str, new: str, title: str, said: str) -> None:
    quiz = branch(changed(old, new), "Delen")
    (one,) = [shown(part) for part in quiz.below if worded(part.title, "en") == title]
    assert said in one
    assert one != shown(next(b for b in branch(looked_into(quizzes()), "Delen").below
                             if worded(b.title, "en") == title))  # fmt: skip


def test_a_draw_of_more_than_there_is_and_lost_questions_are_remarked() -> None:
    assert looked_into(quizzes()).remarks == ()
    bank = quizzes()["questions.xml"].replace(b"<rawname>team<", b"<rawname>ploeg<")
    (said,) = looked_into(quizzes() | {"questions.xml": bank}).remarks
    assert dict(said.values) == {"name": "Delen", "count": 2, "total": 0}
    lost = looked_into(quizzes() | {"questions.xml": b"<question_categories/>"}).remarks
    assert [dict(one.values)["count"] for one in lost] == [3, 13, 1]


def test_platform_activities_say_their_settings() -> None:
    found = looked_into(emitted(*platform_sample.course_and_context()))
    lines = {shown(one)[0]: shown(one)[1:] for one in every(found.tree)}
    assert lines["Ons actieplan"][:4] == (
        "assignment", "text is handed in", "files are handed in, 2 at most", "out of 9",
    )  # fmt: skip
    assert lines["Welke rol heb jij?"][:4] == (
        "choice", "2 options", "may be changed", "results after choosing",
    )  # fmt: skip
    assert lines["Overleg"][1:3] == (
        "everybody opens discussions",
        "complete after 1 discussion begun",
    )
    assert lines["Voor begeleiders"] == ("hidden from learners",)
    assert lines["Gids"] == ("page", "completion not tracked", "hidden from learners")
    assert lines["Hoe was het tempo?"] == ("choice of one",)
    assert lines["Taken"][1] == "taken.csv"
    assert lines["Taken"][2].endswith(" B")
    assert below(found, "Het telefoontje")[1] == ("Je hangt op → Boos",)
    assert below(found, "Boos") == [
        ("Rond deze situatie af → the end",),
        ("Begin opnieuw en kies anders → Het telefoontje",),
    ]


def test_a_rich_course_says_when_modules_open_and_what_badges_take(tmp_path: Path) -> None:
    moodle = replace(SAMPLE.moodle, badges=True, completion_grade=True)
    course = replace(SAMPLE, moodle=moodle)
    found = looked_into(emitted(course, context_for(course, tmp_path)))
    opens = [line for one in found.tree for line in shown(one) if line.startswith("opens when")]
    assert len(opens) == sum(bool(module.prerequisites) for module in SAMPLE.modules) > 0
    badges = group(found, "Badges")
    assert badges[0][1] == "off until a trainer switches it on"
    totals = [line[0] for line in group(found, "Completion of the course")]
    assert any(line.startswith("a course total of") for line in totals)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("", None),
        ('{"op":"&","c":[],"showc":[]}', None),
        ("{", "opens on a condition that cannot be read"),
        ("[" * 100_000, "opens on a condition that cannot be read"),
        ('{"op":"&","c":[{"type":"completion","cm":0,"e":1}],"showc":[true]}',
         "opens when an activity that is not in the backup is complete"),
        ('{"op":"|","c":[{"type":"completion","cm":-1,"e":2},{"type":"date","d":">=","t":1767225600}],"show":false}',
         "hidden until the activity before is complete and passed or from 2026-01-01 on"),
        ('{"op":"!&","c":[{"type":"group","id":1}],"show":true}',
         "opens when not (the learner is in a certain group)"),
        ('{"op":"&","c":[{"type":"grade","id":9,"min":60}],"showc":[true]}', "opens when ? has 60 % or more"),
        ('{"op":"&","c":[{"type":"date","d":"<","t":1e99}],"showc":[true]}', "opens when before 1970-01-01"),
        ('{"op":"&","c":[{"type":"planets"}],"showc":[true]}',
         "opens when a condition of the kind planets is met"),
        ('{"op":"&","c":[1,[],{"op":"&","c":["x"]}],"showc":[1]}', "opens when … and … and …"),
    ],
)  # fmt: skip
def test_conditions_of_any_kind_are_worded(condition: str, said: str | None) -> None:
    found = available(condition, Backup(Members({}, {})))
    assert (None if found is None else found.in_language("en")) == said


def newer(tags: list[str], join: int = 2) -> str:
    """A condition as Moodle 4.3 and later write it (seen in backups of 4.5.6 and 5.0.6)."""
    category = {"jointype": 1, "values": [36], "filteroptions": {"includesubcategories": "0"}}
    filters = {"category": category, "qtagids": {"jointype": join, "values": tags}}
    return json.dumps({"filter": filters, "cat": "36,1614", "tabname": "questions", "jointype": 2})


BANK = """<question_categories><question_category id="36"><name>Loting &amp;amp; meer</name><parent>0</parent>
<question_bank_entries>{}</question_bank_entries></question_category></question_categories>"""
ENTRY = """<question_bank_entry id="{0}"><question_version><question_versions><questions><question id="{0}">
<parent>0</parent><name>V</name><qtype>truefalse</qtype><tags>{1}</tags></question></questions>
</question_versions></question_version></question_bank_entry>"""
TAG = '<tag id="{0}"><name>{1}</name><rawname>{1}</rawname></tag>'
WET, TEAM = TAG.format(40, "Wet"), TAG.format(41, "team")


@cache
def bank() -> Bank:
    entries = "".join(
        ENTRY.format(number, tags) for number, tags in enumerate((WET, WET + TEAM, "", TEAM))
    )
    content = BANK.format(entries).encode()
    return Bank(Backup(Members({"questions.xml": 1}, {"questions.xml": content})))


@pytest.mark.parametrize(
    ("condition", "count", "said"),
    [
        (newer(["40"]), 2, "with the tag Wet"),
        (newer(["40", "41"]), 1, "with all tags of Wet, team"),
        (newer(["40", "41"], join=1), 3, "with one of the tags Wet, team"),
        (newer(["40"], join=0), 2, "without the tag Wet"),
        (newer(["99"]), 0, "with a tag whose name is not in the backup"),
        ('{"questioncategoryid":"36","includingsubcategories":"0","tags":["7,team"]}', 2, "with the tag team"),
        (newer([]), 4, ""),
    ],
)  # fmt: skip
def test_a_draw_says_its_tags_and_how_many_there_are(condition: str, count: int, said: str) -> None:
    draw = read_condition(condition)
    assert draw.candidates(bank()) == count
    words = [worded(value, "en") for value in draw.details(bank())]
    assert words == ["from the category Loting & meer", *([said] if said else [])]


@pytest.mark.parametrize(
    "condition",
    ["", "[1]", "{", "[" * 100_000, '{"filter": {"category": 3, "qtagids": {"values": 7}}}'],
)
def test_a_draw_that_cannot_be_read_is_said(condition: str) -> None:
    draw = read_condition(condition)
    assert draw.details(bank())[0] == read_condition("").details(bank())[0]
    assert draw.candidates(bank()) == 0


ODD: list[Callable[[bytes], bytes]] = [
    lambda content: content.replace(b"<parent>", b"<parent>9"),
    lambda content: content.replace(b"<parent>0<", b"<parent>7<"),
    lambda content: b"<other/>",
    lambda content: content.replace(b"0", b"x"),
    lambda content: content.replace(b">1<", b">999999999999999999999999<"),
    lambda content: content.replace(b".0", b"e999999999"),
    lambda content: content.replace(b"<name>", b"<name><b/>").replace(b"<page>", b"<seite>"),
    lambda content: content.replace(b"</page>", b"</seite>"),
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_documents_are_looked_into_or_refused_in_words(
    odd: Callable[[bytes], bytes],
) -> None:
    for path in quizzes():
        if path.endswith(".xml"):
            refused = ""
            try:
                looked_into(quizzes() | {path: odd(quizzes()[path])})
            except UnreadablePackageError as error:
                refused = str(error)
            assert not refused or "is not well-formed XML" in refused
