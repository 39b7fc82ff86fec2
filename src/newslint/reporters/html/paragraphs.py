"""An article's text as paragraphs, and which of these the page shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

WRAPPED_LINE_CHARS = 90  # consecutive lines that are no longer are one paragraph: wrapped text, a poem, a list
LONG_ARTICLE_CHARS = 15_000  # of a longer article, the page leaves out paragraphs without a highlight
MIN_LEFT_OUT = 3  # fewer consecutive paragraphs are shown, rather than a line that says how many there are


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each paragraph, at least one, so that every offset belongs to one."""
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if start < end:
            block.append((start, end))
        else:
            spans += _join_wrapped(block)
            block = []
    return spans + _join_wrapped(block) or [(0, 0)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every line, without the space around it."""
    offset = 0
    for line in text.split("\n"):
        start = offset + len(line) - len(line.lstrip(" \t\r"))
        yield start, max(start, offset + len(line.rstrip(" \t\r")))
        offset += len(line) + 1


def _join_wrapped(lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(lines) < 2 or any(end - start > WRAPPED_LINE_CHARS for start, end in lines):
        return lines
    return [(lines[0][0], lines[-1][1])]


def paragraphs_to_show(spans: Sequence[tuple[int, int]], highlighted: Iterable[int]) -> Iterator[int | range]:
    """Yield the numbers of the paragraphs to show, from 0, and ranges of those to leave out, in order.

    Of a long article, the page shows the first paragraph, the highlighted ones, and their neighbors.
    """
    last = len(spans) - 1
    to_show: Collection[int] = range(len(spans))
    if spans[-1][1] - spans[0][0] > LONG_ARTICLE_CHARS:
        to_show = {
            near for number in (0, *highlighted) for near in (number - 1, number, number + 1) if 0 <= near <= last
        }
    number = 0
    while number <= last:
        stop = number
        while stop <= last and stop not in to_show:
            stop += 1
        if stop - number >= MIN_LEFT_OUT:
            yield range(number, stop)
            number = stop
        else:
            yield from range(number, min(stop, last) + 1)
            number = stop + 1
