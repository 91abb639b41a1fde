"""Package paths and the links between them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.model import Page
from coursebuilder.webcourse.addresses import addresses, asset_paths, relative
from coursebuilder.webcourse.keys import short_keys
from tests.sample_course import SAMPLE


def test_a_plain_path_keeps_its_name() -> None:
    assert asset_paths(["01-x/a.png", "a_b.tar.gz"]) == {
        "01-x/a.png": "assets/01-x/a.png",
        "a_b.tar.gz": "assets/a_b.tar.gz",
    }


def test_other_paths_become_plain() -> None:
    assert asset_paths(["Één foto (2).PNG", "x/日本.svg", "b&c/.d"]) == {
        "Één foto (2).PNG": "assets/een-foto-2.png",
        "x/日本.svg": "assets/x/file.svg",
        "b&c/.d": "assets/b-c/file.d",
    }


def test_a_hash_only_where_two_would_be_one() -> None:
    paths = asset_paths(["a b.png", "a-b.png", "A-B.png"])
    assert paths["a-b.png"] == "assets/a-b.png"
    assert len(set(paths.values())) == 3
    assert asset_paths(["a b.png"]) == {"a b.png": "assets/a-b.png"}
    assert paths["A-B.png"] == asset_paths(["a-b.png", "A-B.png"])["A-B.png"]


@given(st.sets(st.text(min_size=1, max_size=250).filter(lambda path: "/" not in path)))
def test_any_names_stay_apart_and_legal(names: set[str]) -> None:
    paths = asset_paths(names)
    assert len(set(paths.values())) == len(names)
    for path in paths.values():
        assert len(path) < 180
        assert not set(path) - set("abcdefghijklmnopqrstuvwxyz0123456789._-/")


def test_an_activity_called_index_leaves_the_introduction_its_place() -> None:
    page = Page(id="index", title="x", body=())
    course = replace(SAMPLE, modules=(replace(SAMPLE.modules[0], activities=(page,)),))
    pages = addresses(course).pages
    assert pages == {
        "kader": "pages/kader/index.html",
        "kader/index": "pages/kader/index_.html",
    }


def test_relative() -> None:
    assert relative("pages/a/x.html", "pages/a") == "x.html"
    assert relative("pages/b/x.html", "pages/a") == "../b/x.html"
    assert relative("player/main.js", "pages/a") == "../../player/main.js"
    assert relative("index.html", "") == "index.html"


def test_links_name_pages_assets_and_places_in_the_page_itself() -> None:
    places = addresses(SAMPLE)
    address = places.resolver("pages/kader/taken.html")
    assert address("02-team/01-overleg.md", "doel") == "../team/overleg.html#doel"
    assert address("01-kader/01-taken.md", "slot") == "#slot"
    assert address("01-kader/module.md", "") == "index.html"
    assert address("images/cursus.png", "") == "../../assets/images/cursus.png"
    assert address("01-kader/01-taken.md", "é b") == "#%C3%A9%20b"


def test_keys_differ_and_hang_on_the_id_alone() -> None:
    ids = [f"module-{number % 40}/pagina-{number}" for number in range(5000)]
    keys = short_keys(ids)
    assert len(set(keys.values())) == 5000
    assert keys == short_keys(reversed(ids))
    alone = sum(short_keys([id])[id] == key for id, key in keys.items())
    assert 4900 < alone < 5000
    assert all(len(key) == 3 for key in keys.values())
