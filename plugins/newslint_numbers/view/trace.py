"""The trace of figures, for `--why`: how each figure is read, and what a rule concludes about it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from newslint.api import (
    NO_CANDIDATE,
    Article,
    Finding,
    Pattern,
    Quantity,
    Rejection,
    Span,
    TraceStep,
    numbers,
    quantity,
    sentence_at,
)

KINDS = {
    "count": "a count",
    "money": "a sum of money",
    "measure": "a measure",
    "share": "a percentage",
    "point": "a number of percentage points",
    "period": "a period of time",
    "age": "an age",
    "date": "a date, or a part of one",
    "clock": "a time of day",
    "multiple": "a multiple",
    "part": "a fraction",
    "name": "a part of a name",
    "modifier": "a part of what describes a noun",
    "serial": "a number in brackets",
}


def trace_figures(
    article: Article, span: Span, judged: Iterable[tuple[Span, Finding | Rejection]], not_judged: str
) -> Iterator[TraceStep]:
    """Yield what a rule judges in a span, and every figure there; `not_judged` is for those that it does not judge."""
    here = [one for one in judged if touches(one[0], span)]
    waiting = deque(sorted(enumerate(candidate for candidate, _ in here), key=_start))
    near: list[tuple[int, Span]] = []  # candidates that may touch the next figure
    for figure in figures_in(article, span):
        place = Span(figure.start, figure.end)
        while waiting and waiting[0][1].start < place.end:
            near.append(waiting.popleft())
        near = [numbered for numbered in near if place.start < numbered[1].end]
        around = [candidate for _, candidate in sorted(near)]
        yield TraceStep(place, "figure", f"is {describe(article, figure)}")
        if not around:
            yield TraceStep(place, NO_CANDIDATE, not_judged)
        elif all(candidate.start != place.start for candidate in around):
            yield TraceStep(place, "form", f"is judged with what begins {where(article, around[0])}")
    for candidate, outcome in here:
        if outcome:
            yield TraceStep(candidate, "rule", "is reported")
        else:
            yield TraceStep(candidate, outcome.stage, outcome.reason)


def _start(numbered: tuple[int, Span]) -> int:
    return numbered[1].start


def figures_in(article: Article, span: Span) -> Iterator[Quantity]:
    """Yield the figures in a span."""
    for number in article.get(numbers):
        if touches(Span(number.start, number.end), span):
            yield quantity(article, number)


def describe(article: Article, figure: Quantity) -> str:
    """Return in words how a figure is read: 'a count of "people", killed ("dead" at 1:4)'."""
    noun = f' of "{article[figure.noun_phrase]}"' if figure.noun and figure.kind == "count" else ""
    outcome = f", {figure.outcome} ({quote(article, figure.outcome_span)})" if figure.outcome else ""
    hedge = f', hedged by "{article[figure.hedge_span]}"' if figure.hedge_span[0] < figure.hedge_span[1] else ""
    is_bare = figure.kind == "count" and not (noun or outcome)
    return f"{'a number without a noun after it' if is_bare else KINDS[figure.kind]}{noun}{outcome}{hedge}"


def quote(article: Article, span: Span) -> str:
    """Return the words of a span with their place: '"dead" at 1:4'."""
    return f'"{article[span]}" {where(article, span)}'


def with_sign(article: Article, reason: str, sign: Pattern, offset: int) -> str:
    """Return a reason with the words of the sentence at an offset that it rests on."""
    sentence = sentence_at(article, offset)
    match = sign.search(article.text, sentence.start, sentence.end)
    return f"{reason}, {quote(article, Span(*match.span()))}" if match else reason


def where(article: Article, span: Span) -> str:
    """Return where a span begins: "at 1:4"."""
    start, _ = article.start_and_end_position(span)
    return f"at {start.line}:{start.column}"


def touches(span: Span, other: Span) -> bool:
    """Return whether two spans overlap."""
    return span.start < other.end and other.start < span.end
