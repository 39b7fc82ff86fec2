"""What to cut to take passages out so that no trace is left and nothing else is touched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Span
from newslint.text.lines import non_blank_lines

BLANK = " \t\xa0"


def deletion_spans(article: Article, passages: Sequence[tuple[int, int]]) -> list[Span]:
    """For each passage the span to cut: lines with their line ends, parts of lines with the space that set them apart.

    Lines that stand together share the white space around them: either each takes what follows it, or each what
    precedes it, whichever leaves the wider gap between the lines that stay. So any of the cuts can be made alone, no
    two overlap, and no blank line is left doubled.
    """
    lines = article.get(non_blank_lines)
    numbers = [bisect_right(lines, (start, len(article.text) + 1)) - 1 for start, _end in passages]
    gone = {n for n, passage in zip(numbers, passages, strict=True) if lines[n] == passage}
    cuts = _lines(article.text, lines, gone)
    return [
        cuts[n] if lines[n] == passage else _part(article.text, *passage)
        for n, passage in zip(numbers, passages, strict=True)
    ]


def _lines(text: str, lines: list[Span], gone: set[int]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for first in sorted(gone):
        if first in found:
            continue
        last = first
        while last + 1 in gone:
            last += 1
        before = lines[first - 1].end if first else 0
        after = lines[last + 1].start if last + 1 < len(lines) else len(text)
        above = text.count("\n", before, lines[first].start)
        below = text.count("\n", lines[last].end, after)
        forward = last + 1 < len(lines) and (first == 0 or above >= below)
        for number in range(first, last + 1):
            start, end = lines[number]
            if forward or (first == 0 and number < last):
                found[number] = Span(_line_start(text, start), _line_start(text, lines[number + 1].start))
            else:
                found[number] = Span(lines[number - 1].end if first else _line_start(text, start), end)
    return found


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _part(text: str, start: int, end: int) -> Span:
    """With the space before it, where space or the line's end follows, or at a line's beginning that after it."""
    left, right = start, end
    while left > 0 and text[left - 1] in BLANK:
        left -= 1
    while text[right : right + 1] in BLANK and right < len(text):
        right += 1
    if left == 0 or text[left - 1] == "\n":
        return Span(start, right)
    if right == len(text) or text.startswith(("\n", "\r\n"), right):
        return Span(left, right)
    return Span(left if right > end else start, end)
