"""Telling what a package is, and what is in it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from coursebuilder.inspection.manifest import inspect_manifest
from coursebuilder.inspection.members import (
    Members,
    UnreadablePackageError,
    each_member,
    read_inner,
    read_members,
)
from coursebuilder.inspection.moodle import inspect_moodle, scorm_packages
from coursebuilder.inspection.result import Inspection, Remark, Value, remark, said

READ = (".xml", ".html", ".json", ".webmanifest")
"""Endings of the members that are read."""
_UNSAFE = re.compile(r"(^|/)\.\.(/|$)|^/|^[A-Za-z]:|\\")
_EXTERNAL = re.compile(
    rb"""<(?:script|link|img|iframe|video|audio|source)\b[^>]*?\b(?:src|href)\s*=\s*["']https?://([^/"']+)"""
)


Inner = Callable[[Collection[str]], Iterable[tuple[str, bytes]]]
"""Name and content of members, for the packages that stand in a backup; it may leave out large ones."""


def inspect_package(path: Path) -> Inspection:
    """What is in the package at ``path``. Raises UnreadablePackageError when nothing can be said."""
    members = read_members(path, READ)
    return inspect_members(members, path.stat().st_size, partial(each_member, path))


def inspect_members(members: Members, size: int, inner: Inner) -> Inspection:
    """The same of an archive of ``size`` bytes that was read."""
    if "moodle_backup.xml" in members.contents:
        return _measured(inspect_moodle(members, _packages(members, inner)), members, size)
    return _measured(inspect_manifest(members), members, size)


def _measured(found: Inspection, members: Members, size: int) -> Inspection:
    """With what can be said of any archive."""
    unpacked = sum(members.sizes.values())
    return replace(
        found,
        size=size,
        unpacked=unpacked,
        members=len(members.sizes),
        remarks=(*_archive_remarks(members, size, unpacked), *found.remarks),
    )


def _packages(members: Members, inner: Inner) -> dict[str, Inspection]:
    """Folder of a SCORM activity -> what is in its package."""
    places = scorm_packages(members)
    found = {
        place: _unknown(members.sizes[place], ("not looked into", (said("too large"),)))
        for place in places.values()
        if place in members.sizes
    }
    if found:
        for place, content in inner(found):
            found[place] = _inner(content)
    return {folder: found[place] for folder, place in places.items() if place in found}


def _inner(content: bytes) -> Inspection:
    try:
        members = read_inner(content, ("imsmanifest.xml",))
        return _measured(inspect_manifest(members), members, len(content))
    except UnreadablePackageError as error:
        found = remark("its package cannot be looked into: {reason}", reason=error.reason)
        return replace(_unknown(len(content)), remarks=(found,))


def _unknown(size: int, *facts: tuple[str, tuple[Value, ...]]) -> Inspection:
    return Inspection("archive", "", size, 0, 0, facts)


def _archive_remarks(members: Members, size: int, unpacked: int) -> Iterator[Remark]:
    """What is odd about the archive itself, whatever it holds."""
    if members.encrypted:
        yield remark("some members are encrypted: no platform can import them")
    for name in members.sizes:
        if _UNSAFE.search(name):
            yield remark("the member {name} would be written outside its folder", name=name)
    if unpacked > 100 << 20 and unpacked > 200 * size:
        yield remark("it unpacks to {times} times its size", times=unpacked // max(size, 1))
    folded: dict[str, str] = {}
    for name in members.sizes:
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            yield remark("{name} and {other} differ in capitals only", name=name, other=other)
    hosts = {
        host.decode("ascii", "replace")
        for content in members.contents.values()
        for host in _EXTERNAL.findall(content)
    }
    for host in sorted(hosts)[:5]:
        yield remark("pages load files from {host}: without network they stay away", host=host)
