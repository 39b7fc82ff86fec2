"""Lines and paragraphs. Only a line feed ends a line; a carriage return before it is not part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from newslint.article import Article
from newslint.model import Span, make_span

T = TypeVar("T")


def cached_per_line(read: Callable[[Article, int], T]) -> Callable[[Article, int], T]:
    """Decorate a function of an article and a line number (from 0) so that it runs once a line.

    Rules ask about few lines of most articles, so the other lines are never analysed.
    """

    def cache(article: Article) -> dict[int, T]:
        return {}

    def cached_read(article: Article, number: int) -> T:
        value_by_line = article.get(cache)
        if number not in value_by_line:
            value_by_line[number] = read(article, number)
        return value_by_line[number]

    return cached_read


def lines(article: Article) -> list[Span]:
    """Return every line, also empty ones, without the line end. Line `n` (from 1) is item `n - 1`."""
    return [_line(article, number) for number in range(len(article.line_starts))]


def line_at(article: Article, offset: int) -> Span:
    """Return the line that holds `offset`, without the line end."""
    return _line(article, article.line_index(offset))


def _line(article: Article, number: int) -> Span:
    starts, text = article.line_starts, article.text
    start, end = starts[number], starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
    return make_span((start, end - 1 if end > start and text[end - 1] == "\r" else end))


def non_blank_lines(article: Article) -> list[Span]:
    """Return the lines that hold more than white space, without the white space around them: an article's blocks."""
    spans, start = [], 0
    for line in article.text.split("\n"):
        if line:
            stripped = line.strip()
            if len(stripped) == len(line):
                spans.append(make_span((start, start + len(line))))
            elif stripped:
                begin = start + line.index(stripped[0])
                spans.append(make_span((begin, begin + len(stripped))))
        start += len(line) + 1
    return spans


def stripped_line(article: Article, number: int) -> Span:
    """Return the line of a number (from 0), without the white space around it."""
    starts = article.line_starts
    start, end = starts[number], starts[number + 1] if number + 1 < len(starts) else len(article.text)
    stripped = article.text[start:end].strip()
    if stripped:
        start = article.text.index(stripped[0], start)
    return Span(start, start + len(stripped))
