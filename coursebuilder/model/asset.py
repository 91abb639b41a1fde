"""Files of a course that are shown or offered as they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A picture, download, video, sound or caption file."""

    path: str
    """Path from the course folder, ``/``-separated, Unicode NFC."""
    size: int
    """Bytes."""
    sha1: str
    """Hex digest of the content (Moodle names files by it)."""
    media_type: str
    """``image/png``, ``text/vtt``…"""

    @property
    def name(self) -> str:
        """The file name without its folder."""
        return self.path.rpartition("/")[2]
