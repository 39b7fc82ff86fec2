"""Compressed files, decompressed in pieces of bounded size: damage is an error, and so is what unpacks without end."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

CHUNK_BYTES = 64 * 1024  # read at once
MAX_PIECE_BYTES = 1024 * 1024  # decompressed at once with zlib, which can say where it stopped
ZSTANDARD_INPUT_BYTES = 256  # decompressed at once with Zstandard: 8 MiB at most, as a block of 128 KiB takes 4 bytes
# Text becomes some ten times smaller, and text that repeats itself some hundred times.
MAX_RATIO = 250
MIN_BOMB_BYTES = 256 * 1024 * 1024


class CorruptInputError(Exception):
    """A compressed file is damaged, ends too early, or unpacks to more than text can."""


class Decompressor:
    """Decompresses one gzip member or one Zstandard frame."""

    def __init__(self, decompressor: Any, *, is_zlib: bool) -> None:
        self._decompressor, self._is_zlib = decompressor, is_zlib
        self._read = self._written = 0
        self.unused_data = b""

    @property
    def eof(self) -> bool:
        """Whether the member or frame has ended; what follows it is `unused_data`."""
        return bool(self._decompressor.eof)

    def pieces(self, chunk: bytes, *, salvage: bool = False) -> Iterator[bytes]:
        """Yield the content of a chunk; with `salvage` up to the damage, if there is any. Raises CorruptInputError."""
        size = len(chunk) if self._is_zlib else ZSTANDARD_INPUT_BYTES
        for start in range(0, len(chunk), size):
            for piece in (
                self._zlib_pieces(chunk, salvage=salvage)
                if self._is_zlib
                else self._frame_pieces(chunk[start : start + size])
            ):
                self._written += len(piece)
                _check_ratio(self._read, self._written)
                if self.eof:  # before the last piece: its reader may want no more
                    self.unused_data = self._decompressor.unused_data + chunk[start + size :]
                if piece:
                    yield piece
            if self.eof:
                return

    def _zlib_pieces(self, chunk: bytes, *, salvage: bool) -> Iterator[bytes]:
        self._read += len(chunk)
        piece = b""
        while (chunk or len(piece) == MAX_PIECE_BYTES) and not self.eof:
            before = self._decompressor.copy() if salvage else None
            try:
                piece = self._decompressor.decompress(chunk, MAX_PIECE_BYTES)
            except Exception as error:
                if before is not None:
                    yield _salvage(before, chunk)
                raise CorruptInputError(f"the compressed data is damaged: {error}") from error
            chunk = self._decompressor.unconsumed_tail
            yield piece

    def _frame_pieces(self, chunk: bytes) -> Iterator[bytes]:
        self._read += len(chunk)
        try:
            yield self._decompressor.decompress(chunk)
        except Exception as error:  # the library has its own
            raise CorruptInputError(f"the compressed data is damaged: {error}") from error


def decompressor_factory(path: str) -> Callable[[], Decompressor] | None:
    """Return what makes decompressors for a file, by its suffix; None where it is not compressed."""
    if path.lower().endswith(".gz"):
        import zlib

        return lambda: Decompressor(zlib.decompressobj(31), is_zlib=True)
    if path.lower().endswith((".zst", ".zstd")):
        import zstandard

        return lambda: Decompressor(zstandard.ZstdDecompressor(max_window_size=2**31).decompressobj(), is_zlib=False)
    return None


def decompress(blocks: Iterable[bytes], new_decompressor: Callable[[], Decompressor]) -> Iterator[bytes]:
    """Yield the content of all members or frames. Raises CorruptInputError after all that could be read."""
    current, empty = None, True
    read = written = 0  # of all members: each may be small
    for chunk in blocks:
        read += len(chunk)
        while chunk:
            if current is None:
                chunk = chunk.lstrip(b"\0")  # padding between members
                if not chunk:
                    break
                current, empty = new_decompressor(), False
            for piece in current.pieces(chunk, salvage=True):
                written += len(piece)
                _check_ratio(read, written)
                yield piece
            chunk = b""
            if current.eof:
                chunk, current = current.unused_data, None
    if current is not None or empty:
        raise CorruptInputError("the compressed data is incomplete")


def _check_ratio(read: int, written: int) -> None:
    if written > max(MIN_BOMB_BYTES, MAX_RATIO * read):
        raise CorruptInputError(f"the compressed data unpacks to more than {MAX_RATIO} times its size")


def _salvage(decompressor: Any, chunk: bytes) -> bytes:
    """Return the content of a damaged chunk up to the damage."""
    found = bytearray()
    with suppress(Exception):
        for at in range(len(chunk)):
            found += decompressor.decompress(chunk[at : at + 1])
    return bytes(found)
