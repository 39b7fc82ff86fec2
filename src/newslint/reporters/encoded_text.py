"""Lengths of parts of a text in bytes of UTF-8 or units of UTF-16, and offsets by such lengths.

A long text is encoded once, not again for every place in it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

STEP_CHARS = 4096  # the lengths of the text before every multiple of it are computed once


class EncodedText:
    """A text, as a program counts it that keeps it in an encoding: "utf-8" or "utf-16-le"."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._encoding = encoding
        self._unit_bytes = 2 if encoding == "utf-16-le" else 1

    def length(self, start: int, end: int) -> int:
        """Return the length of a part; what lies beyond the text has none."""
        if end - start <= STEP_CHARS:
            return self._encode(start, end)
        return self._length_before(end) - self._length_before(start)

    def offset(self, start: int, end: int, length: int) -> int:
        """Return the offset of the last character in a part that begins at most so far behind the part's start.

        It is the end of the part if that is not farther away.
        """
        wanted = self._length_before(start) + length
        block = bisect_right(self._lengths, wanted) - 1
        low = max(start, block * STEP_CHARS)
        high = max(low, min(end, (block + 1) * STEP_CHARS))
        while low < high:
            middle = (low + high + 1) // 2
            if self._length_before(middle) <= wanted:
                low = middle
            else:
                high = middle - 1
        return min(low, end)

    @cached_property
    def _lengths(self) -> list[int]:
        starts = range(0, len(self._text), STEP_CHARS)
        return [0, *accumulate(self._encode(start, start + STEP_CHARS) for start in starts)]

    def _length_before(self, offset: int) -> int:
        block = min(offset, len(self._text)) // STEP_CHARS
        return self._lengths[block] + self._encode(block * STEP_CHARS, offset)

    def _encode(self, start: int, end: int) -> int:
        return len(self._text[start:end].encode(self._encoding, "surrogatepass")) // self._unit_bytes
