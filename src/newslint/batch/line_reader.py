"""The lines of a file or of a part of it; damage to its compression is an item."""

from collections.abc import Iterable, Iterator
from typing import Any

from newslint.batch.decompression import CHUNK_BYTES, CorruptInputError
from newslint.named_tuple import NamedTuple

MAX_LINE_BYTES = 32 * 1024 * 1024  # a longer line is not an article, and would not fit into a worker's memory
SAMPLE_BYTES = 1024  # of an invalid record that go into quarantine


class Line(NamedTuple):
    """A line without its end."""

    offset: int  # in bytes, in the decompressed content
    content: bytes
    size: int  # in bytes; more than the content where the line was too long to be kept


class Truncation(NamedTuple):
    """The place from which on a file cannot be read."""

    offset: int  # of the line that is incomplete
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


def lines(content: Iterable[bytes], offset: int = 0) -> Iterator[Line | Truncation]:
    """Yield every line; where the content is damaged, a Truncation last. `offset` is that of the first line."""
    start, size = bytearray(), 0  # of the line that has not ended: its first bytes, and how many it has so far
    try:
        for block in content:
            *ended, rest = block.split(b"\n")
            for part in ended:
                size += len(part)
                whole = bytes(start) + part if start else part
                yield Line(offset, whole if size <= MAX_LINE_BYTES else whole[:SAMPLE_BYTES], size)
                offset += size + 1
                start, size = bytearray(), 0
            size += len(rest)
            start += rest
            if size > MAX_LINE_BYTES:
                del start[SAMPLE_BYTES:]
    except CorruptInputError as error:
        yield Truncation(offset, bytes(start[:SAMPLE_BYTES]), str(error))
        return
    if size:
        yield Line(offset, bytes(start), size)
