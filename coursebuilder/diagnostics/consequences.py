"""Findings that another finding explains: mending the cause takes them away, so only it is shown."""

from collections.abc import Sequence

from coursebuilder.diagnostics.rule import Diagnostic, Rule
from coursebuilder.diagnostics.rules import yaml
from coursebuilder.diagnostics.rules.accessibility import HEADING_JUMP
from coursebuilder.diagnostics.rules.notation import UNCLOSED_BLOCK
from coursebuilder.diagnostics.rules.references import MISSPELLED_OBJECTIVE, UNKNOWN_OBJECTIVE

_UNREADABLE = {rule for rule in vars(yaml).values() if isinstance(rule, Rule)}


def without_consequences(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings in their order, without those that follow from another.

    Headings of a block that is never closed seem to be headings of the page; objectives of a
    ``module.md`` whose settings cannot be read seem to be defined nowhere.
    """
    open_files = {one.span.path for one in findings if one.rule is UNCLOSED_BLOCK}
    module_unread = any(
        one.rule in _UNREADABLE and one.span.path.endswith("module.md") for one in findings
    )
    return [
        one
        for one in findings
        if not (one.rule is HEADING_JUMP and one.span.path in open_files)
        and not (one.rule in {UNKNOWN_OBJECTIVE, MISSPELLED_OBJECTIVE} and module_unread)
    ]
