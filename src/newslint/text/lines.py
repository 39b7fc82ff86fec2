"""Lines. A line of the canonical text is a block of the article: a paragraph, a heading, a label."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from newslint.article import Article, is_long_part, span_list
from newslint.model import Span, make_span

if TYPE_CHECKING:
    from newslint.article import SpanList
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
    return [line_span(article, number) for number in range(len(article.line_starts))]


def line_at(article: Article, offset: int) -> Span:
    """Return the line that holds `offset`, without the line end."""
    return line_span(article, article.line_index(offset))


def line_span(article: Article, number: int) -> Span:
    """Return the line of a number (from 0), without the line end. No line has white space around it."""
    starts = article.line_starts
    return make_span((starts[number], starts[number + 1] - 1 if number + 1 < len(starts) else len(article.text)))


def span_list_of_line(article: Article, line: tuple[int, int]) -> SpanList[Span]:
    """Return an empty list for spans in a line. In a short line it is a list, also in a long article."""
    return span_list(article, make_span) if is_long_part(*line) else []


def non_blank_lines(article: Article) -> list[Span]:
    """Return the lines that are not empty: an article's blocks."""
    starts = article.line_starts
    ends = [*starts[1:], len(article.text) + 1]
    return [make_span((start, end - 1)) for start, end in zip(starts, ends, strict=True) if end - start > 1]
