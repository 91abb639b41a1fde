"""The table of all rules; each file of this package holds those of one first digit."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from coursebuilder.diagnostics.rule import Rule

_PARTS = (
    "source",  # CB10x, CB11x, CB138-CB149: files, names and ids
    "yaml",  # CB12x-CB136, CB178, CB179: front matter and YAML
    "pasted",  # CB181-CB183
    "notation",  # CB15x-CB17x
    "platform",  # CB189-CB199: assignments, forums, glossaries, forms and polls
    "render",  # CB160, CB180
    "schema",  # CB20x, CB21x
    "downloads",  # CB22x: spreadsheets and documents made from a text file
    "references",  # CB3xx
    "questions",  # CB40x-CB43x: the notation
    "situations",  # CB436-CB449
    "calculated",  # between them: calculated questions
    "quiz_parts",  # the rest of CB4xx: parts and pages of a quiz, draws by tag, what learners see
    "answers",  # CB45x-CB47x: what a question asks
    "quizzes",  # CB48x-CB49x: quizzes and self-scans
    "accessibility",  # CB5xx
    "course",  # CB6xx
    "markdown",  # CB632-CB639, CB643: what Markdown shows otherwise than meant
    "scorm",  # CB90x, CB910
    "scorm2004",  # CB911-CB919
    "moodle",  # CB92x
    "site",  # CB94x
    "moodle_package",  # CB96x: SCORM packages within a Moodle course
    "platform_targets",  # CB95x: native activities where a target has none
)


@cache
def all_rules() -> Mapping[str, Rule]:
    """Code -> rule, sorted by code. Raises ValueError when a code or name stands twice."""
    found: dict[str, Rule] = {}
    for part in _PARTS:
        module = import_module(f"{__name__}.{part}")
        for value in vars(module).values():
            if isinstance(value, Rule):
                if value.code in found:
                    raise ValueError(f"rule code {value.code} stands twice")
                found[value.code] = value
    names = Counter(rule.name for rule in found.values())
    for name, count in names.items():
        if count > 1:
            raise ValueError(f"rule name {name} stands twice")
    return MappingProxyType(dict(sorted(found.items())))
