"""Positions as the editor counts them: with its line ends, its unit of columns and its byte order mark.

An article counts code points, and only `\\n` ends its lines. The protocol also ends a line at a lone `\\r`, and counts
the unit that server and editor agree on when they connect (Language Server Protocol 3.17, PositionEncodingKind).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

from newslint.model import Span
from newslint.reporters.encoded_text import EncodedText

LINE_END = re.compile("\r\n|\n|\r")
BYTE_ORDER_MARK = "\ufeff"


class PositionMapper:
    """Maps offsets in an article's text to positions in the editor and back, for one version of a document."""

    def __init__(self, raw: str, encoding: str) -> None:
        self.text = raw.removeprefix(BYTE_ORDER_MARK)  # the article's
        self._raw = raw
        self._mark_length = len(raw) - len(self.text)
        self._encoded = None if encoding == types.PositionEncodingKind.Utf32 else _encoded(raw, encoding)
        self._line_ends = [match.span() for match in LINE_END.finditer(raw)]
        self._line_starts = [0, *(end for _, end in self._line_ends)]

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset; one past the end has the position of the end."""
        raw_offset = min(offset + self._mark_length, len(self._raw))
        line = bisect_right(self._line_starts, raw_offset) - 1
        if line < len(self._line_ends):
            raw_offset = min(raw_offset, self._line_ends[line][0])  # there is no position between \r and \n
        start = self._line_starts[line]
        return types.Position(line, self._encoded.length(start, raw_offset) if self._encoded else raw_offset - start)

    def range(self, span: tuple[int, int]) -> types.Range:
        """Return the range of a span."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one past the end of a line or of the text has the offset of that end."""
        if position.line >= len(self._line_starts):
            return len(self.text)
        start = self._line_starts[position.line]
        is_last = position.line == len(self._line_ends)
        end = len(self._raw) if is_last else self._line_ends[position.line][0]
        if self._encoded:
            offset = self._encoded.offset(start, end, position.character)
        else:
            offset = min(start + position.character, end)
        return max(offset - self._mark_length, 0)

    def span(self, editor_range: types.Range) -> Span:
        """Return the span of a range."""
        return Span(self.offset(editor_range.start), self.offset(editor_range.end))


def _encoded(raw: str, encoding: str) -> EncodedText:
    return EncodedText(raw, "utf-8" if encoding == types.PositionEncodingKind.Utf8 else "utf-16-le")
