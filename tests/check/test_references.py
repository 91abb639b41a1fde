from coursebuilder.check import check_course
from coursebuilder.check.addresses import address
from coursebuilder.check.nearest import nearest, nearest_few
from coursebuilder.check.references import check_unused_files
from coursebuilder.diagnostics.rules.references import BROKEN_PAGE_LINK, MISSING_IMAGE, UNUSED_FILE
from coursebuilder.model import Figure, Outline
from coursebuilder.text import Span
from tests.check.courses import FILES, MODULE, OTHER_PAGE, PAGE, course, link, linking, page


def test_files_that_nothing_refers_to_are_reported() -> None:
    files = (*FILES, "course.yml", PAGE, OTHER_PAGE, MODULE, "01-kader/images/oud.svg", "README.md")
    assert list(check_unused_files(course(page()), files)) == [
        UNUSED_FILE.at(Span("01-kader/images/oud.svg"))
    ]


def test_files_of_modules_that_are_left_out_are_not_unused() -> None:
    files = ("05-later/module.md", "05-later/01-x.md", "05-later/images/x.svg", "xsd/lom.xsd")
    found = list(check_unused_files(course(control_documents="./xsd/"), files))
    assert found == []


def test_a_page_of_a_module_that_is_left_out_is_no_page() -> None:
    files = ("05-later/module.md", "05-later/01-x.md")
    found = list(check_course(linking(link("../05-later/01-x.md")), files))
    assert [finding.rule for finding in found] == [BROKEN_PAGE_LINK]


def test_a_file_on_disk_counts_as_present() -> None:
    broken = linking(link("files/nieuw.pdf"))
    assert len(list(check_course(broken))) == 1
    assert list(check_course(broken, ("01-kader/files/nieuw.pdf",))) == []


def test_a_missing_picture_of_a_figure_is_reported_once() -> None:
    figure = Figure(image="01-kader/x.svg", alt="Taken", credit="Wij", span=Span(PAGE, 3))
    twice = Outline(links=(link("x.svg", "Taken", image=True),))
    found = list(check_course(course(page(figure, outline=twice))))
    assert [finding.rule for finding in found] == [MISSING_IMAGE]


def test_a_broken_link_names_the_nearest_page_and_place() -> None:
    (page_finding,) = check_course(linking(link("02-projekt.md")))
    assert page_finding.span == Span(PAGE, 10, 5)
    assert " 02-project.md" in page_finding.hint()
    (place_finding,) = check_course(linking(link("02-project.md#doelen")))
    assert place_finding.message() == "01-kader/02-project.md has no place #doelen"
    assert place_finding.hint().endswith("or link to a place that is there: doel")


def test_addresses() -> None:
    assert address("../b%20c.md?x=1#d%C3%A9", "a/x.md").path == "b c.md"
    assert address("x.md#d%C3%A9", "a/x.md").anchor == "dé"
    assert address("#hier", "a/x.md") == address("x.md#hier", "a/x.md")
    assert address("../../x", "a/x.md").kind == "outside"
    assert address("cafe\u0301.md", "").path == "café.md"
    assert address("//example.org/x.svg", "a.md").kind == "absolute"
    assert address("HTTPS://example.org", "a.md").scheme == "https"


def test_nearest() -> None:
    assert nearest("kadr", ["taken", "kader"]) == "kader"
    assert nearest("kadr", []) == "–"
    assert nearest_few("x", "edcba") == "a, b, c"


def test_nearest_among_thousands() -> None:
    names = [
        f"{folder:02}-module/{page:02}-pagina.md" for folder in range(50) for page in range(99)
    ]
    assert nearest("07-module/31-pagine.md", names) == "07-module/31-pagina.md"
    assert nearest("07-modul/31-pagina.md", names) == "07-module/31-pagina.md"
