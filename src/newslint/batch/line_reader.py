"""The lines of a file or of a part of it, decompressed as they are read; damage to the compression is an item."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

CHUNK_BYTES = 64 * 1024  # read at once; compressed ones can become some hundred times as many
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


class CorruptInputError(Exception):
    """A compressed file is damaged or ends too early."""


def decompressor_factory(path: str) -> Callable[[], Any] | None:
    """Return what makes decompressors for a file, by its suffix; None where it is not compressed."""
    if path.lower().endswith(".gz"):
        import zlib

        return lambda: zlib.decompressobj(31)
    if path.lower().endswith((".zst", ".zstd")):
        import zstandard

        return lambda: zstandard.ZstdDecompressor(max_window_size=2**31).decompressobj()
    return None


def decompress(blocks: Iterable[bytes], new_decompressor: Callable[[], Any]) -> Iterator[bytes]:
    """Yield the content of all members or frames. Raises CorruptInputError after all that could be read."""
    current, empty = None, True
    for chunk in blocks:
        while chunk:
            if current is None:
                chunk = chunk.lstrip(b"\0")  # padding between members
                if not chunk:
                    break
                current, empty = new_decompressor(), False
            before = current.copy() if hasattr(current, "copy") else None
            try:
                content = current.decompress(chunk)
            except Exception as error:  # each library has its own
                if before is not None:
                    yield _salvage(before, chunk)
                raise CorruptInputError(f"the compressed data is damaged: {error}") from error
            chunk = b""
            if current.eof:
                chunk, current = current.unused_data, None
            if content:
                yield content
    if current is not None or empty:
        raise CorruptInputError("the compressed data is incomplete")


def _salvage(decompressor: Any, chunk: bytes) -> bytes:
    """Return the content of a damaged chunk up to the damage."""
    found = bytearray()
    with suppress(Exception):
        for at in range(len(chunk)):
            found += decompressor.decompress(chunk[at : at + 1])
    return bytes(found)


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
