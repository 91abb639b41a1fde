"""Showing findings, and what they mean for the exit status."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coursebuilder.cli.console import Console
from coursebuilder.diagnostics import Diagnostic, Severity
from coursebuilder.diagnostics.text_report import StyledLine, styled_report, summary
from coursebuilder.model import Course
from coursebuilder.pipeline import Loaded

if TYPE_CHECKING:
    from rich.text import Text as Styled


def stops(findings: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether a build must not go on: an error, or with ``strict`` a warning."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.rule.severity in stopping for finding in findings)


def wanted(
    findings: Iterable[Diagnostic], console: Console, *, strict: bool
) -> tuple[Diagnostic, ...]:
    """What ``check`` reports in any form: all findings, or under ``--quiet`` those that stop a build."""
    return tuple(f for f in findings if not console.quiet or stops([f], strict=strict))


def print_findings(
    findings: Sequence[Diagnostic], loaded: Loaded, console: Console, *, platforms: bool
) -> None:
    """The report of ``check``, on stdout; under ``--quiet`` nothing when there is nothing to report.

    Without ``platforms``, what a platform shows otherwise is counted: it matters once one is chosen.
    """
    shown = [one for one in findings if platforms or not _is_about_platform(one)]
    if shown or not console.quiet:
        console.lines(styled_lines(shown, loaded, console))
    if len(shown) < len(findings):
        console.say(
            "{count} notes on what a platform shows otherwise: coursebuilder check --target NAME",
            count=len(findings) - len(shown),
        )
    if loaded.course is not None:
        console.say(
            "modules: {modules}, pages and activities: {activities}, graded questions: {questions}",
            **_sizes(loaded.course),
        )
    worst = min(
        shown, key=lambda finding: list(Severity).index(finding.rule.severity), default=None
    )
    if worst is not None and worst.rule.severity is not Severity.INFO:
        console.say("more about a finding: coursebuilder explain {code}", code=worst.rule.code)


def _is_about_platform(finding: Diagnostic) -> bool:
    """Whether it only says what a platform makes of the course."""
    return finding.rule.severity is Severity.INFO and finding.rule.code.startswith("CB9")


def _sizes(course: Course) -> dict[str, int]:
    return {
        "modules": len(course.modules),
        "activities": sum(len(module.activities) for module in course.modules),
        "questions": sum(len(quiz.questions) for _, quiz in course.quizzes()),
    }


def report_build(
    findings: Sequence[Diagnostic], loaded: Loaded, console: Console, *, strict: bool
) -> None:
    """What a build says of its findings, on stderr: notes only under ``--verbose``."""
    shown = wanted(findings, console, strict=strict)
    notes = [finding for finding in shown if finding.rule.severity is Severity.INFO]
    if not console.verbose:
        shown = tuple(finding for finding in shown if finding not in notes)
    if shown:
        for line in styled_lines(shown, loaded, console):
            console.err.print(line)
    if notes and not console.verbose:
        counted = summary(notes, console.language)
        console.say("{count} not shown: see coursebuilder check --target NAME", count=counted)


def styled_lines(
    findings: Sequence[Diagnostic], loaded: Loaded, console: Console
) -> Iterable["Styled"]:
    """The text report with paths from where the user stands."""
    folder = from_here(loaded.tree.root)
    for line in styled_report(findings, console.language, loaded.source, folder):
        yield _styled(line)


def _styled(line: StyledLine) -> "Styled":
    from rich.text import Text as Styled

    return Styled.assemble(*((text, style) for text, style in line))


def from_here(root: Path) -> str:
    """``modules/`` before each path; nothing when we stand in the course folder or there is none."""
    return "" if root == Path() or not root.is_dir() else root.as_posix().rstrip("/") + "/"
