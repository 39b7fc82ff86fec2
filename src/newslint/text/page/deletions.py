"""What to delete so that a passage leaves no trace and nothing else is touched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Span
from newslint.text.lines import non_blank_lines


def deletion_spans(article: Article, passages: Sequence[tuple[int, int]]) -> list[Span]:
    """Return for each passage the span to delete: a line with its line end, a part of a line with the space before it.

    Lines that stand together share the white space around them: either each takes what follows it, or each what
    precedes it, whichever leaves the wider gap between the lines that stay. So any of the deletions can be made alone,
    no two overlap, and no blank line is left doubled.
    """
    lines = article.get(non_blank_lines)
    numbers = [bisect_right(lines, (start, len(article.text) + 1)) - 1 for start, _end in passages]
    deleted = {number for number, passage in zip(numbers, passages, strict=True) if lines[number] == passage}
    line_spans = _line_deletions(article.text, lines, deleted)
    return [
        line_spans[number] if lines[number] == passage else _part_deletion(article.text, *passage)
        for number, passage in zip(numbers, passages, strict=True)
    ]


def overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    """Return whether a span overlaps one of the others, which are sorted and do not overlap each other."""
    before = bisect_left(others, (span.end,))
    return before > 0 and others[before - 1].end > span.start


def _line_deletions(text: str, lines: list[Span], deleted: set[int]) -> dict[int, Span]:
    """Return the spans to delete by line number."""
    found: dict[int, Span] = {}
    for first in sorted(deleted):
        if first in found:
            continue
        last = first
        while last + 1 in deleted:
            last += 1
        before = lines[first - 1].end if first else 0
        after = lines[last + 1].start if last + 1 < len(lines) else len(text)
        line_ends_before = text.count("\n", before, lines[first].start)
        line_ends_after = text.count("\n", lines[last].end, after)
        forward = last + 1 < len(lines) and (first == 0 or line_ends_before >= line_ends_after)
        for number in range(first, last + 1):
            start, end = lines[number]
            if forward or (first == 0 and number < last):
                found[number] = Span(_line_start(text, start), _line_start(text, lines[number + 1].start))
            else:
                found[number] = Span(lines[number - 1].end if first else _line_start(text, start), end)
    return found


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _part_deletion(text: str, start: int, end: int) -> Span:
    """Return the part with the space before it, where space or the line's end follows; at a line's start, after it."""
    left, right = start, end
    while left > 0 and text[left - 1] == " ":
        left -= 1
    while text[right : right + 1] == " ":
        right += 1
    if left == 0 or text[left - 1] == "\n":
        return Span(start, right)
    if right == len(text) or text[right] == "\n":
        return Span(left, right)
    return Span(left if right > end else start, end)
