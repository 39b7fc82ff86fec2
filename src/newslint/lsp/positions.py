"""Positions as the editor counts them: its line ends, its unit of columns, its byte order mark.

An article counts code points and only `\\n` ends its lines; the protocol also ends a line at a lone `\\r`, and counts
the units that were agreed on when the editor connected.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

from newslint.model import Span

LINE_END = re.compile("\r\n|\n|\r")
MARK = "\ufeff"


def encoded_length(text: str, encoding: str) -> int:
    """The length of a text in the editor's unit."""
    if encoding == types.PositionEncodingKind.Utf32:
        return len(text)
    if encoding == types.PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class PositionMapper:
    """Translates between offsets in an article's text and positions in the editor's, for one state of a document."""

    def __init__(self, raw: str, encoding: str) -> None:
        self.text = raw.removeprefix(MARK)  # the article's
        self._raw = raw
        self._before = len(raw) - len(self.text)
        self._encoding = encoding
        self._ends = [match.span() for match in LINE_END.finditer(raw)]
        self._starts = [0, *(end for _, end in self._ends)]

    def position(self, offset: int) -> types.Position:
        """Where an offset is. One that is past the end is the end."""
        at = min(offset + self._before, len(self._raw))
        line = bisect_right(self._starts, at) - 1
        if line < len(self._ends):
            at = min(at, self._ends[line][0])  # between \r and \n there is no position
        return types.Position(line, encoded_length(self._raw[self._starts[line] : at], self._encoding))

    def range(self, span: tuple[int, int]) -> types.Range:
        """Where a span is."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def offset(self, position: types.Position) -> int:
        """The offset of a position. One past a line's end is the line's end, one past the text's its end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        end = self._ends[position.line][0] if position.line < len(self._ends) else len(self._raw)
        line = self._raw[start:end]
        low, high = 0, len(line)
        while low < high:  # the last code point that begins at or before the position
            middle = (low + high + 1) // 2
            if encoded_length(line[:middle], self._encoding) <= position.character:
                low = middle
            else:
                high = middle - 1
        return max(start + low - self._before, 0)

    def span(self, given: types.Range) -> Span:
        """The span of a range."""
        return Span(self.offset(given.start), self.offset(given.end))
