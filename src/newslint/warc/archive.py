"""The records of an archive that begin in a range of its bytes.

In a compressed archive each record is a separate gzip member or Zstandard frame, so that a unit can find the
first one of its range without reading what is before it. An archive that is one member is read by its first unit.
"""

from collections.abc import Iterator
from typing import Any

from newslint.batch.decompression import (
    CHUNK_BYTES,
    Allowance,
    CorruptInputError,
    Decompressor,
    NewDecompressor,
    decompressor_factory,
)
from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.named_tuple import NamedTuple
from newslint.warc.framing import Content, CorruptRecord, split_records
from newslint.warc.types import WorkUnit

GZIP, ZSTANDARD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"  # the first bytes of a member, of a frame
RECORD_START = b"WARC/"
PROBE_BYTES = 256  # of a member, read at once to see whether it holds a record
# Enough to see it: behind a header with a name, or after one block of Zstandard. Bytes that look like the first ones of
# a member may stand everywhere in a damaged archive.
MAX_PROBE_BYTES = {GZIP: 1024, ZSTANDARD: 129 * 1024}


class RawRecord(NamedTuple):
    """A record as it is in the file, or the beginning of one that is too long."""

    offset: int  # of its gzip member; in an uncompressed file, of the record
    content: bytes
    size: int


class CorruptRange(NamedTuple):
    """A range of an archive that cannot be read."""

    offset: int
    start: bytes  # its first bytes
    reason: str
    detail: str


class Archive:
    """Iterates over the records of a unit.

    Afterwards `first_record_offset` is where the first of them begins, `next_record_offset` where the next unit's does.
    """

    def __init__(self, stream: Any, unit: WorkUnit) -> None:
        self._source, self._unit, self._allowance = _Source(stream), unit, Allowance()
        self.first_record_offset: int | None = None
        self.next_record_offset: int | None = None

    def __iter__(self) -> Iterator[RawRecord | CorruptRange]:
        new_decompressor = decompressor_factory(self._unit.location)
        if self._unit.size == 0:
            yield CorruptRange(0, b"", "empty-file", "the file is empty; download it again")
        elif new_decompressor is not None:
            yield from self._members(new_decompressor)
        else:
            self.first_record_offset, self.next_record_offset = 0, self._unit.size
            yield from _records(Content(iter(self._source.chunk, b"")), None)

    def _members(self, new_decompressor: NewDecompressor) -> Iterator[RawRecord | CorruptRange]:
        unit = self._unit
        offset = unit.start if unit.starts_at_record else self._find_member(new_decompressor, unit.start, unit.end)
        if offset is None or offset >= unit.end:
            return
        self.first_record_offset = offset
        while offset is not None and offset < unit.end:
            self._source.seek(offset)
            content = Content(self._decompressed(new_decompressor))
            try:
                yield from _records(content, offset)
                offset = self._source.skip_padding()
            except CorruptInputError as error:
                detail = f"{error}; records after it are read from the next one on, download the file again"
                start = content.record_start or bytes(content.buffer[:SAMPLE_BYTES])
                yield CorruptRange(offset, start, "broken-compression", detail)
                offset = self._find_member(new_decompressor, offset + 1, unit.size)
        self.next_record_offset = unit.size if offset is None else offset

    def _decompressed(self, new_decompressor: NewDecompressor) -> Iterator[bytes]:
        """Yield the content of the member that begins here. Raises CorruptInputError."""
        decompressor = new_decompressor(self._allowance)
        while not decompressor.eof:
            chunk = self._source.chunk()
            if not chunk:
                raise CorruptInputError("the compressed data is incomplete")
            for piece in decompressor.pieces(chunk):
                self._push_back_unused(decompressor)
                yield piece
            self._push_back_unused(decompressor)

    def _push_back_unused(self, decompressor: Decompressor) -> None:
        self._source.push_back(decompressor.unused_data)
        decompressor.unused_data = b""

    def _find_member(self, new_decompressor: NewDecompressor, start: int, end: int) -> int | None:
        """Return the offset of the first member in this range that holds a record."""
        magic = GZIP if self._unit.location.lower().endswith(".gz") else ZSTANDARD
        most = MAX_PROBE_BYTES[magic]
        self._source.seek(start)
        window, offset, at = b"", start, 0  # the offset of the window, and where the search in it goes on
        while offset + at < end:
            hit = window.find(magic, at)
            kept = hit if hit >= 0 else max(at, len(window) - len(magic) + 1)
            if len(window) < kept + most and (chunk := self._source.chunk()):
                window, offset, at = window[kept:] + chunk, offset + kept, 0
            elif hit < 0 or offset + hit >= end:
                return None
            elif _holds_record(new_decompressor(Allowance()), window[hit : hit + most]):
                return offset + hit
            else:
                at = hit + 1
        return None


class _Source:
    """A file in chunks, with a buffer for what was read too far."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._buffer = b""
        self._offset = 0

    def seek(self, offset: int) -> None:
        if 0 <= offset - self._offset <= len(self._buffer):
            self._buffer = self._buffer[offset - self._offset :]
        else:
            self._stream.seek(offset)
            self._buffer = b""
        self._offset = offset

    def chunk(self, size: int = CHUNK_BYTES) -> bytes:
        content = self._buffer or bytes(self._stream.read(CHUNK_BYTES))
        content, self._buffer = content[:size], content[size:]
        self._offset += len(content)
        return content

    def push_back(self, rest: bytes) -> None:
        self._buffer = rest + self._buffer
        self._offset -= len(rest)

    def skip_padding(self) -> int:
        """Go to the next byte that is not zero, or to the end, and return its offset."""
        while chunk := self.chunk():
            if rest := chunk.lstrip(b"\0"):
                self.push_back(rest)
                break
        return self._offset


def _holds_record(decompressor: Decompressor, member: bytes) -> bool:
    """Return whether the content of a member, of which these are the first bytes, begins as a record does."""
    start = b""
    try:
        # In small pieces, so that a member that is damaged further on is found, too, and reported.
        for at in range(0, len(member), PROBE_BYTES):
            start += b"".join(decompressor.pieces(member[at : at + PROBE_BYTES]))
            if len(start) >= len(RECORD_START) or decompressor.eof:
                break
    except CorruptInputError:
        return False
    return start.startswith(RECORD_START)


def _records(content: Content, member_offset: int | None) -> Iterator[RawRecord | CorruptRange]:
    """Yield the records of a content, at the offset of their member, or where they are themselves."""
    for item in split_records(content):
        offset = item.offset if member_offset is None else member_offset
        if isinstance(item, CorruptRecord):
            yield CorruptRange(offset, item.start, item.reason, item.detail)
        else:
            yield RawRecord(offset, item.content, item.size)
