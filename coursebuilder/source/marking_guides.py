"""``::: guide``: a table with a criterion in each row, its highest points, and what goes with it."""

import re
from collections.abc import Sequence

from coursebuilder.diagnostics.rules.platform import MALFORMED_GUIDE, RUBRIC_AND_GUIDE
from coursebuilder.model import GuideCriterion, MarkingGuide
from coursebuilder.source.attributes import decimal
from coursebuilder.source.containers import Container, no_title
from coursebuilder.source.lines import Findings, Line
from coursebuilder.source.rubrics import cut_container
from coursebuilder.source.tables import RULE, cells

_OPENING = re.compile(r":::+[ \t]*guide(?![^\s{}])")
_COLUMNS = 4


def cut_guide(
    lines: Sequence[Line], findings: Findings, *, rubric: bool
) -> tuple[list[Line], MarkingGuide | None]:
    """The lines with those of the first marking guide left empty, and the guide; ``rubric``: there is one."""
    rest, container = cut_container(lines, _OPENING, findings)
    guide = _guide(container, findings) if container is not None else None
    if container is not None and rubric:
        findings.add(RUBRIC_AND_GUIDE, container.opening)
        return rest, None
    return rest, guide


def _guide(container: Container, findings: Findings) -> MarkingGuide | None:
    container.attributes.only(())
    no_title(container)
    rows = [line for line in container.inner if not line.blank]
    heading = cells(rows[0].text) if rows else []
    if not 2 <= len(heading) <= _COLUMNS or len(rows) < 3 or not RULE.fullmatch(rows[1].text):
        findings.add(MALFORMED_GUIDE, rows[0] if rows else container.opening)
        return None
    criteria = [_criterion(row, len(heading), findings) for row in rows[2:]]
    return MarkingGuide(
        heading=tuple(heading), criteria=tuple(row for row in criteria if row is not None)
    )


def _criterion(row: Line, columns: int, findings: Findings) -> GuideCriterion | None:
    found = cells(row.text)
    points = decimal(found[1]) if len(found) > 1 else None
    if not found[0] or points is None or points <= 0 or len(found) > columns:
        findings.add(MALFORMED_GUIDE, row)
        return None
    learners, markers = (*found[2:], "", "")[:2]
    return GuideCriterion(text=found[0], points=points, learners=learners, markers=markers)
