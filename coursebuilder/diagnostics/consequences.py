"""Findings that another finding explains: mending the cause takes them away, so only it is shown."""

from collections.abc import Sequence

from coursebuilder.diagnostics.rule import Diagnostic, Rule, Severity
from coursebuilder.diagnostics.rules import yaml
from coursebuilder.diagnostics.rules.accessibility import HEADING_JUMP
from coursebuilder.diagnostics.rules.notation import UNCLOSED_BLOCK
from coursebuilder.diagnostics.rules.quizzes import EMPTY_QUIZ
from coursebuilder.diagnostics.rules.references import MISSPELLED_OBJECTIVE, UNKNOWN_OBJECTIVE
from coursebuilder.diagnostics.rules.schema import MISSPELLED_KEY, VALUE_NOT_ALLOWED
from coursebuilder.diagnostics.rules.source import NO_TITLE

_UNREADABLE = {rule for rule in vars(yaml).values() if isinstance(rule, Rule)}


def without_consequences(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings in their order, without those that follow from another.

    A quiz whose questions cannot be read seems to have none; a title under a misspelled key is none.
    Headings of a block that is never closed seem to be headings of the page; objectives of a
    ``module.md`` whose settings cannot be read seem to be defined nowhere.
    """
    wrong_questions = {
        one.span.path
        for one in findings
        if one.rule.code.startswith("CB4")
        and one.rule is not EMPTY_QUIZ
        and one.rule.severity is Severity.ERROR
    }
    misnamed = {one.span.path for one in findings if _hides_the_title(one)}
    open_files = {one.span.path for one in findings if one.rule is UNCLOSED_BLOCK}
    module_unread = any(
        one.rule in _UNREADABLE and one.span.path.endswith("module.md") for one in findings
    )
    return [
        one
        for one in findings
        if not (one.rule is HEADING_JUMP and one.span.path in open_files)
        and not (one.rule is EMPTY_QUIZ and one.span.path in wrong_questions)
        and not (one.rule is NO_TITLE and one.span.path in misnamed)
        and not (one.rule in {UNKNOWN_OBJECTIVE, MISSPELLED_OBJECTIVE} and module_unread)
    ]


def _hides_the_title(finding: Diagnostic) -> bool:
    """Whether a title may stand in settings that are not read: under another key, or of no known type."""
    values = dict(finding.values)
    return (finding.rule is MISSPELLED_KEY and values["suggestion"] == "title") or (
        finding.rule is VALUE_NOT_ALLOWED and values["key"] == "type"
    )
