"""The records in the content of an archive, each whole or said to be broken.

FastWARC reads what stands in a record. Where records begin and end is held against their lengths here, because it
takes an archive that breaks off for one that ends, and gives a record that claims too many bytes those of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.batch.line_reader import SAMPLE_BYTES

LONGEST = 8 * 1024 * 1024  # bytes: a longer page is no article, and a parsed one takes ten times as much memory
HEADER = 64 * 1024  # bytes that the header of a record may have
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class Framed(NamedTuple):
    """A record, or the beginning of one that is too long."""

    at: int  # in the content
    content: bytes
    size: int


class CorruptRecord(NamedTuple):
    """Here a record should be."""

    at: int
    begun: bytes
    reason: str
    detail: str


class Content:
    """Bytes that come in pieces, looked at from where the last record ended."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.held = bytearray()
        self.at = 0
        self.begun = b""  # the first bytes of the record that was passed last

    def fill(self, size: int) -> bool:
        """Have so many bytes at hand, if there are."""
        while len(self.held) < size:
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self.held += piece
        return True

    def drop(self, size: int) -> bool:
        """Go on behind so many bytes; whether there were so many."""
        while size > len(self.held):
            size -= len(self.held)
            self.at += len(self.held)
            self.held.clear()
            if not self.fill(1):
                return False
        del self.held[:size]
        self.at += size
        return True

    def skip_line_ends(self) -> bool:
        """Go on behind line ends (two close each record, some have fewer, some more); whether anything follows."""
        while self.fill(1):
            if self.held[0] not in b"\r\n":
                return True
            self.drop(1)
        return False

    def find(self, mark: bytes, most: int) -> int:
        """Where this stands within so many bytes, or -1."""
        while (found := self.held.find(mark, 0, most)) < 0 and len(self.held) < most:
            if not self.fill(len(self.held) + 1):
                return -1
        return found

    def seek(self, mark: bytes) -> bool:
        """Go on where this stands, however far away; whether it does anywhere."""
        while (found := self.held.find(mark)) < 0:
            self.drop(max(0, len(self.held) - len(mark)))
            if not self.fill(len(self.held) + 1):
                return False
        return self.drop(found)


def split_records(content: Content) -> Iterator[Framed | CorruptRecord]:
    """Every record in it, in order. Raises BrokenError where it cannot be had; `begun` is then of the record there."""
    while content.skip_line_ends():
        content.begun = b""
        at = content.at
        found = content.find(b"\r\n\r\n", HEADER) if content.fill(5) and content.held[:5] == b"WARC/" else -1
        length = LENGTH.search(content.held, 0, found + 1) if found > 0 else None
        if length is None:
            yield CorruptRecord(
                at, bytes(content.held[:SAMPLE_BYTES]), "not-warc", "no header of a WARC record with a length is here"
            )
        else:
            size = found + 4 + int(length[1])
            left = min(size, LONGEST)
            content.fill(left)
            kept = bytes(content.held[:left])
            content.begun = kept[:SAMPLE_BYTES]
            content.drop(size - left)
            whole = content.fill(left)
            if whole and (not content.fill(left + 1) or content.held[left] in b"\r\nW"):
                content.drop(left)
                content.skip_line_ends()  # reading past the end also verifies the checksum of the compressed data
                yield Framed(at, kept, size)
                continue
            reason, detail = "wrong-length", f"the record does not end after the {size:,} bytes that its header says"
            if not whole:
                reason, detail = "cut-off-record", f"the record has {size:,} bytes by its header, which are not there"
            yield CorruptRecord(at, content.begun, reason, detail)
        # A record may stand in another's page, but hardly behind two of these line ends.
        if not content.seek(b"\r\n\r\nWARC/1."):
            return
