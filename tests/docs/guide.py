"""What the guide shows: its fenced blocks, each with the place it stands in and the file it is meant for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"

_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_FILE = re.compile(r"`([\w./-]+\.(?:md|yml))`")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block."""

    page: Path
    number: int
    kind: str
    text: str
    file: str
    """The last file that the paragraph before it names; empty when it names none."""

    def __str__(self) -> str:
        return f"{self.page.relative_to(GUIDE).as_posix()}-{self.number}"


def blocks(folder: Path) -> Iterator[Block]:
    """All blocks of the pages in a folder of the guide, in the order one reads them."""
    for page in sorted(folder.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        for number, match in enumerate(_BLOCK.finditer(text), 1):
            before = text[: match.start()].rstrip().split("\n\n")[-1]
            files = _FILE.findall(before)
            yield Block(page, number, match["kind"], match["text"], files[-1] if files else "")
