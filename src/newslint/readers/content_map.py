"""Where the characters of a block's content stand in the file: the parser takes prefixes and indents away."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newslint.api import TextPiece
from newslint.named_tuple import NamedTuple

LINE_END = re.compile(r"\r\n?|\n")
CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*\Z")


class SourceLines:
    """The lines of a file from an offset on, as the Markdown parser counts them: a carriage return ends one too."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.starts, self.ends = array("I", [start]), array("I")  # a file may have millions of lines
        for match in LINE_END.finditer(text, start):
            self.ends.append(match.start())
            self.starts.append(match.end())
        self.ends.append(len(text))

    def line(self, number: int) -> str:
        """Return a line as the parser sees it."""
        return self.text[self.starts[number] : self.ends[number]].replace("\0", "\ufffd")

    def lines(self, first: int, end: int) -> str:
        """Return the lines from `first` to `end`, the last excluded, as the parser sees them: each ends with `\\n`.

        The last line of the file has no such end.
        """
        text = self.text[self.starts[first] : self.ends[end - 1]]
        text = LINE_END.sub("\n", text) if "\r" in text else text
        return text.replace("\0", "\ufffd") + "\n" * (end < len(self.ends))


class Stretch(NamedTuple):
    """Characters of a content that follow each other in the file."""

    start: int  # in the content
    end: int
    raw: int  # offset in the file


class ContentMap:
    """The map from the content of a block to the file. Between stretches stand line ends."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._starts = [stretch.start for stretch in stretches]

    def pieces(self, start: int, end: int) -> Iterator[TextPiece]:
        """Yield the pieces of the file that are the content from `start` to `end`; a line end is a space."""
        number = max(0, bisect_right(self._starts, start) - 1)
        previous: Stretch | None = None
        while number < len(self._stretches) and self._stretches[number].start < end:
            stretch = self._stretches[number]
            if previous and stretch.start > previous.end:
                yield TextPiece(_raw_end(previous), stretch.raw, " ")
            first, last = max(start, stretch.start), min(end, stretch.end)
            if first < last:
                yield TextPiece(stretch.raw + first - stretch.start, stretch.raw + last - stretch.start)
                previous = stretch
            elif start <= stretch.start and not previous:
                previous = stretch
            number += 1

    def line_end(self, at: int) -> Iterator[TextPiece]:
        """Yield the space that a line end at or behind `at` is."""
        number = bisect_right(self._starts, at) - 1
        if 0 <= number < len(self._stretches) - 1:
            yield TextPiece(_raw_end(self._stretches[number]), self._stretches[number + 1].raw, " ")

    def special(self, start: int, end: int, shown: str) -> Iterator[TextPiece]:
        """Yield the piece of an escape or an entity, which a reader sees as `shown`."""
        found = list(self.pieces(start, end))
        if found:
            yield TextPiece(found[0].start, found[-1].end, shown)


def _raw_end(stretch: Stretch) -> int:
    return stretch.raw + stretch.end - stretch.start


def first_line(source: SourceLines, content: str, first: int, end: int) -> int:
    """Return the line on which the content of the lines from `first` to `end`, the last excluded, begins.

    The parser takes away lines at its start that hold other white space, such as a no-break space.
    """
    begin = content.partition("\n")[0].strip(" \t")
    return next((number for number in range(first, end - content.count("\n")) if begin in source.line(number)), first)


def map_lines(source: SourceLines, content: str, first: int, *, is_heading: bool = False) -> ContentMap:
    """Return the map of a content whose lines are the ends of the lines from `first` on."""
    stretches, at = [], 0
    for number, line in enumerate(content.split("\n"), first):
        bare = line.strip(" \t")  # other white space is text to the parser
        if bare and number < len(source.ends):
            raw = source.line(number)
            if is_heading and (closing := CLOSING_MARKS.search(raw)):
                raw = raw[: closing.start()] if raw[: closing.start()].endswith(bare) else raw
            found = raw.rfind(bare)
            if found >= 0:
                start = at + line.index(bare)
                stretches.append(Stretch(start, start + len(bare), source.starts[number] + found))
        at += len(line) + 1
    return ContentMap(stretches)


def map_cells(source: SourceLines, number: int, column: int) -> list[ContentMap]:
    """Return the maps of the cells of a table's row, which starts at a column of a line. `\\|` is a bar in a cell."""
    line = source.line(number)
    raw = source.starts[number]
    start, end = column, len(line.rstrip())
    bounds = [start]
    bounds += [at + 1 for at in range(start, end) if line[at] == "|" and (at == start or line[at - 1] != "\\")]
    bounds.append(end + 1)
    cells = [(first, last - 1) for first, last in pairwise(bounds)]
    if cells and cells[0][0] == cells[0][1]:
        del cells[0]
    if cells and cells[-1][0] >= cells[-1][1]:
        del cells[-1]
    return [ContentMap(_cell_stretches(line, raw, first, last)) for first, last in cells]


def _cell_stretches(line: str, raw: int, first: int, last: int) -> list[Stretch]:
    bare = line[first:last].strip()
    if not bare:
        return []
    first = line.index(bare[0], first)
    stretches, at = [], 0
    for part in re.split(r"\\(?=\|)", bare):
        stretches.append(Stretch(at, at + len(part), raw + first))
        at += len(part)
        first += len(part) + 1
    return [stretch for stretch in stretches if stretch.end > stretch.start]
