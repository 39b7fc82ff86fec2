"""Lines and paragraphs. Only a line feed ends a line; a carriage return before it is not part of it."""

from __future__ import annotations

from bisect import bisect_right

from newslint.article import Article
from newslint.model import Span, span


def lines(article: Article) -> list[Span]:
    """Every line, empty ones too, without its line end. Line `n` (from 1) is item `n - 1`."""
    spans, start, text = [], 0, article.text
    while True:
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        spans.append(span((start, stop - 1 if stop > start and text[stop - 1] == "\r" else stop)))
        if end < 0:
            return spans
        start = end + 1


def filled_lines(article: Article) -> list[Span]:
    """The lines that hold more than white space, without the white space around them: an article's blocks."""
    filled, start = [], 0
    for line in article.text.split("\n"):
        if line:
            bare = line.strip()
            if len(bare) == len(line):
                filled.append(span((start, start + len(line))))
            elif bare:
                begin = start + line.index(bare[0])
                filled.append(span((begin, begin + len(bare))))
        start += len(line) + 1
    return filled


def line_at(article: Article, offset: int) -> Span:
    """The line that holds `offset`."""
    spans = article.get(lines)
    return spans[max(0, bisect_right(spans, (offset, len(article.text) + 1)) - 1)]
