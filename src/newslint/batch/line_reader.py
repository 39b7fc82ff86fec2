"""The lines of a file or of a part of it; damage to its compression is an item."""

from collections.abc import Iterable, Iterator
from typing import Any

from newslint.batch.decompression import CHUNK_BYTES, CorruptInputError
from newslint.named_tuple import NamedTuple

MAX_LINE_BYTES = 32 * 1024 * 1024  # a longer line is not an article, and would not fit into a worker's memory
SAMPLE_BYTES = 1024  # of an invalid record that go into quarantine


class Line(NamedTuple):
    """A line without its end."""

    number: int  # in its file, from 1
    offset: int  # in bytes, in the decompressed content
    content: bytes
    size: int  # in bytes; more than the content where the line was too long to be kept


class Truncation(NamedTuple):
    """The place from which on a file cannot be read."""

    number: int  # of the line that is incomplete
    offset: int  # of this line
    partial_line: bytes
    reason: str


def blocks(stream: Any, size: int | None = None) -> Iterator[bytes]:
    """Yield the bytes of an open file from its position on, up to `size` bytes or all."""
    left = size
    while left is None or left > 0:
        chunk = stream.read(CHUNK_BYTES if left is None else min(CHUNK_BYTES, left))
        if not chunk:
            return
        if left is not None:
            left -= len(chunk)
        yield chunk


def lines(content: Iterable[bytes], offset: int = 0, before: int = 0) -> Iterator[Line | Truncation]:
    """Yield every line that is not blank; where the content is damaged, a Truncation last.

    `offset` is that of the first line, and `before` is how many lines are before it.
    """
    number = before + 1
    start, size = bytearray(), 0  # of the line that has not ended: its first bytes, and how many it has so far
    try:
        for block in content:
            *ended, rest = block.split(b"\n")
            for part in ended:
                if size or (part and not part.isspace()):  # a file may hold blank lines by the hundred million
                    whole = bytes(start) + part if start else part
                    size += len(part)
                    yield Line(number, offset, whole if size <= MAX_LINE_BYTES else whole[:SAMPLE_BYTES], size)
                    offset += size - len(part)
                    start, size = bytearray(), 0
                number += 1
                offset += len(part) + 1
            size += len(rest)
            start += rest
            if size > MAX_LINE_BYTES:
                del start[SAMPLE_BYTES:]
    except CorruptInputError as error:
        yield Truncation(number, offset, bytes(start[:SAMPLE_BYTES]), str(error))
        return
    if size:
        yield Line(number, offset, bytes(start), size)
