"""What the stages of this family concluded about lines and about the words of sellers, for `--why`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Literal

from newslint.api import (
    Article,
    Mention,
    Rejection,
    Span,
    TraceStep,
    headline_rejection,
    headlines,
    non_blank_lines,
    reader_directed_sentence,
)
from newslint_advertising.view.findings import promotional_headlines
from newslint_advertising.view.offers import (
    disclosures,
    has_sellers_terms,
    is_no_form,
    is_publishers,
    is_sellers_order,
    offers,
    price_line_of,
)
from newslint_advertising.view.pitches import pitch_of
from newslint_advertising.view.score_words import describe_score
from newslint_advertising.view.scoring import LOW_SCORE, reasons_for_promotion

Outcome = Span | Literal[True] | Rejection


def trace_headlines(article: Article, span: Span) -> Iterator[TraceStep]:
    """Yield the steps of the lines in a span: whether each is a headline, and advertises."""
    by_number = {headline.block.number: headline for headline in article.get(headlines)}
    for number, line in enumerate(article.get(non_blank_lines)):
        if line.start >= span.end or span.start >= line.end:
            continue
        rejection = headline_rejection(article, number)
        if rejection is not None:
            yield TraceStep(line, rejection.stage, f"not weighed: {rejection.reason}")
            continue
        headline = by_number[number]
        yield TraceStep(line, "headline", "is a headline in Title Case, after the first paragraph")
        reasons = reasons_for_promotion(article, headline)
        if isinstance(reasons, Rejection) and reasons.stage != "promotion":
            yield TraceStep(line, reasons.stage, reasons.reason)
            continue
        yield TraceStep(line, "promotion", describe_score(article, headline))
        if isinstance(reasons, Rejection):
            yield TraceStep(line, "rule", LOW_SCORE.reason)
        elif line in article.get(promotional_headlines):
            yield TraceStep(line, "rule", "is reported")
        elif article.may_be_two_blocks(line):
            yield TraceStep(line, "guard", "not reported: its line end is doubtful, so half may be the article's")
        else:
            yield TraceStep(line, "rule", "not for this rule: advertising/offer or affiliate-disclosure reports it")


def trace_offers(article: Article, span: Span) -> Iterator[TraceStep]:
    """Yield the steps of the words of sellers in a span."""
    for kind, judge in SELLERS_WORDS.items():
        yield from _trace_words(article, span, kind, judge, article.get(offers))


def trace_disclosures(article: Article, span: Span) -> Iterator[TraceStep]:
    """Yield the steps of the words about commissions in a span."""
    yield from _trace_words(article, span, "advertising.affiliate", _disclosure, article.get(disclosures))


def _trace_words(
    article: Article,
    span: Span,
    kind: str,
    judge: Callable[[Article, Mention], Outcome],
    reported: list[Span],
) -> Iterator[TraceStep]:
    reported, others = sorted(reported), sorted(article.get(disclosures))
    for mention in article.mentions(kind):
        words = Span(mention[0], mention[1])
        if words.start >= span.end or span.start >= words.end:
            continue
        outcome = judge(article, mention)
        if isinstance(outcome, Rejection):
            yield TraceStep(words, outcome.stage, outcome.reason)
            continue
        yield TraceStep(words, "offer", f"{KIND_NAMES[kind]}, addressed to the reader")
        if _is_in(words.start, reported):
            yield TraceStep(words, "rule", "is reported, with the sentences of its line that advertise")
        elif _is_in(words.start, others):
            yield TraceStep(words, "rule", "not for this rule: advertising/affiliate-disclosure reports it")
        else:
            yield TraceStep(words, "guard", "not reported: its line end is doubtful, so half may be the article's")


def _is_in(offset: int, spans: list[Span]) -> bool:
    """Return whether an offset lies in one of some spans, which are in order."""
    number = bisect_right(spans, offset, key=_start)
    return number > 0 and offset < spans[number - 1].end


def _start(span: Span) -> int:
    return span.start


def _order(article: Article, mention: Mention) -> Outcome:
    sentence = reader_directed_sentence(article, mention, opens=True)
    return sentence and is_sellers_order(article, mention, sentence) and is_no_form(article, sentence)


def _terms(article: Article, mention: Mention) -> Outcome:
    sentence = reader_directed_sentence(article, mention)
    return sentence and has_sellers_terms(article, mention, sentence) and is_no_form(article, sentence)


def _disclosure(article: Article, mention: Mention) -> Outcome:
    sentence = reader_directed_sentence(article, mention)
    return sentence and is_publishers(article, sentence)


SELLERS_WORDS: dict[str, Callable[[Article, Mention], Outcome]] = {
    "advertising.order": _order,
    "advertising.offer": _terms,
    "advertising.call": pitch_of,
    "advertising.price": price_line_of,
}
KIND_NAMES = {
    "advertising.order": "an order to buy",
    "advertising.offer": "the terms of a sale",
    "advertising.call": "praise, and where to click",
    "advertising.price": "a price, and where to pay it",
    "advertising.affiliate": "the publisher's notice about its commissions",
}
