"""Zip files, byte for byte (PKWARE APPNOTE 6.3).

The standard library's ``zipfile`` cannot take a member that is compressed already, and a rebuild of a
large course is mostly that: see docs/adr/0006-archives.md.
"""

import struct
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

_STORED, _DEFLATED = 0, 8
_UTF8_NAMES = 1 << 11
_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_LIMIT = 0xFFFFFFFF
_ZIP64_SIZES = struct.Struct("<HHQQ")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")


@dataclass(frozen=True, slots=True)
class _Member:
    name: bytes
    method: int
    crc: int
    packed_size: int
    size: int
    offset: int
    zip64: bool


class ZipWriter:
    """Writes members one after the other to a seekable binary file; ``close`` adds the directory."""

    def __init__(self, file: IO[bytes], timestamp: int) -> None:
        self._file = file
        self._members: list[_Member] = []
        self._offset = file.tell()
        moment = time.gmtime(max(timestamp, 315_532_800))  # the format starts at 1980
        self._date = (moment.tm_year - 1980) << 9 | moment.tm_mon << 5 | moment.tm_mday
        self._time = moment.tm_hour << 11 | moment.tm_min << 5 | moment.tm_sec // 2

    def add(self, name: str, content: bytes, deflated: bytes | None = None) -> None:
        """Add one member; ``deflated`` is used when it is given and shorter than the content."""
        use = deflated if deflated is not None and len(deflated) < len(content) else None
        data = content if use is None else use
        member = _Member(
            name=name.encode(),
            method=_STORED if use is None else _DEFLATED,
            crc=zlib.crc32(content),
            packed_size=len(data),
            size=len(content),
            offset=self._offset,
            zip64=False,
        )
        self._append(member, data)

    def _append(self, member: _Member, data: bytes) -> None:
        header = self._local_header(member)
        self._file.write(header)
        self._file.write(data)
        self._offset += len(header) + len(data)
        self._members.append(member)

    def add_stream(self, name: str, chunks: Iterable[bytes], size: int, *, stored: bool) -> None:
        """Add one member of about ``size`` bytes without holding it in memory."""
        offset = self._offset
        method = _STORED if stored else _DEFLATED
        zip64 = size >= _LIMIT - (size >> 10)
        self._file.write(self._local_header(_Member(name.encode(), method, 0, 0, 0, offset, zip64)))
        start = self._file.tell()
        compressor = None if stored else zlib.compressobj(wbits=-zlib.MAX_WBITS)
        crc = length = 0
        for chunk in chunks:
            crc = zlib.crc32(chunk, crc)
            length += len(chunk)
            self._file.write(chunk if compressor is None else compressor.compress(chunk))
        if compressor is not None:
            self._file.write(compressor.flush())
        end = self._offset = self._file.tell()
        member = _Member(name.encode(), method, crc, end - start, length, offset, zip64)
        self._file.seek(offset)
        self._file.write(self._local_header(member))
        self._file.seek(end)
        self._members.append(member)

    def close(self) -> None:
        """Write the central directory; the file itself stays open."""
        start = self._file.tell()
        for member in self._members:
            self._file.write(self._central_header(member))
        end = self._file.tell()
        count = len(self._members)
        if count >= 0xFFFF or end >= _LIMIT:
            self._file.write(
                _END64.pack(
                    b"PK\x06\x06", 44, _UNIX << 8 | 45, 45, 0, 0, count, count, end - start, start
                )
            )
            self._file.write(_LOCATOR64.pack(b"PK\x06\x07", 0, end, 1))
        self._file.write(
            _END.pack(
                b"PK\x05\x06",
                0,
                0,
                min(count, 0xFFFF),
                min(count, 0xFFFF),
                min(end - start, _LIMIT),
                min(start, _LIMIT),
                0,
            )
        )

    def _local_header(self, member: _Member) -> bytes:
        extra = _ZIP64_SIZES.pack(1, 16, member.size, member.packed_size) if member.zip64 else b""
        return (
            _LOCAL.pack(
                b"PK\x03\x04",
                45 if member.zip64 else 20,
                _UTF8_NAMES,
                member.method,
                self._time,
                self._date,
                member.crc,
                _LIMIT if member.zip64 else member.packed_size,
                _LIMIT if member.zip64 else member.size,
                len(member.name),
                len(extra),
            )
            + member.name
            + extra
        )

    def _central_header(self, member: _Member) -> bytes:
        far = member.offset >= _LIMIT
        values: tuple[int, ...] = (member.size, member.packed_size) if member.zip64 else ()
        values += (member.offset,) if far else ()
        extra = struct.pack(f"<HH{len(values)}Q", 1, 8 * len(values), *values) if values else b""
        return (
            _CENTRAL.pack(
                b"PK\x01\x02",
                _UNIX << 8 | (45 if values else 20),
                45 if values else 20,
                _UTF8_NAMES,
                member.method,
                self._time,
                self._date,
                member.crc,
                _LIMIT if member.zip64 else member.packed_size,
                _LIMIT if member.zip64 else member.size,
                len(member.name),
                len(extra),
                0,
                0,
                0,
                _REGULAR_FILE,
                _LIMIT if far else member.offset,
            )
            + member.name
            + extra
        )
