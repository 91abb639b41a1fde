"""Telling what a package is, and what is in it."""

import re
from collections.abc import Iterator
from pathlib import Path

from coursebuilder.inspection.manifest import inspect_manifest
from coursebuilder.inspection.members import Members, read_members
from coursebuilder.inspection.moodle import inspect_moodle
from coursebuilder.inspection.result import Inspection, Remark, remark

_READ = (".xml", ".html", ".json", ".webmanifest")
_UNSAFE = re.compile(r"(^|/)\.\.(/|$)|^/|^[A-Za-z]:|\\")
_EXTERNAL = re.compile(
    rb"""<(?:script|link|img|iframe|video|audio|source)\b[^>]*?\b(?:src|href)\s*=\s*["']https?://([^/"']+)"""
)


def inspect_package(path: Path) -> Inspection:
    """What is in the package at ``path``. Raises UnreadablePackageError when nothing can be said."""
    members = read_members(path, _READ)
    size, unpacked = path.stat().st_size, sum(members.sizes.values())
    moodle = "moodle_backup.xml" in members.contents
    found = inspect_moodle(members) if moodle else inspect_manifest(members)
    remarks = (*_archive_remarks(members, size, unpacked), *found.remarks)
    return Inspection(
        kind=found.kind,
        title=found.title,
        size=size,
        unpacked=unpacked,
        members=len(members.sizes),
        facts=found.facts,
        tree=found.tree,
        remarks=remarks,
    )


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
