"""Emitting a course that was read from disk, for tests that look inside packages."""

from coursebuilder.package import Package
from coursebuilder.pipeline import Loaded, Options, build_context
from coursebuilder.targets import Target


def emit_loaded(loaded: Loaded, target: Target) -> Package:
    """The package of a target, as ``coursebuilder build`` makes it."""
    assert loaded.course is not None, loaded.diagnostics
    return target.emit(loaded.course, build_context(loaded, Options()))
