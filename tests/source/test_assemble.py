import hashlib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.model import Asset, Course, Page, Quiz
from coursebuilder.source.assemble import assemble_course
from coursebuilder.source.document import read_document
from coursebuilder.source.tree import scan_tree
from coursebuilder.text import Span

COURSE = "id: c\ntitle: T\n"
QUIZ = "---\ntype: quiz\n---\n# Toets\n\n## V {#v}\n\n- (x) a\n  > b\n- ( ) c\n  > d\n"
SMALL = {"course.yml": COURSE, "01-a/module.md": "# A\n", "01-a/01-x.md": "# X\n"}


def assemble(
    root: Path, files: Mapping[str, str | bytes]
) -> tuple[Course | None, tuple[Diagnostic, ...]]:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        (root / path).write_bytes(data)
    tree, found = scan_tree(root)
    assert found == ()
    documents = {
        path: read_document(path, file.real.read_bytes())
        for path, file in tree.files.items()
        if path.endswith(".md") or path == "course.yml"
    }
    return assemble_course(tree, documents)


def course(root: Path, files: Mapping[str, str | bytes]) -> Course:
    made, found = assemble(root, files)
    assert found == ()
    assert made is not None
    return made


def findings(root: Path, files: Mapping[str, str | bytes]) -> list[tuple[str, str, int, int]]:
    return [
        (one.rule.code, one.span.path, one.span.line, one.span.column)
        for one in assemble(root, files)[1]
    ]


def test_a_small_course(tmp_path: Path) -> None:
    made = course(tmp_path, SMALL)
    assert (made.id, made.title, made.assets) == ("c", "T", ())
    assert [(module.id, module.title) for module in made.modules] == [("a", "A")]
    assert [activity.id for activity in made.modules[0].activities] == ["x"]
    assert made.paths == (("01-a/module.md", "a"), ("01-a/01-x.md", "a/x"))


def test_modules_and_activities_come_by_number(tmp_path: Path) -> None:
    files = {f"{name}/module.md": f"# {name}\n" for name in ("10-c", "9-b", "z", "01-a")}
    files |= {f"9-b/{name}.md": f"# {name}\n" for name in ("11-q", "2-p", "eind")}
    made = course(tmp_path, {"course.yml": COURSE, **files})
    assert [module.id for module in made.modules] == ["a", "b", "c", "z"]
    assert [activity.id for activity in made.modules[1].activities] == ["p", "q", "eind"]


def test_the_author_orders_modules_and_leaves_some_out(tmp_path: Path) -> None:
    files = {f"{name}/module.md": f"# {name}\n" for name in ("a", "b", "draft")}
    made = course(tmp_path, {"course.yml": f"{COURSE}modules: [b, a/]\n", **files})
    assert [module.id for module in made.modules] == ["b", "a"]
    assert [path for path, _ in made.paths] == ["b/module.md", "a/module.md"]


def test_modules_that_do_not_exist(tmp_path: Path) -> None:
    files = {**SMALL, "course.yml": f"{COURSE}modules:\n  - 01-a\n  - 02-b\n"}
    made, found = assemble(tmp_path, files)
    assert [(one.rule.code, one.span) for one in found] == [("CB143", Span("course.yml", 5, 5))]
    assert "01-a" in found[0].hint()
    assert made is not None
    assert len(made.modules) == 1


def test_the_course_decides_what_pages_and_quizzes_leave_open(tmp_path: Path) -> None:
    made = course(
        tmp_path,
        {
            "course.yml": f"{COURSE}completion: {{pass: 55}}\nmoodle: {{pages: label}}\n",
            "a/module.md": "# A\n",
            "a/1-x.md": "# X\n",
            "a/2-y.md": "---\nmoodle: page\n---\n# Y\n",
            "a/3-q.md": QUIZ,
            "a/4-r.md": QUIZ.replace("quiz\n", "quiz\npass: 70\n", 1),
            "b/module.md": "---\npages: book\n---\n# B\n",
            "b/1-z.md": "# Z\n",
        },
    )
    nodes = [activity for module in made.modules for activity in module.activities]
    assert [(node.id, node.moodle) for node in nodes if isinstance(node, Page)] == [
        ("x", "label"),
        ("y", "page"),
        ("z", "book"),
    ]
    assert [(node.id, node.pass_percent) for node in nodes if isinstance(node, Quiz)] == [
        ("q", Decimal(55)),
        ("r", Decimal(70)),
    ]


def test_no_course_file(tmp_path: Path) -> None:
    files = {"01-a/module.md": "# A\n"}
    assert assemble(tmp_path, files)[0] is None
    assert findings(tmp_path, files) == [("CB140", "course.yml", 1, 1)]


def test_a_missing_folder_is_reported_once(tmp_path: Path) -> None:
    tree, found = scan_tree(tmp_path / "nowhere")
    assert [one.rule.code for one in found] == ["CB101"]
    assert assemble_course(tree, {}) == (None, ())


def test_a_broken_course_file_is_reported_by_its_document(tmp_path: Path) -> None:
    assert assemble(tmp_path, {**SMALL, "course.yml": "id: a: b"}) == (None, ())


def test_no_modules(tmp_path: Path) -> None:
    assert findings(tmp_path, {"course.yml": COURSE}) == [("CB144", "course.yml", 1, 1)]


@pytest.mark.parametrize(
    ("name", "expected", "codes"),
    [
        ("course.yaml", "course.yml", ["CB141", "CB140"]),
        ("Course.yml", "course.yml", ["CB141", "CB140"]),
    ],
)
def test_a_course_file_of_another_name(
    tmp_path: Path, name: str, expected: str, codes: list[str]
) -> None:
    _, found = assemble(tmp_path, {name: COURSE, "a/module.md": "# A\n"})
    assert [one.rule.code for one in found] == codes
    assert found[0].span == Span(name)
    assert found[0].hint() == f"rename it to {expected}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("02-y.MD", "02-y.md"),
        ("02-y.markdown", "02-y.md"),
        ("Module.md2", None),
        ("files.mdx", None),
    ],
)
def test_pages_of_another_name(tmp_path: Path, name: str, expected: str | None) -> None:
    _, found = assemble(tmp_path, {**SMALL, f"01-a/{name}": "# Y\n"})
    assert [one.rule.code for one in found] == ([] if expected is None else ["CB141"])
    assert [one.hint() for one in found] == (
        [] if expected is None else [f"rename it to {expected}"]
    )


def test_a_module_file_in_capitals(tmp_path: Path) -> None:
    files = {**SMALL, "02-b/Module.md": "# B\n"}
    assert findings(tmp_path, files) == [("CB141", "02-b/Module.md", 1, 1), ("CB142", "02-b", 1, 1)]


def test_a_folder_of_pages_without_a_module_file(tmp_path: Path) -> None:
    files = {**SMALL, "02-b/01-x.md": "# X\n", "02-b/02-y.md": "# Y\n", "images/x.svg": "<svg/>"}
    assert findings(tmp_path, files) == [("CB142", "02-b", 1, 1)]


def test_a_folder_that_the_author_did_not_name_is_no_mistake(tmp_path: Path) -> None:
    files = {**SMALL, "02-b/01-x.md": "# X\n", "course.yml": f"{COURSE}modules: [01-a]\n"}
    assert findings(tmp_path, files) == []


def test_a_link_to_a_module_that_is_left_out(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "course.yml": f"{COURSE}modules: [01-a]\n",
        "01-a/01-x.md": "# X\n\n[a](../02-b/01-y.md#z) [b](../02-b/module.md) [c](01-x.md) [d](y.md)\n",
        "01-a/y.md": b"\0",
        "02-b/module.md": "# B\n",
        "02-b/01-y.md": "# Y\n\n[b](../01-a/01-x.md) [b](module.md)\n",
    }
    assert findings(tmp_path, files) == [
        ("CB137", "01-a/01-x.md", 3, 1),
        ("CB137", "01-a/01-x.md", 3, 24),
    ]


def test_two_modules_with_one_id(tmp_path: Path) -> None:
    files = {**SMALL, "02-a/module.md": "# A\n", "03-b/module.md": "---\nid: a\n---\n# B\n"}
    made, found = assemble(tmp_path, files)
    assert [(one.rule.code, one.span) for one in found] == [
        ("CB145", Span("02-a/module.md")),
        ("CB145", Span("03-b/module.md", 2, 5)),
    ]
    assert "01-a/module.md" in found[0].message()
    assert made is not None
    assert len(made.modules) == 3


def test_two_activities_with_one_id(tmp_path: Path) -> None:
    files = {**SMALL, "01-a/02-x.md": "# X2\n", "02-b/module.md": "# B\n", "02-b/x.md": "# X\n"}
    assert findings(tmp_path, files) == [("CB146", "01-a/02-x.md", 1, 1)]


def test_prerequisites(tmp_path: Path) -> None:
    files = {**SMALL, "02-b/module.md": "---\nprerequisites: [a, kader]\n---\n# B\n"}
    made, found = assemble(tmp_path, files)
    assert [(one.rule.code, one.span) for one in found] == [
        ("CB148", Span("02-b/module.md", 2, 20))
    ]
    assert found[0].hint() == "the ids are: a, b"
    assert made is not None
    assert made.modules[1].prerequisites == ("a",)


def test_files_that_cannot_be_read_do_not_hide_the_others(tmp_path: Path) -> None:
    made = course(tmp_path, {**SMALL, "01-a/02-y.md": b"\0", "02-b/module.md": b"\xff"})
    assert [activity.id for activity in made.modules[0].activities] == ["x"]
    assert len(made.modules) == 1


PAGE = """# X

[a](files/a.csv) [b](../shared/b%20c.pdf?x=1#page=2) ![k](images/cafe\u0301.svg)
[web](https://example.org/files/z.csv) [page](02-y.md#q) [no](files/no.csv) [out](../../e.txt)

::: figure
![f](images/f.png)

Een figuur.
:::

::: video V {src=media/v.mp4 captions=media/v.vtt lang=nl poster=media/v.jpg}
Tekst.
:::

::: downloads
- [Agenda](files/agenda.md)
:::
"""


def test_assets(tmp_path: Path) -> None:
    named = {
        "01-a/files/a.csv": "text/csv",
        "01-a/files/agenda.md": "text/markdown",
        "01-a/images/caf\u00e9.svg": "image/svg+xml",
        "01-a/images/f.png": "image/png",
        "01-a/images/m.webp": "image/webp",
        "01-a/media/v.jpg": "image/jpeg",
        "01-a/media/v.mp4": "video/mp4",
        "01-a/media/v.vtt": "text/vtt",
        "shared/b c.pdf": "application/pdf",
        "t.PNG": "image/png",
    }
    made, found = assemble(
        tmp_path,
        {
            **dict.fromkeys(named, "inhoud"),
            "course.yml": f"{COURSE}thumbnail: t.PNG\n",
            "01-a/module.md": "---\nimage: images/m.webp\n---\n# A\n",
            "01-a/01-x.md": PAGE,
            "01-a/02-y.md": "# Y\n",
            "01-a/files/unused.bin": "x",
        },
    )
    assert made is not None
    assert {finding.rule.name for finding in found} == {"damaged-picture"}
    digest = hashlib.sha1(b"inhoud").hexdigest()
    assert made.assets == tuple(
        Asset(path=path, size=6, sha1=digest, media_type=kind) for path, kind in named.items()
    )


def test_an_asset_that_went_after_the_scan(tmp_path: Path) -> None:
    files = {**SMALL, "01-a/01-x.md": "# X\n\n[a](a.csv)\n", "01-a/a.csv": "x"}
    course(tmp_path, files)
    tree, _ = scan_tree(tmp_path)
    documents = {
        path: read_document(path, tree.files[path].real.read_bytes())
        for path in files
        if "csv" not in path
    }
    (tmp_path / "01-a/a.csv").unlink()
    made, found = assemble_course(tree, documents)
    assert [(one.rule.code, one.span) for one in found] == [("CB109", Span("01-a/a.csv"))]
    assert made is not None
    assert made.assets == ()


def test_digests_may_come_from_elsewhere(tmp_path: Path) -> None:
    files = {**SMALL, "01-a/01-x.md": "# X\n\n[a](a.csv)\n", "01-a/a.csv": "x"}
    course(tmp_path, files)
    tree, _ = scan_tree(tmp_path)
    documents = {path: read_document(path, content.encode()) for path, content in files.items()}
    made, _ = assemble_course(tree, documents, digest=lambda file: f"sha1 of {file.path}")
    assert made is not None
    assert [asset.sha1 for asset in made.assets] == ["sha1 of 01-a/a.csv"]
