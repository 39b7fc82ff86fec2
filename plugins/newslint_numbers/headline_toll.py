"""numbers/headline-toll: dead, wounded or arrested people, counted differently in the headline than in the text."""

from collections.abc import Iterator

from newslint.api import (
    NO_CANDIDATE,
    Article,
    Finding,
    Quantity,
    Rejection,
    RelatedLocation,
    Rule,
    Span,
    TraceStep,
    numbers,
    quantity,
)
from newslint_numbers.data.casualty_words import OUTCOME_STEMS
from newslint_numbers.view.casualties import casualty_span
from newslint_numbers.view.headline import headline_line
from newslint_numbers.view.other_events import OTHER_EVENT, OTHER_EVENT_SENTENCE
from newslint_numbers.view.tolls import compare_counts

MAX_LEDE_CHARS = (
    350  # of the text after the headline; later counts are mostly of other events, or of some of the people
)


class HeadlineToll(Rule):
    """Finds a casualty count in the headline that differs from the text: "Ten dead", and below it "killing 11 people".

    Casualty counts change while a story develops, and the headline is easily forgotten. It is also what most people
    read, and the number that others quote. The Society of Professional Journalists' Code of Ethics asks for special
    care not to misrepresent a story in summarizing it. The rule compares the headline with the first count of the same
    kind in the lede. It ignores hedges, sums, victims counted with or without the attacker, round-ups and earlier
    events.

    ```bad
    Ten dead, 30 injured after blast in market
    ^^^^^^^^ the headline says "Ten dead", the text "killing 11 people"; make them agree.

    A bomb went off in a crowded market on Monday, killing 11 people and injuring 30, the ministry said.
    ```

    ```good
    At least ten dead, dozens injured after blast in market

    A bomb went off in a crowded market on Monday, killing ten people and injuring 35, the ministry said.
    ```
    """

    name = "numbers/headline-toll"
    required_kinds = ("number",)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each outcome in the headline."""
        for count, other, rejection in _compared(article):
            if rejection is None:
                here, there = _headline_span(count), casualty_span(other)
                yield Finding(
                    here,
                    f'the headline says "{article[here]}", the text "{article[there]}"; make them agree.',
                    related=(RelatedLocation(there, "the count in the text"),),
                )

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield how each figure in a span is read, and which count of the headline or the text it is compared with."""
        from newslint_numbers.view.trace import describe, figures_in, quote, with_sign  # a run does not need it

        compared, headline = list(_compared(article)), headline_line(article.text)
        for figure in figures_in(article, span):
            place, is_compared = Span(figure.start, figure.end), False
            yield TraceStep(place, "figure", f"is {describe(article, figure)}")
            for count, other, rejection in compared:
                if figure in (count, other):
                    is_compared = True
                    with_span = casualty_span(other) if figure == count else _headline_span(count)
                    words = quote(article, with_span)
                    if rejection is None:
                        yield TraceStep(place, "rule", f"contradicts {words}, which is reported")
                    else:
                        reason = rejection.reason
                        if rejection is OTHER_EVENT:
                            reason = with_sign(article, reason, OTHER_EVENT_SENTENCE, other.start)
                        yield TraceStep(place, rejection.stage, f"does not contradict {words}: {reason}")
            if not is_compared:
                yield TraceStep(place, NO_CANDIDATE, _why_alone(figure, headline))


def _why_alone(figure: Quantity, headline: Span | None) -> str:
    """Return why a figure is compared with no other."""
    if headline is None:
        return "is compared with nothing: the first line is no headline"
    if not figure.outcome:
        return "is compared with nothing: it does not count people who were killed, hurt, arrested or exchanged"
    if figure.start < headline.end:
        return f"is compared with nothing: the first {MAX_LEDE_CHARS} characters of the text have no such count"
    if figure.start >= headline.end + MAX_LEDE_CHARS:
        return f"is compared with nothing: it stands after the first {MAX_LEDE_CHARS} characters of the text"
    return "is compared with nothing: the headline has no such count, or one before it has decided"


def _compared(article: Article) -> Iterator[tuple[Quantity, Quantity, Rejection | None]]:
    """Yield each count of the headline with one of the lede, and why they do not contradict each other, or None."""
    headline, found = headline_line(article.text), article.get(numbers)
    if headline is None or not found or found[0].start >= headline.end:
        return
    title = article.text[headline.start : headline.end].lower()
    if not any(stem in title for stem in OUTCOME_STEMS):
        return
    in_headline = [quantity(article, number) for number in found if number.start < headline.end]
    counts = [count for count in in_headline if count.outcome and count.value == int(count.value)]
    if not counts:
        return
    in_lede = [
        quantity(article, number)
        for number in found
        if headline.end <= number.start < headline.end + MAX_LEDE_CHARS and number.value >= 1
    ]
    for count in counts:
        for other, rejection in compare_counts(article, count, in_headline, in_lede, headline):
            yield count, other, rejection


def _headline_span(count: Quantity) -> Span:
    """Return the span of a count in the headline, without an outcome that opens the text."""
    span = casualty_span(count)
    return span if count.outcome_span[0] > 0 else Span(count.hedged_start, span.end)
