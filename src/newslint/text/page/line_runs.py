"""Rows: short lines that stand together and do not read like sentences, such as a menu, a list, a subheading alone."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Article
from newslint.text.page.blocks import short_lines

MIN_PARAGRAPH_CHARS = 100  # characters: a line this long that ends like a sentence is a paragraph
SENTENCE = 35  # characters: a line this long that ends like a sentence is taken for one
SHORTEST = 20  # characters: a line this long that ends with a full stop as well
CLOSERS = "\"'”’»)] "
ENDS = frozenset(".!?:,;…")


def short_line_runs(article: Article) -> dict[int, range]:
    """By number among the filled lines: the row that a line stands in. Sentences stand in none."""
    return group_consecutive(article.get(non_prose_lines))


def non_prose_lines(article: Article) -> list[int]:
    """The numbers of the lines that are short and do not read like a sentence of the article."""
    text = article.text
    return [
        number
        for number, start, end in article.get(short_lines)
        if (end - start < MIN_PARAGRAPH_CHARS or text[end - 1] not in ENDS)  # most of them need no closer look
        and not _is_prose(text, start, end)
    ]


def group_consecutive(numbers: Sequence[int]) -> dict[int, range]:
    """By number: the numbers that follow on each other without a gap."""
    found: dict[int, range] = {}
    begin = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            found.update(dict.fromkeys(numbers[begin : at + 1], range(numbers[begin], number + 1)))
            begin = at + 1
    return found


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a line ends like a sentence and is long enough for one."""
    if end - start < SHORTEST:
        return False
    ending = text[end - 1]
    if ending not in ENDS:
        ending = text[end - 8 : end].rstrip(CLOSERS)[-1:]
    if ending not in ENDS or (ending != "." and end - start < SENTENCE):
        return False
    return end - start >= MIN_PARAGRAPH_CHARS or text.count(" ", start, end) >= 3
