"""Activities of the platform as pages of the player; modules for trainers left out."""

import json
import re
from dataclasses import replace

from coursebuilder.targets import TARGETS
from coursebuilder.targets.base import PARTS
from coursebuilder.webcourse import web_entries
from coursebuilder.webcourse.learners import check_learners, for_learners
from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.state import local_ids
from tests.platform_sample import course_and_context


def pages() -> dict[str, str]:
    course, context = course_and_context()
    entries = web_entries(for_learners(course), context, runtime="none")
    return {
        entry.path: entry.content.decode()
        for entry in entries
        if isinstance(entry.content, bytes) and entry.path.endswith((".html", "course.json"))
    }


PAGES = pages()


def page(name: str) -> str:
    return PAGES[f"pages/kader/{name}.html"]


def boxes(html: str) -> list[str]:
    return re.findall(r'data-cb="reflection" data-id="([^"]*)"', html)


def test_what_learners_write_is_kept() -> None:
    assert boxes(page("opdracht")) == ["denk", "_text"]
    assert boxes(page("forum")) == ["_text"]
    assert boxes(page("evaluatie")) == ["_mee"]
    assert boxes(page("rol")) == boxes(page("site")) == []


def test_the_state_knows_the_boxes() -> None:
    course, _ = course_and_context()
    for stop in web_outline(for_learners(course)).stops:
        kept = {id for group in local_ids(stop) for id in group}
        assert kept >= set(boxes(PAGES[stop.path]))


def test_terms_are_sorted_and_linked() -> None:
    html = page("woordenlijst")
    assert re.findall(r'<dt id="([^"]*)"', html) == ["ict-team", "team"]
    assert 'href="#team"' in html
    assert 'href="woordenlijst.html#ict-team"' in page("forum")


def test_terms_are_explained_where_texts_mention_them() -> None:
    """By a word of the author's, and by the first mention of another; never in the glossary itself."""
    terms = re.findall(r'<a href="([^"]*)" title="([^"]*)" data-term>([^<]*)</a>', page("forum"))
    assert terms == [
        ("woordenlijst.html#ict-team", "Een team voor ICT. Zie opdracht.", "woord"),
        ("woordenlijst.html#team", "Een groep mensen.", "groep"),
    ]
    assert "data-term" not in page("woordenlijst")


def test_a_marking_guide_is_shown_without_what_is_for_who_marks() -> None:
    html = page("gids")
    assert "De agenda is vooraf rondgestuurd." in html
    assert "<td>2,5</td>" in html
    assert "hoogstens" not in html


def test_files_links_options_and_rubric_are_shown() -> None:
    assert 'href="../../assets/01-kader/files/taken.csv" download' in page("bestand")
    assert page("map").count(" download") == 2
    assert 'href="https://www.klascement.net/?a=1&amp;b=2"' in page("site")
    assert "<li>Directie</li>" in page("rol")
    assert "<li>goed | #1</li>" in page("evaluatie")
    assert '<th scope="col">4,5</th>' in page("opdracht")
    assert "vaag | zwak" in page("opdracht")


def test_a_situation_reads_without_scripts() -> None:
    html = page("situatie")
    assert '<section class="cb-scene" id="directeur"><h2>Bij de directeur</h2>' in html
    assert '<a href="#boos">Je twijfelt' not in html
    assert '<a href="#telefoontje">Je twijfelt &lt;even&gt;</a> → Het telefoontje' in html
    assert '<div class="cb-consequence"><p>De ouder wacht.</p></div>' in html
    assert html.count("cb-ending") == 2


def test_every_activity_but_a_situation_is_a_page_to_the_player() -> None:
    modules = json.loads(PAGES["course.json"])["modules"]
    kinds = {activity["type"] for module in modules for activity in module["activities"]}
    assert kinds == {"page", "situation"}
    assert [module["id"] for module in modules] == ["kader"]


def test_a_module_for_trainers_is_left_out_and_said_so() -> None:
    course, _ = course_and_context()
    assert not [path for path in PAGES if "begeleiding" in path]
    assert [finding.rule.code for finding in check_learners(course)] == ["CB951", "CB950"]
    assert [asset.path for asset in for_learners(course).assets] == [
        asset.path for asset in course.assets
    ]


def test_a_link_to_what_learners_do_not_have_is_reported() -> None:
    course, _ = course_and_context()
    kader, guide = course.modules
    swapped = replace(
        course,
        modules=(replace(kader, audience="trainer"), replace(guide, audience="learner")),
    )
    found = [finding for finding in check_learners(swapped) if finding.rule.code == "CB954"]
    assert [finding.span.path for finding in found] == ["09-begeleiding/01-gids.md"]


def test_every_target_says_what_it_makes_of_each_part() -> None:
    for name, target in TARGETS.items():
        assert tuple(part for part, _ in target.forms) == PARTS, name
