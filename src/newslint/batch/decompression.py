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


class Allowance:
    """The bytes that all members of a file together may unpack to beyond `MAX_RATIO` times their size."""

    def __init__(self) -> None:
        self._left = MIN_BOMB_BYTES

    def use(self, size: int) -> None:
        """Use some of it. Raises CorruptInputError where it is used up."""
        self._left -= size
        if self._left < 0:
            raise CorruptInputError(f"the compressed data unpacks to more than {MAX_RATIO} times its size")


class Decompressor:
    """Decompresses one gzip member or one Zstandard frame."""

    def __init__(self, decompressor: Any, allowance: Allowance, *, is_zlib: bool) -> None:
        self._decompressor, self._allowance, self._is_zlib = decompressor, allowance, is_zlib
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
                if self._written > MAX_RATIO * self._read:
                    self._allowance.use(len(piece))
                if self.eof:  # before the last piece: its reader may want no more
                    self.unused_data = self._decompressor.unused_data + chunk[start + size :]
                if piece:
                    yield piece
            if self.eof:
                return

    def _zlib_pieces(self, chunk: bytes, *, salvage: bool) -> Iterator[bytes]:
        piece = b""
        while (chunk or len(piece) == MAX_PIECE_BYTES) and not self.eof:
            before = self._decompressor.copy() if salvage else None
            try:
                piece = self._decompressor.decompress(chunk, MAX_PIECE_BYTES)
            except Exception as error:
                if before is not None:
                    yield _salvage(before, chunk)
                raise CorruptInputError(f"the compressed data is damaged: {error}") from error
            rest = self._decompressor.unconsumed_tail
            self._read += len(chunk) - len(rest) - len(self._decompressor.unused_data)
            chunk = rest
            yield piece

    def _frame_pieces(self, chunk: bytes) -> Iterator[bytes]:
        self._read += len(chunk)
        try:
            piece = self._decompressor.decompress(chunk)
        except Exception as error:  # the library has its own
            if "Dictionary" in str(error):
                raise CorruptInputError(
                    "it is packed with a dictionary; unpack it, for example with zstd -D"
                ) from error
            raise CorruptInputError(f"the compressed data is damaged: {error}") from error
        self._read -= len(self._decompressor.unused_data)
        yield piece


NewDecompressor = Callable[[Allowance], Decompressor]


def decompressor_factory(path: str) -> NewDecompressor | None:
    """Return what makes decompressors for a file, by its suffix; None where it is not compressed."""
    if path.lower().endswith(".gz"):
        import zlib

        return lambda allowance: Decompressor(zlib.decompressobj(31), allowance, is_zlib=True)
    if path.lower().endswith((".zst", ".zstd")):
        import zstandard

        return lambda allowance: Decompressor(
            zstandard.ZstdDecompressor(max_window_size=2**31).decompressobj(), allowance, is_zlib=False
        )
    return None


def decompress(blocks: Iterable[bytes], new_decompressor: NewDecompressor) -> Iterator[bytes]:
    """Yield the content of all members or frames. Raises CorruptInputError after all that could be read."""
    current, empty = None, True
    allowance = Allowance()
    for chunk in blocks:
        while chunk:
            if current is None:
                chunk = chunk.lstrip(b"\0")  # padding between members
                if not chunk:
                    break
                current, empty = new_decompressor(allowance), False
            yield from current.pieces(chunk, salvage=True)
            chunk = b""
            if current.eof:
                chunk, current = current.unused_data, None
    if current is not None or empty:
        raise CorruptInputError("the compressed data is incomplete")


def _salvage(decompressor: Any, chunk: bytes) -> bytes:
    """Return the content of a damaged chunk up to the damage."""
    found = bytearray()
    with suppress(Exception):
        for at in range(len(chunk)):
            found += decompressor.decompress(chunk[at : at + 1])
    return bytes(found)
