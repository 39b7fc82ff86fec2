"""The lines of a file or of a part of it, uncompressed as they come, with what is wrong with the compression."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

CHUNK = 64 * 1024  # bytes read at once; compressed ones can become some hundred times as many
LONGEST = 32 * 1024 * 1024  # bytes: a longer line is no article, and would not fit into a worker's memory
SAMPLE_BYTES = 1024  # bytes of what is bad that are kept


class Line(NamedTuple):
    """A line without its end."""

    offset: int
    content: bytes
    size: int  # in bytes; more than the content where the line was too long to be kept


class Truncation(NamedTuple):
    """Here the file could be read no further."""

    offset: int  # of the line that was begun
    partial_line: bytes
    why: str


class CorruptInputError(Exception):
    """A compressed file is damaged or ends too early."""


def decompressor_factory(path: str) -> Callable[[], Any] | None:
    """What makes decompressors for a file, by its suffix; None where it is not compressed."""
    if path.lower().endswith(".gz"):
        import zlib

        return lambda: zlib.decompressobj(31)
    if path.lower().endswith((".zst", ".zstd")):
        import zstandard

        return lambda: zstandard.ZstdDecompressor(max_window_size=2**31).decompressobj()
    return None


def decompress(blocks: Iterable[bytes], new: Callable[[], Any]) -> Iterator[bytes]:
    """The content of all members or frames. Raises BrokenError, behind all that could be had."""
    current, empty = None, True
    for chunk in blocks:
        while chunk:
            if current is None:
                chunk = chunk.lstrip(b"\0")  # padding between members
                if not chunk:
                    break
                current, empty = new(), False
            before = current.copy() if hasattr(current, "copy") else None
            try:
                content = current.decompress(chunk)
            except Exception as error:  # each library has its own
                if before is not None:  # what stands before the damage came with it
                    yield _salvage(before, chunk)
                raise CorruptInputError(f"its compression is damaged: {error}") from error
            chunk = b""
            if current.eof:
                chunk, current = current.unused_data, None
            if content:
                yield content
    if current is not None or empty:
        raise CorruptInputError("it ends before its compression does")


def _salvage(inflater: Any, chunk: bytes) -> bytes:
    """What can be had of a chunk that is damaged."""
    found = bytearray()
    with suppress(Exception):
        for at in range(len(chunk)):
            found += inflater.decompress(chunk[at : at + 1])
    return bytes(found)


def blocks(stream: Any, left: int | None = None) -> Iterator[bytes]:
    """The bytes of an open file from where it stands, so many of them or all."""
    while left is None or left > 0:
        chunk = stream.read(CHUNK if left is None else min(CHUNK, left))
        if not chunk:
            return
        if left is not None:
            left -= len(chunk)
        yield chunk


def lines(content: Iterable[bytes], offset: int = 0) -> Iterator[Line | Truncation]:
    """Every line; where the content breaks off, that as the last item."""
    held, size = bytearray(), 0  # what is known of a line that has not ended: its beginning, and how long it is
    try:
        for block in content:
            *ended, rest = block.split(b"\n")
            for part in ended:
                size += len(part)
                whole = bytes(held) + part if held else part
                yield Line(offset, whole if size <= LONGEST else whole[:SAMPLE_BYTES], size)
                offset += size + 1
                held, size = bytearray(), 0
            size += len(rest)
            held += rest
            if size > LONGEST:
                del held[SAMPLE_BYTES:]
    except CorruptInputError as error:
        yield Truncation(offset, bytes(held[:SAMPLE_BYTES]), str(error))
        return
    if size:
        yield Line(offset, bytes(held), size)
