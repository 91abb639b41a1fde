from dataclasses import replace

import pytest

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.diagnostics.rules.accessibility import MISSING_ALT, NO_CREDIT
from coursebuilder.diagnostics.suppression import apply_suppressions
from coursebuilder.model import Suppression
from coursebuilder.text import Span
from tests.check.courses import course

HERE = NO_CREDIT.at(Span("01-kader/01-start.md", 4), target="x.svg")
THERE = NO_CREDIT.at(Span("02-taken/01-taken.md", 4), target="y.svg")


def left(*entries: tuple[str, str], found: tuple[Diagnostic, ...]) -> list[str]:
    suppressions = tuple(
        Suppression(code=code, path=path, reason="Bekeken.", span=Span("course.yml", 20 + line))
        for line, (code, path) in enumerate(entries)
    )
    built = replace(course(), suppressions=suppressions)
    return [
        f"{finding.rule.code} {finding.span.path}:{finding.span.line}"
        for finding in apply_suppressions(built, found)
    ]


def test_a_code_holds_for_the_whole_course() -> None:
    assert left(("CB512", ""), found=(HERE, THERE)) == []


def test_a_path_narrows_it() -> None:
    assert left(("CB512", "01-kader/*"), found=(HERE, THERE)) == ["CB512 02-taken/01-taken.md:4"]
    assert left(("CB512", HERE.span.path), found=(HERE,)) == []


def test_only_a_star_is_special() -> None:
    odd = NO_CREDIT.at(Span("01-[kader]/x.md"), target="x.svg")
    assert left(("CB512", "01-[kader]/*"), found=(odd,)) == []


def test_an_unused_entry_is_reported_at_its_place() -> None:
    assert left(("CB512", ""), ("CB630", ""), found=(HERE,)) == ["CB640 course.yml:21"]


def test_an_entry_for_a_target_may_wait() -> None:
    codes = [code for code, rule in all_rules().items() if code.startswith("CB9")]
    soft = [code for code in codes if all_rules()[code].severity != "error"]
    assert left(*((code, "") for code in soft), found=()) == []


def test_errors_stay() -> None:
    error = MISSING_ALT.at(Span("01-kader/01-start.md", 4), target="x.svg")
    assert left(("CB510", ""), found=(error,)) == [
        "CB510 01-kader/01-start.md:4",
        "CB641 course.yml:20",
    ]


def test_an_unknown_code_is_reported() -> None:
    assert left(("CB599", ""), found=()) == ["CB642 course.yml:20"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("missing-alt", "CB510"), ("Missing_Thumbnail", "CB606"), ("CB599", "CB512")],
)
def test_the_name_of_a_rule_leads_to_its_code(written: str, meant: str) -> None:
    entry = Suppression(code=written, reason="Bekeken.", span=Span("course.yml", 20))
    (found,) = apply_suppressions(replace(course(), suppressions=(entry,)), ())
    assert dict(found.values)["closest"] == meant
