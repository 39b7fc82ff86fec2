"""An article's text as paragraphs, and which of them a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

WRAPPED = 90  # code points: lines no longer than this stay together, as poems, lists and wrapped text do
LONG = 15_000  # code points of article from which on paragraphs without a mark are left out
RUN = 3  # so many paragraphs must be missing to be worth a line that says so


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends. At least one, so that every offset has one to belong to."""
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if start < end:
            block.append((start, end))
        else:
            found += _together(block)
            block = []
    return found + _together(block) or [(0, 0)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Every line without the space around it."""
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip(" \t\r"))
        yield start, max(start, at + len(line.rstrip(" \t\r")))
        at += len(line) + 1


def _together(block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(block) < 2 or any(end - start > WRAPPED for start, end in block):
        return block
    return [(block[0][0], block[-1][1])]


def paragraphs_to_show(found: list[tuple[int, int]], marked: Iterable[int]) -> Iterator[int | range]:
    """The paragraphs to show, in order, and the runs to leave out.

    A long article is shown by its first paragraph, the marked ones, and their neighbours.
    """
    last = len(found) - 1
    wanted = {near for index in (0, *marked) for near in (index - 1, index, index + 1) if 0 <= near <= last}
    if found[-1][1] - found[0][0] <= LONG:
        wanted = set(range(len(found)))
    index = 0
    while index <= last:
        stop = index
        while stop <= last and stop not in wanted:
            stop += 1
        if stop - index >= RUN:
            yield range(index, stop)
            index = stop
        else:
            yield from range(index, min(stop, last) + 1)
            index = stop + 1
