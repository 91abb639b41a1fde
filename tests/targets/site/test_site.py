"""The files of the website: what documents say of themselves, what is kept, what robots find."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from coursebuilder.diagnostics.rules import site
from coursebuilder.formats.schema_org import licence_url
from coursebuilder.i18n import catalogue
from coursebuilder.model import Course, Module, Page, SiteSettings
from coursebuilder.package import Package
from coursebuilder.targets.site import SiteTarget
from coursebuilder.targets.site.head import POLICY
from tests.sample_course import SAMPLE, context_for

URL = "https://www.example.org/cursus/"
PLACED = replace(SAMPLE, site=SiteSettings(url=URL))


def emit(course: Course, folder: Path) -> dict[str, bytes]:
    """Package path -> content, of what is not read from disk."""
    return contents(SiteTarget().emit(course, context_for(course, folder)))


def contents(package: Package) -> dict[str, bytes]:
    return {entry.path: entry.content for entry in package if isinstance(entry.content, bytes)}


def pages(content: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    return {
        path: html.document_fromstring(data.decode())
        for path, data in content.items()
        if path.endswith(".html")
    }


def test_every_document_has_the_policy_before_anything_it_is_about(tmp_path: Path) -> None:
    found = pages(emit(SAMPLE, tmp_path))
    assert len(found) > 5
    for page in found.values():
        head = list(page.find("head"))
        assert head[0].get("charset") == "utf-8"
        assert head[1].get("http-equiv") == "Content-Security-Policy"
        assert head[1].get("content") == POLICY
        for script in page.iter("script"):
            data = script.get("type") in ("application/json", "application/ld+json")
            assert data or (script.get("src") and not script.text)
        assert not page.xpath("//*[@style] | //style | //*[@onclick]")
    assert "unsafe" not in POLICY
    assert not re.search(r"https?:|\*", POLICY)


def test_only_the_site_loads_from_elsewhere_nothing(tmp_path: Path) -> None:
    for path, page in pages(emit(PLACED, tmp_path)).items():
        sources = page.xpath("//@src | //link[@rel='stylesheet' or @rel='icon']/@href | //@poster")
        assert sources
        assert not [source for source in sources if "//" in source], path


def test_json_ld_of_the_course(tmp_path: Path) -> None:
    page = pages(emit(PLACED, tmp_path))["index.html"]
    (script,) = page.xpath("//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert data["@type"] == ["Course", "LearningResource"]
    assert data["name"] == SAMPLE.title
    assert data["description"] == SAMPLE.summary
    assert data["inLanguage"] == "nl-BE"
    assert data["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert data["educationalLevel"] == list(SAMPLE.levels)
    assert data["keywords"] == list(SAMPLE.keywords)
    assert re.fullmatch(r"PT\d+M", data["timeRequired"])
    assert data["author"][0]["name"] == SAMPLE.authors[0].name
    assert data["url"] == URL
    assert data["image"] == f"{URL}assets/images/cursus.png"
    assert [part["name"] for part in data["hasPart"]] == [m.title for m in SAMPLE.modules]
    assert data["hasPart"][0]["url"] == f"{URL}pages/kader/index.html"


def test_json_ld_without_an_address_names_none(tmp_path: Path) -> None:
    for page in pages(emit(SAMPLE, tmp_path)).values():
        (script,) = page.xpath("//script[@type='application/ld+json']")
        assert "url" not in json.loads(script.text)
        assert not page.xpath("//link[@rel='canonical'] | //meta[@property='og:url']")


def test_shared_links_and_canonical_addresses(tmp_path: Path) -> None:
    found = pages(emit(PLACED, tmp_path))

    def meta(path: str, name: str) -> list[str]:
        return found[path].xpath(f"//meta[@property='og:{name}']/@content")

    assert meta("index.html", "url") == found["index.html"].xpath("//link[@rel='canonical']/@href")
    assert meta("index.html", "url") == [URL]
    assert meta("index.html", "locale") == ["nl_BE"]
    assert meta("index.html", "image") == [f"{URL}assets/images/cursus.png"]
    assert meta("pages/kader/taken.html", "url") == [f"{URL}pages/kader/taken.html"]
    assert meta("pages/kader/taken.html", "type") == ["article"]
    title = found["pages/kader/taken.html"].findtext(".//title")
    assert meta("pages/kader/taken.html", "title") == [title]


def test_robots_find_every_page(tmp_path: Path) -> None:
    content = emit(PLACED, tmp_path)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = etree.fromstring(content["sitemap.xml"]).xpath("//s:loc/text()", namespaces=names)
    documents = {path for path in content if path.endswith(".html")}
    assert set(listed) == {URL + ("" if path == "index.html" else path) for path in documents}
    assert "robots.txt" not in content, "robots look for it at the root of a host only"
    root = emit(replace(SAMPLE, site=SiteSettings(url="https://cursus.example.org/")), tmp_path)
    assert b"Sitemap: https://cursus.example.org/sitemap.xml\n" in root["robots.txt"]
    assert not {"sitemap.xml", "robots.txt"} & set(emit(SAMPLE, tmp_path))


def kept(content: dict[str, bytes]) -> dict[str, str]:
    first, _ = content["service-worker.js"].decode().split(";\n", 1)
    return dict(json.loads(first.removeprefix("const PRECACHE = ")))


def test_the_worker_keeps_every_file_but_sound_and_video(tmp_path: Path) -> None:
    package = SiteTarget().emit(SAMPLE, context_for(SAMPLE, tmp_path))
    content = contents(package)
    listed = kept(content)
    left_out = set(package.paths) - set(listed)
    assert left_out == {
        "service-worker.js", "assets/01-kader/media/gesprek.mp3", "assets/01-kader/media/taken.mp4"
    }  # fmt: skip
    for path in ("index.html", "course.json", "player/player.css"):
        assert listed[path] == hashlib.sha256(content[path]).hexdigest()[:16]
    picture = next(asset for asset in SAMPLE.assets if asset.path == "images/cursus.png")
    assert listed["assets/images/cursus.png"] == picture.sha1[:16]


def test_what_changes_gets_another_hash_and_nothing_else(tmp_path: Path) -> None:
    kader, team = SAMPLE.modules
    first, short, *others = kader.activities
    assert isinstance(short, Page)
    emptied = replace(kader, activities=(first, replace(short, body=()), *others))
    changed = replace(SAMPLE, modules=(emptied, team))
    before, after = kept(emit(SAMPLE, tmp_path)), kept(emit(changed, tmp_path))
    assert {path for path in before if before[path] != after[path]} == {"pages/kader/kort.html"}


def test_same_course_same_bytes(tmp_path: Path) -> None:
    assert emit(PLACED, tmp_path / "een") == emit(PLACED, tmp_path / "twee")


def test_the_icon_is_the_course_picture_or_a_book(tmp_path: Path) -> None:
    own = emit(SAMPLE, tmp_path)["icon.svg"]
    assert b"data:image/png;base64," in own
    book = emit(replace(SAMPLE, thumbnail=""), tmp_path)["icon.svg"]
    assert b"<path" in book
    assert b"<image" not in book
    for icon in (own, book):
        root = etree.fromstring(icon)
        assert root.get("viewBox") == "0 0 512 512"


def codes(course: Course) -> list[str]:
    return sorted(finding.rule.code for finding in SiteTarget().check(course))


def test_findings() -> None:
    assert codes(SAMPLE) == ["CB940", "CB941", "CB942", "CB943"]
    page = Page(id="p", title="P", body=())
    module = Module(id="m", title="M", summary="", activities=(page,))
    assert codes(replace(PLACED, modules=(module,), assets=())) == []


def test_every_message_and_hint_is_there_in_dutch() -> None:
    rules = [rule for rule in vars(site).values() if isinstance(rule, site.Rule)]
    assert len(rules) == 4
    for rule in rules:
        assert {rule.message, rule.hint, rule.what, rule.why} <= set(catalogue("nl"))


@pytest.mark.parametrize(
    ("spdx", "url"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("LicenseRef-All-Rights-Reserved", ""),
        ("", ""),
    ],
)
def test_licences(spdx: str, url: str) -> None:
    assert licence_url(spdx) == url
