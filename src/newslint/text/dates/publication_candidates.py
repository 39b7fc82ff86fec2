"""The candidates for the publication date, for `--why`: each date of the article, and why it is not that date."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.article import Article
from newslint.model import Span
from newslint.text.dates.expressions import time_expressions
from newslint.text.dates.publication import (
    MAX_CHARS_TO_DATE,
    MAX_HEAD_BLOCKS,
    NO_LABEL,
    PublicationDate,
    date_of_head_line,
    date_of_label,
    date_of_last_line,
    first_in,
    full_dates,
    has_last_line,
)
from newslint.text.dates.time_expression import TimeExpression
from newslint.text.lines import non_blank_lines
from newslint.trace import Rejection

NO_YEAR = Rejection("it has no year", "publication")
NO_DAY = Rejection("it has no day", "publication")
NOT_FIRST = Rejection(
    "it is not the first date of its line, or more than 120 characters stand before it", "publication"
)
FAR_DOWN = Rejection("no label precedes it, and it stands neither in the first 15 lines nor in the last", "publication")


def publication_candidates(article: Article) -> Iterator[tuple[Span, PublicationDate | Rejection]]:
    """Yield every date of the article with the publication date that it may be, or why it is none.

    `publication_date` takes the first that may be: one with a label before one without.
    """
    expressions = article.get(time_expressions)
    dates = full_dates(article)
    for expression in expressions:
        span = Span(expression.start, expression.end)
        if expression.kind == "date":
            yield span, _judge(article, dates, expression)
        elif expression.kind == "monthday":
            yield span, NO_YEAR
        elif expression.kind == "monthyear":
            yield span, NO_DAY


def _judge(article: Article, dates: Sequence[TimeExpression], date: TimeExpression) -> PublicationDate | Rejection:
    by_label = _judge_labels(article, dates, date)
    if by_label:
        return by_label
    by_line = _judge_line(article, dates, date)
    return by_line if by_line or by_label is NO_LABEL else by_label


def _judge_labels(
    article: Article, dates: Sequence[TimeExpression], date: TimeExpression
) -> PublicationDate | Rejection:
    rejection = NO_LABEL
    for label in article.mentions("published"):
        end = label[1]
        if not 0 <= date.start - end <= MAX_CHARS_TO_DATE or dates[bisect_left(dates, (end,))] != date:
            continue
        outcome = date_of_label(article, dates, label)
        if outcome:
            return outcome
        if outcome is not NO_LABEL:
            rejection = outcome
    return rejection


def _judge_line(article: Article, dates: Sequence[TimeExpression], date: TimeExpression) -> PublicationDate | Rejection:
    blocks = article.get(non_blank_lines)
    number = next(number for number, block in enumerate(blocks) if date.start < block.end)
    is_last = number == len(blocks) - 1 and has_last_line(blocks)
    if number >= MAX_HEAD_BLOCKS and not is_last:
        return FAR_DOWN
    if first_in(dates, blocks[number]) != date:
        return NOT_FIRST
    if is_last:
        return date_of_last_line(article.text, date, blocks[number])
    return date_of_head_line(article.text, date, blocks[number])
