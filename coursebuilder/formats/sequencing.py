"""IMS Simple Sequencing 1.0 as SCORM 2004 uses it: which activity may start, and what counts when.

Clauses are those of SCORM 2004 4th edition, Sequencing and Navigation (SN) and Content Aggregation
Model (CAM), section 5.1; the elements used here are the same in the 3rd edition.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from coursebuilder.formats.xml import IMSSS, Element, maker

_E = maker(IMSSS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A local objective of an activity and the global one it stands for."""

    identifier: str
    """As ``cmi.objectives.n.id`` names it."""
    target: str
    """The global objective, a URI."""
    writes: bool
    """Whether the activity decides about the global objective, or only looks at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """The sequencing of one SCO."""

    primary: Objective
    """Its satisfaction and measure are those of the SCO."""
    objectives: tuple[Objective, ...] = ()
    needs: tuple[str, ...] = ()
    """Identifiers of objectives that must be satisfied before it may start."""
    weight: Decimal = Decimal(1)
    """0…1: how much its measure counts in that of the course."""


def activity(content: Activity) -> Element:
    """``<imsss:sequencing>`` of a SCO that reports its own completion and satisfaction (CAM 5.1.1)."""
    return _E.sequencing(
        *_rules(content.needs),
        _E.rollupRules(objectiveMeasureWeight=f"{content.weight.normalize():f}"),
        _objectives(content),
        # Both false, the default, would let a platform count a SCO that reports nothing as done.
        _E.deliveryControls(completionSetByContent="true", objectiveSetByContent="true"),
    )


def course() -> Element:
    """``<imsss:sequencing>`` of the organization: a free choice, forward and back, and the rollup."""
    return _E.sequencing(
        _E.controlMode(choice="true", choiceExit="true", flow="true"),
        _E.rollupRules(*_rollup()),
    )


def _rules(needs: tuple[str, ...]) -> Iterator[Element]:
    """The activity is disabled while one of the objectives is not known to be satisfied (SN 4.2).

    A condition about a status that is not known is itself unknown, not true: without the second
    condition an activity whose prerequisite was never opened would be open.
    """
    if not needs:
        return
    conditions = [
        _E.ruleCondition(referencedObjective=id, operator="not", condition=condition)
        for id in needs
        for condition in ("satisfied", "objectiveStatusKnown")
    ]
    yield _E.sequencingRules(
        _E.preConditionRule(
            _E.ruleConditions(*conditions, conditionCombination="any"),
            _E.ruleAction(action="disabled"),
        )
    )


def _objectives(content: Activity) -> Element:
    """``<imsss:objectives>``: the primary one first (CAM 5.1.7)."""
    primary = content.primary
    return _E.objectives(
        _E.primaryObjective(_map(primary), objectiveID=primary.identifier),
        *(
            _E.objective(_map(objective), objectiveID=objective.identifier)
            for objective in content.objectives
        ),
    )


def _map(objective: Objective) -> Element:
    """``<imsss:mapInfo>`` (CAM 5.1.7.2)."""
    reads = {"readSatisfiedStatus": "true", "readNormalizedMeasure": "true"}
    writes = {"writeSatisfiedStatus": "true", "writeNormalizedMeasure": "true"}
    return _E.mapInfo(
        reads | (writes if objective.writes else {}), targetObjectiveID=objective.target
    )


def _rollup() -> Iterator[Element]:
    """Satisfied or completed when all are; not so as soon as one is known not to be (SN 4.6)."""
    yield _rollup_rule("any", "notSatisfied", ("objectiveStatusKnown", ""), ("satisfied", "not"))
    yield _rollup_rule("all", "satisfied", ("satisfied", ""))
    yield _rollup_rule("any", "incomplete", ("activityProgressKnown", ""), ("completed", "not"))
    yield _rollup_rule("all", "completed", ("completed", ""))


def _rollup_rule(children: str, action: str, *conditions: tuple[str, str]) -> Element:
    """``<imsss:rollupRule>`` (CAM 5.1.6.1)."""
    return _E.rollupRule(
        _E.rollupConditions(
            *(
                _E.rollupCondition({"operator": operator} if operator else {}, condition=condition)
                for condition, operator in conditions
            ),
            conditionCombination="all",
        ),
        _E.rollupAction(action=action),
        childActivitySet=children,
    )
