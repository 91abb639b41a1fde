"""Every kind of link, from every kind of text, leads a learner to its page after a restore."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.pipeline import Options, build_context, load_course
from coursebuilder.targets.moodle import MoodleTarget
from tests.targets.moodle.test_packages import answers, log_in
from tests.targets.moodle.test_real_moodle import MOODLE, SAMPLE, for_this_moodle, run, silent

KINDS = {
    "page": "02-plan.md",
    "anchor": "02-plan.md#doel",
    "chapter": "03-hoofdstuk.md#kop",
    "quiz": "05-toets.md",
    "term": "06-woorden.md#team",
    "section": "../02-later/module.md",
    "label": "04-tekst.md",
    "forum": "07-forum.md",
    "file": "files/a.txt",
}
"""What is linked to, as it is written in the first module."""


def links() -> str:
    return " ".join(f"[{kind}]({target})" for kind, target in KINDS.items())


def write_course(folder: Path) -> None:
    """A course in which a text of each kind links to everything."""
    every = links()
    files = {
        "course.yml": "id: links\ntitle: Links\nlanguage: nl\nlicence: CC0-1.0\nauthors:\n  - name: Het project\n"
        "summary: Links.\n",
        "01-eerst/module.md": f"---\ntitle: Eerst\nsummary: x\n---\n{every}\n",
        "01-eerst/01-start.md": f"# Start\n\n{every}\n",
        "01-eerst/02-plan.md": f"# Plan\n\n## Doel {{#doel}}\n\n{every}\n",
        "01-eerst/03-hoofdstuk.md": f"---\nmoodle: book\n---\n# Hoofdstuk\n\n## Kop {{#kop}}\n\n{every}\n",
        "01-eerst/04-tekst.md": f"---\nmoodle: label\nrequired: false\n---\n# Tekst\n\n{every}\n",
        "01-eerst/05-toets.md": f"---\ntype: quiz\nfeedback: interactive\noverall_feedback:\n  - from: 0\n"
        f"    text: '{every}'\n---\n# Toets\n\n{every}\n\n## Vraag? {{#vraag}}\n\n{every}\n\n"
        f"- (x) Ja {every}\n  > {every}\n- ( ) Nee\n  > {every}\n\n> {every}\n\n::: hint\n{every}\n:::\n",
        "01-eerst/06-woorden.md": "---\ntype: glossary\n---\n# Woorden\n\nTeam {#team}\n: Een groep.\n",
        "01-eerst/07-forum.md": f"---\ntype: forum\nrequired: false\n---\n# Forum\n\n{every}\n",
        "01-eerst/files/a.txt": "a",
        "02-later/module.md": "---\ntitle: Later\nsummary: x\n---\nTekst.\n",
        "02-later/01-slot.md": "# Slot\n\n[terug](../01-eerst/02-plan.md#doel)\n",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> Any:
    if not MOODLE:
        pytest.skip("MOODLE_DIR names no installed Moodle")
    folder = tmp_path_factory.mktemp("links")
    write_course(folder / "course")
    loaded = load_course(folder / "course")
    assert loaded.course is not None
    context = build_context(loaded, Options())
    course = for_this_moodle(loaded.course)
    write_package(
        MoodleTarget().emit(course, context), folder / "c.mbz", timestamp=context.timestamp
    )
    report = run("restore.php", folder / "c.mbz")
    silent(report)
    return report


def test_every_link_of_the_sample_stands(tmp_path: Path) -> None:
    """Nothing of the notation above is taken for something else."""
    write_course(tmp_path)
    loaded = load_course(tmp_path)
    assert loaded.course is not None
    assert [str(finding) for finding in loaded.diagnostics] == []
    (first, _) = loaded.course.modules
    quiz = next(activity for activity in first.activities if activity.id == "toets")
    assert len(quiz.outline.links) == 8 * len(KINDS)


@pytest.mark.moodle
def test_every_link_of_every_text_resolves(restored: Any, chromium: Any) -> None:
    found = run("links.php", restored["courseid"])
    kinds = {link["kind"] for link in found["links"]}
    assert kinds >= {"page", "chapter", "label", "quiz", "forum", "question", "answer"}
    counts = Counter(link["where"] for link in found["links"])
    expected = 12 if for_this_moodle(SAMPLE).moodle.min_version >= (4, 4) else 11  # 4.1: no hints
    # A file has an address when its text is shown (the next test opens one); a place on the same page has none.
    whole = [where for where, count in counts.items() if count == len(KINDS) - 1]
    assert len(whole) == expected, counts
    if not answers(found["site"]):
        pytest.skip(f"no web server answers at {found['site']}")
    page = logged_in(chromium, restored["courseid"])
    wrong = []
    for address in dict.fromkeys(link["address"] for link in found["links"]):
        page.goto("about:blank")
        reply = page.goto(address)
        anchor = address.partition("#")[2]
        there = page.evaluate("id => !id || !!document.getElementById(id)", anchor)
        if reply.status != 200 or not there or page.locator(".errormessage, .errorcode").count():
            wrong.append(address)
    page.context.close()
    assert wrong == []


@pytest.mark.moodle
def test_a_learner_opens_a_file(restored: Any, chromium: Any) -> None:
    learner = run("learner.php", restored["courseid"])
    if not answers(learner["site"]):
        pytest.skip(f"no web server answers at {learner['site']}")
    page = logged_in(chromium, restored["courseid"], learner)
    page.goto(f"{learner['site']}/mod/{learner['places']['eerst/start']}")
    address = page.locator("[role=main] a", has_text=re.compile("^file$")).get_attribute("href")
    reply = page.request.get(address)
    assert (reply.status, reply.text()) == (200, "a")
    page.context.close()


def logged_in(chromium: Any, course: int, learner: Any = None) -> Any:
    """A page of a browser in which a learner of the course has logged in."""
    learner = learner or run("learner.php", course)
    page = chromium.new_context(locale="nl-BE").new_page()
    page.set_default_timeout(60_000)
    log_in(page, learner)
    return page
