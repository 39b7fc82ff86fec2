"""Lines and paragraphs. Only a line feed ends a line; a carriage return before it is not part of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TypeVar

from newslint.article import Article
from newslint.model import Span, make_span

T = TypeVar("T")


def cached_per_line(read: Callable[[Article, int], T]) -> Callable[[Article, int], T]:
    """A view of one line, by its number from 0: read when it is first asked for, and then kept.

    Of most articles few lines are asked about, so the others are never read.
    """

    def view(article: Article) -> dict[int, T]:
        return {}

    def of_line(article: Article, number: int) -> T:
        known = article.get(view)
        if number not in known:
            known[number] = read(article, number)
        return known[number]

    return of_line


def lines(article: Article) -> list[Span]:
    """Every line, empty ones too, without its line end. Line `n` (from 1) is item `n - 1`."""
    return [_line(article, number) for number in range(len(article.line_starts))]


def line_at(article: Article, offset: int) -> Span:
    """The line that holds `offset`, without its line end."""
    return _line(article, bisect_right(article.line_starts, offset) - 1)


def _line(article: Article, number: int) -> Span:
    starts, text = article.line_starts, article.text
    start, end = starts[number], starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
    return make_span((start, end - 1 if end > start and text[end - 1] == "\r" else end))


def non_blank_lines(article: Article) -> list[Span]:
    """The lines that hold more than white space, without the white space around them: an article's blocks."""
    filled, start = [], 0
    for line in article.text.split("\n"):
        if line:
            bare = line.strip()
            if len(bare) == len(line):
                filled.append(make_span((start, start + len(line))))
            elif bare:
                begin = start + line.index(bare[0])
                filled.append(make_span((begin, begin + len(bare))))
        start += len(line) + 1
    return filled


def stripped_line(article: Article, number: int) -> Span:
    """The line of a number (from 0), without the white space around what it holds."""
    starts = article.line_starts
    start, end = starts[number], starts[number + 1] if number + 1 < len(starts) else len(article.text)
    bare = article.text[start:end].strip()
    if bare:
        start = article.text.index(bare[0], start)
    return Span(start, start + len(bare))
