"""Runs of short lines that do not read like sentences, such as a menu, a list, or a subheading alone."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Article
from newslint.text.page.blocks import CLOSERS, short_lines

MIN_PARAGRAPH_CHARS = 100  # of a line that is a paragraph if it ends like a sentence
MIN_SENTENCE_CHARS = 35  # of a line that is a sentence if it ends like one
MIN_FULL_STOP_CHARS = 20  # of a line that is a sentence if it ends with a full stop
SENTENCE_ENDS = frozenset(".!?:,;…")


def short_line_runs(article: Article) -> dict[int, range]:
    """Return the run that a line stands in, by its number among the lines that are not blank; prose is left out."""
    return group_consecutive(article.get(non_prose_lines))


def non_prose_lines(article: Article) -> list[int]:
    """Return the numbers of the lines that are short and do not read like a sentence of the article."""
    text = article.text
    return [
        number
        for number, start, end in article.get(short_lines)
        if (end - start < MIN_PARAGRAPH_CHARS or text[end - 1] not in SENTENCE_ENDS)  # fast path: the usual case
        and not _is_prose(text, start, end)
    ]


def group_consecutive(numbers: Sequence[int]) -> dict[int, range]:
    """Return for each of the sorted numbers the range of those that follow each other without a gap."""
    found: dict[int, range] = {}
    begin = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            found.update(dict.fromkeys(numbers[begin : at + 1], range(numbers[begin], number + 1)))
            begin = at + 1
    return found


def _is_prose(text: str, start: int, end: int) -> bool:
    """Return whether a line ends like a sentence and is long enough for one."""
    if end - start < MIN_FULL_STOP_CHARS:
        return False
    ending = text[end - 1]
    if ending not in SENTENCE_ENDS:
        ending = text[end - 8 : end].rstrip(CLOSERS)[-1:]
    if ending not in SENTENCE_ENDS or (ending != "." and end - start < MIN_SENTENCE_CHARS):
        return False
    return end - start >= MIN_PARAGRAPH_CHARS or text.count(" ", start, end) >= 3
