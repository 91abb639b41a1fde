"""The table of targets."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from coursebuilder.targets.base import DEFAULT_TIMESTAMP, BuildContext, Target

NAMES = ("scorm12", "moodle", "scorm2004", "site")
"""Each is a package of that name here, with the target as ``TARGET``."""


class _Targets(Mapping[str, Target]):
    """The targets, each imported when it is asked for: who builds one need not wait for the others."""

    def __getitem__(self, name: str) -> Target:
        if name not in NAMES:
            raise KeyError(name)
        target: Target = import_module(f"{__name__}.{name}").TARGET
        return target

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


TARGETS = _Targets()
"""Name on the command line -> target."""

__all__ = ["DEFAULT_TIMESTAMP", "TARGETS", "BuildContext", "Target"]
