"""HTML in Markdown that hides more than its own block: a comment or a script with a blank line in it.

A block of HTML ends at a blank line, and what follows is Markdown to the parser. A browser hides it all the same, up to
the end of the comment or the script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.api import TextPiece
from newslint.readers.content_map import ContentMap
from newslint.readers.markup import left_open


class HiddenHtml:
    """What blocks of HTML hide behind themselves, as far as they were read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0  # of what is hidden
        self._never_closed: set[str] = set()

    def read_block(self, html: str, place: ContentMap) -> None:
        """Read a block of HTML, which stands at this place of the file."""
        opened = left_open(html)
        if opened is None or opened.closing in self._never_closed:
            return
        start = next((piece.start for piece in place.pieces(opened.start, opened.start + 1)), 0)
        if start < self._end:
            return
        closing = re.compile(opened.closing, re.IGNORECASE).search(self._text, start + 1)
        if closing:
            self._end = closing.end()
        else:
            self._never_closed.add(opened.closing)  # the rest of the file need not be searched again

    def visible(self, pieces: Iterable[TextPiece]) -> Iterator[TextPiece]:
        """Yield those of the pieces of a later block that are not hidden."""
        for piece in pieces:
            if piece.start >= self._end:
                yield piece
            elif piece.text is None and piece.end > self._end:
                yield TextPiece(self._end, piece.end)
