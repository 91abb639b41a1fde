"""The service worker with the list of what it keeps."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from coursebuilder.model import Asset
from coursebuilder.package import Entry, FileContent
from coursebuilder.webcourse.addresses import relative
from coursebuilder.webcourse.html import json_text
from coursebuilder.webcourse.player_files import site_file

WORKER = "service-worker.js"
_STREAMED = ("audio/", "video/")
_HASH_LENGTH = 16


def is_kept(asset: Asset) -> bool:
    """Whether a file is kept for reading offline: sound and video are too large to fetch unasked."""
    return not asset.media_type.startswith(_STREAMED)


def service_worker(entries: Iterable[Entry], assets: Mapping[str, Asset]) -> Entry:
    """``service-worker.js``: the list of files with their hashes, then the player's own text.

    ``assets`` are the course's files by package path; their content was hashed when it was read.
    """
    kept = json_text(sorted(_kept(entries, assets)))
    return Entry(WORKER, f"const PRECACHE = {kept};\n".encode() + site_file(WORKER))


def _kept(entries: Iterable[Entry], assets: Mapping[str, Asset]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        asset = assets.get(entry.path)
        if asset is not None:
            if is_kept(asset):
                yield relative(entry.path, ""), asset.sha1[:_HASH_LENGTH]
        elif not isinstance(entry.content, FileContent):
            digest = hashlib.sha256(entry.content).hexdigest()
            yield relative(entry.path, ""), digest[:_HASH_LENGTH]
