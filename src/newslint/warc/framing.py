"""Divides the content of an archive into records, each complete or reported as corrupt.

FastWARC reads what is in a record. This module finds where records begin and end, and compares that with the lengths in
their headers, because FastWARC accepts an archive that is cut off, and gives a record with too great a length the bytes
of the next one.
"""

import re
from collections.abc import Iterator

from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.named_tuple import NamedTuple

MAX_RECORD_BYTES = 8 * 1024 * 1024  # a longer page is not an article, and parsing takes ten times as much memory
MAX_HEADER_BYTES = 64 * 1024
CONTENT_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)

LINE_ENDS = re.compile(rb"[\r\n]+")


class FramedRecord(NamedTuple):
    """A record, or the beginning of one that is too long."""

    offset: int  # in the content
    content: bytes
    size: int


class CorruptRecord(NamedTuple):
    """A place where a record should be."""

    offset: int
    start: bytes  # its first bytes
    reason: str
    detail: str


class Content:
    """Bytes that come in pieces, buffered from the end of the last record on."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.buffer = bytearray()
        self.offset = 0  # of the buffer
        self.record_start = b""  # the first bytes of the record that is being read

    def fill(self, size: int) -> bool:
        """Read until the buffer has this many bytes; return False where the content ends before."""
        while len(self.buffer) < size:
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self.buffer += piece
        return True

    def skip(self, size: int) -> bool:
        """Skip this many bytes; return False where the content ends before."""
        while size > len(self.buffer):
            size -= len(self.buffer)
            self.offset += len(self.buffer)
            self.buffer.clear()
            if not self.fill(1):
                return False
        del self.buffer[:size]
        self.offset += size
        return True

    def skip_line_ends(self) -> bool:
        """Skip line ends (two close each record, some have fewer, some more); return whether anything follows."""
        while self.fill(1):
            found = LINE_ENDS.match(self.buffer)
            if not found:
                return True
            self.skip(found.end())
        return False

    def find(self, mark: bytes, size: int) -> int:
        """Return where a mark is within the next bytes, or -1."""
        while (index := self.buffer.find(mark, 0, size)) < 0 and len(self.buffer) < size:
            if not self.fill(len(self.buffer) + 1):
                return -1
        return index

    def skip_to(self, mark: bytes) -> bool:
        """Skip to a mark, however far away; return False where there is none."""
        while (index := self.buffer.find(mark)) < 0:
            self.skip(max(0, len(self.buffer) - len(mark)))
            if not self.fill(len(self.buffer) + 1):
                return False
        return self.skip(index)


def split_records(content: Content) -> Iterator[FramedRecord | CorruptRecord]:
    """Yield every record in order. Raises CorruptInputError where the content cannot be decompressed further.

    `content.record_start` then holds the first bytes of the record that is incomplete.
    """
    while content.skip_line_ends():
        content.record_start = b""
        offset = content.offset
        is_record = content.fill(5) and content.buffer[:5] == b"WARC/"
        header_end = content.find(b"\r\n\r\n", MAX_HEADER_BYTES) if is_record else -1
        length = CONTENT_LENGTH.search(content.buffer, 0, header_end + 1) if header_end > 0 else None
        if length is None:
            start = bytes(content.buffer[:SAMPLE_BYTES])
            yield CorruptRecord(offset, start, "not-warc", "the header of a WARC record with a length is missing here")
        else:
            size = header_end + 4 + int(length[1])
            kept_size = min(size, MAX_RECORD_BYTES)
            content.fill(kept_size)
            kept = bytes(content.buffer[:kept_size])
            content.record_start = kept[:SAMPLE_BYTES]
            content.skip(size - kept_size)
            is_complete = content.fill(kept_size)
            if is_complete and (not content.fill(kept_size + 1) or content.buffer[kept_size] in b"\r\nW"):
                content.skip(kept_size)
                content.skip_line_ends()  # reading past the end also verifies the checksum of the compressed data
                yield FramedRecord(offset, kept, size)
                continue
            reason, detail = "wrong-length", f"the record does not end after the {size:,} bytes that its header says"
            if not is_complete:
                reason, detail = "cut-off-record", f"the archive ends before the {size:,} bytes that its header says"
            yield CorruptRecord(offset, content.record_start, reason, detail)
        # A page may contain a WARC record, but hardly one that follows two line ends of this kind.
        if not content.skip_to(b"\r\n\r\nWARC/1."):
            return
