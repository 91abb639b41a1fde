"""Pictures that are cut off, empty or something else are found; whole ones are left alone."""

import io
import struct
import zlib
from pathlib import Path

import pytest

from coursebuilder.pipeline import load_course
from coursebuilder.source.whole_picture import GIF, JPEG, KINDS, PNG, SVG, WEBP, is_whole
from tests.authoring.courses import starter


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
WHOLE = {
    PNG: b"\x89PNG\r\n\x1a\n" + HEADER + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""),
    JPEG: b"\xff\xd8\xff\xe0\x00\x04ab" + bytes(100) + b"\xff\xd9",
    GIF: b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
    WEBP: b"RIFF" + struct.pack("<I", 20) + b"WEBPVP8L" + bytes(12),
    SVG: b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
}  # fmt: skip


def test_every_kind_has_an_example() -> None:
    assert set(WHOLE) == set(KINDS.values())


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_picture_is_whole_and_each_shorter_one_is_not(kind: str) -> None:
    whole = WHOLE[kind]
    assert is_whole(io.BytesIO(whole), kind)
    for length in range(len(whole)):
        assert not is_whole(io.BytesIO(whole[:length]), kind), length


@pytest.mark.parametrize("kind", WHOLE)
def test_a_web_page_under_the_name_of_a_picture_is_found(kind: str) -> None:
    assert not is_whole(io.BytesIO(b"<!DOCTYPE html><p>404<br>"), kind)


def test_cameras_may_add_to_a_picture_and_names_may_be_wrong() -> None:
    assert is_whole(io.BytesIO(WHOLE[JPEG] + b"more of the camera"), JPEG)
    assert is_whole(io.BytesIO(WHOLE[PNG]), JPEG)


def test_the_finding_names_the_file_and_in_a_drawing_the_line(tmp_path: Path) -> None:
    root = starter(tmp_path)
    (root / "01-start" / "images" / "opbouw.svg").write_text("<svg>\n<g>\n</svg>", encoding="utf-8")
    (root / "01-start" / "images" / "half.png").write_bytes(WHOLE[PNG][:40])
    page = root / "01-start" / "01-welkom.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n![Half](images/half.png)\n", "utf-8")
    found = [f for f in load_course(root).diagnostics if f.rule.code == "CB139"]
    assert [(f.span.path, f.span.line, dict(f.values)["kind"]) for f in found] == [
        ("01-start/images/half.png", 1, "PNG"),
        ("01-start/images/opbouw.svg", 3, "SVG"),
    ]
