"""What to cut so that junk lines are gone, no blank lines stand doubled, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Collection

from newslint.api import Article, Span, filled_lines


def cuts(article: Article, gone: Collection[int]) -> dict[int, Span]:
    """For each junk line, by its number among the filled lines, the span to cut.

    Junk lines that stand together share the white space around them: either each takes what follows it, or each what
    precedes it, whichever leaves the wider gap between the lines that stay. So any of the cuts can be made alone, and
    no two overlap.
    """
    text, lines = article.text, article.get(filled_lines)
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
            if forward:
                found[number] = Span(_line_start(text, start), _line_start(text, lines[number + 1].start))
            else:
                found[number] = Span(lines[number - 1].end if number else 0, end)
    return found


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
