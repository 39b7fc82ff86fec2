"""The trace of a date, for `--why`: where the article states its publication date, and why other dates are not it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.api import (
    Article,
    Finding,
    Rejection,
    Span,
    TraceStep,
    publication_candidates,
    publication_date,
    time_expressions,
)


def trace_expressions(
    article: Article, span: Span, judged: Iterable[tuple[Span, Finding | Rejection]], not_judged: Rejection
) -> Iterator[TraceStep]:
    """Yield for each time expression in a span what a rule concludes about it."""
    outcomes = dict(judged)
    for expression in article.get(time_expressions):
        place = Span(expression.start, expression.end)
        if place.start < span.end and span.start < place.end:
            outcome = outcomes.get(place, not_judged)
            if isinstance(outcome, Rejection):
                yield TraceStep(place, outcome.stage, outcome.reason)
            else:
                yield TraceStep(place, "rule", "is reported")


def trace_publication(article: Article, span: Span) -> Iterator[TraceStep]:
    """Yield for each date in a span whether it is the article's publication date."""
    published = article.get(publication_date)
    for candidate, outcome in publication_candidates(article):
        if not (candidate.start < span.end and span.start < candidate.end):
            continue
        if published and published.span == candidate:
            yield TraceStep(candidate, "publication", "is the publication date")
        elif outcome:
            yield TraceStep(candidate, "publication", f"could be the publication date, but {publication(article)}")
        else:
            yield TraceStep(candidate, outcome.stage, f"is not the publication date: {outcome.reason}")


def publication(article: Article) -> str:
    """Return in words where the article states its publication date."""
    published = article.get(publication_date)
    if published is None:
        return "the article states no publication date"
    date = f"{published.year}-{published.month:02}-{published.day:02}"
    if published.span is None:
        return f"the article is of {date}, as its metadata says"
    start, _ = article.start_and_end_position(published.span)
    return f'the article is of {date}, as "{article[published.span]}" at {start.line}:{start.column} says'
