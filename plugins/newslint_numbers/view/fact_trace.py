"""The trace of facts, for `--why`: which figure is compared with other articles, and why another is not."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import NO_CANDIDATE, Article, Rejection, Span, TraceStep, numbers, quantity
from newslint_numbers.view.ages import NO_SIGN, age_candidates
from newslint_numbers.view.casualties import (
    NO_OUTCOME,
    NO_WORD,
    casualty_candidates,
)
from newslint_numbers.view.events import blocking_keys, long_opening_event, opening_event
from newslint_numbers.view.time_since_last import time_since_last
from newslint_numbers.view.trace import describe, touches

MAX_NAMES = 5  # shown of those under which reports meet


def trace_facts(article: Article, span: Span) -> Iterator[TraceStep]:
    """Yield for each number and each "first" in a span which fact it is, or why it is none."""
    counts, persons = dict(casualty_candidates(article)), set()
    for number, (place, age) in zip(article.get(numbers), age_candidates(article), strict=True):
        is_first_age = not isinstance(age, Rejection) and age.key not in persons
        if not isinstance(age, Rejection):
            persons.add(age.key)
        if not touches(place, span):
            continue
        count, figure = counts[place], quantity(article, number)
        yield TraceStep(place, "figure", f"is {describe(article, figure)}")
        if not isinstance(count, Rejection):
            yield TraceStep(place, "fact", f"is how many were {count.outcome}, {_meets(article)}")
        elif not isinstance(age, Rejection):
            with_name = f'the age of "{age.name}"'
            fact = "is compared with reports that have that name" if is_first_age else "only the first is compared"
            yield TraceStep(place, "fact", f"is {with_name}: {fact}")
        else:
            is_candidate = count not in (NO_WORD, NO_OUTCOME) or age is not NO_SIGN
            yield TraceStep(
                place, count.stage if is_candidate else NO_CANDIDATE, f"is no fact about casualties: {count.reason}"
            )
            yield TraceStep(place, age.stage, f"is no age of a person: {age.reason}")
    for mention in article.mentions("numbers.first"):
        place = Span(mention[0], mention[1])
        if touches(place, span):
            since = time_since_last(article, mention)
            if isinstance(since, Rejection):
                yield TraceStep(place, since.stage, f"says of nothing when it was last: {since.reason}")
            else:
                words = f'says how long there was no "{since.noun}", "{article[since.span]}"'
                yield TraceStep(place, "fact", f"{words}, {_meets(article, is_long=True)}")


def _meets(article: Article, *, is_long: bool = False) -> str:
    """Return in words which reports a fact is compared with."""
    names = blocking_keys(article.get(long_opening_event if is_long else opening_event))
    if not names:
        return "but is compared with no report: the opening has no names"
    listed = ", ".join(f'"{name.title()}"' for name in names[:MAX_NAMES])
    more = f" and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else ""
    return f"and is compared with reports that share one of these names: {listed}{more}"
