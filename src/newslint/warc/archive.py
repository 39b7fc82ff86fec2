"""The records of an archive that begin in a range of it.

In a compressed archive each record is a gzip member (or a Zstandard frame) of its own, so that a unit finds by itself
where the first one of its range begins. An archive that is not made so is read whole by the first of its units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from newslint.batch.line_reader import CHUNK, SAMPLE_BYTES, CorruptInputError, decompressor_factory
from newslint.warc.framing import Content, CorruptRecord, split_records
from newslint.warc.types import Unit

GZIP, ZSTANDARD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"  # what their members and frames begin with
FEW = 256  # bytes: enough to see what a member holds


class RawRecord(NamedTuple):
    """A record as it stands in the file, or the beginning of one that is too long."""

    offset: int  # where its gzip member begins; in an uncompressed file, where it does
    content: bytes
    size: int


class CorruptRange(NamedTuple):
    """What cannot be read."""

    offset: int
    begun: bytes
    reason: str
    detail: str


class Archive:
    """Iterates over the records. Then `first` and `following` say where they begin, and where the next unit's do."""

    def __init__(self, stream: Any, unit: Unit) -> None:
        self._source, self._unit = _Source(stream), unit
        self.first: int | None = None
        self.next_record_offset: int | None = None

    def __iter__(self) -> Iterator[RawRecord | CorruptRange]:
        new = decompressor_factory(self._unit.location)
        if self._unit.size == 0:
            yield CorruptRange(0, b"", "empty-file", "there is nothing in it; get the file again")
        elif new is not None:
            yield from self._members(new)
        else:
            self.first, self.next_record_offset = 0, self._unit.size
            yield from _placed(Content(iter(self._source.chunk, b"")), None)

    def _members(self, new: Callable[[], Any]) -> Iterator[RawRecord | CorruptRange]:
        unit = self._unit
        at = unit.start if unit.starts_at_record else self._found(new, unit.start, unit.end)
        if at is None or at >= unit.end:
            return
        self.first = at
        while at is not None and at < unit.end:
            self._source.go_to(at)
            content = Content(self._inflated(new))
            try:
                yield from _placed(content, at)
                at = self._source.skip_padding()
            except CorruptInputError as error:
                detail = f"{error}; what is behind it is read from the next record on, get the file again"
                yield CorruptRange(
                    at, content.begun or bytes(content.held[:SAMPLE_BYTES]), "broken-compression", detail
                )
                at = self._found(new, at + 1, unit.size)
        self.next_record_offset = unit.size if at is None else at

    def _inflated(self, new: Callable[[], Any]) -> Iterator[bytes]:
        """The content of the member that begins here."""
        current = new()
        while not current.eof:
            chunk = self._source.chunk()
            if not chunk:
                raise CorruptInputError("it ends before its compression does")
            try:
                content = current.decompress(chunk)
            except Exception as error:  # each library has its own
                raise CorruptInputError(f"its compression is damaged: {error}") from error
            if current.eof:
                self._source.push_back(current.unused_data)
            if content:
                yield content

    def _found(self, new: Callable[[], Any], start: int, end: int) -> int | None:
        """Where the first member that holds a record begins in this range."""
        magic = GZIP if self._unit.location.lower().endswith(".gz") else ZSTANDARD
        self._source.go_to(start)
        window, base = b"", start
        while base < end:
            hit = window.find(magic)
            if hit < 0:
                chunk = self._source.chunk()
                if not chunk:
                    return None
                kept = window[1 - len(magic) :]
                window, base = kept + chunk, base + len(window) - len(kept)
            elif base + hit >= end:
                return None
            elif self._begins(new, base + hit):
                return base + hit
            else:
                window, base = b"", base + hit + 1
                self._source.go_to(base)
        return None

    def _begins(self, new: Callable[[], Any], at: int) -> bool:
        self._source.go_to(at)
        current, begun = new(), b""
        try:
            # By few bytes, so that one that is damaged further on is found too, and said to be.
            while len(begun) < 5 and not current.eof and (chunk := self._source.chunk(FEW)):
                begun += current.decompress(chunk)
        except Exception:  # each library has its own
            return False
        return begun[:5] == b"WARC/"


class _Source:
    """A file that gives back what was read too far."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._held = b""
        self._at = 0

    def go_to(self, at: int) -> None:
        if 0 <= at - self._at <= len(self._held):
            self._held = self._held[at - self._at :]
        else:
            self._stream.seek(at)
            self._held = b""
        self._at = at

    def chunk(self, most: int = CHUNK) -> bytes:
        given = self._held or bytes(self._stream.read(CHUNK))
        given, self._held = given[:most], given[most:]
        self._at += len(given)
        return given

    def push_back(self, rest: bytes) -> None:
        self._held = rest + self._held
        self._at -= len(rest)

    def skip_padding(self) -> int:
        """Where something else than zeros stands, or the end."""
        while chunk := self.chunk():
            if rest := chunk.lstrip(b"\0"):
                self.push_back(rest)
                break
        return self._at


def _placed(content: Content, offset: int | None) -> Iterator[RawRecord | CorruptRange]:
    for item in split_records(content):
        at = item.at if offset is None else offset
        if isinstance(item, CorruptRecord):
            yield CorruptRange(at, item.begun, item.reason, item.detail)
        else:
            yield RawRecord(at, item.content, item.size)
