"""Chains: all mentions of one source that is not named, with what the article says of its anonymity.

A source is met ("a senior official said"), taken up ("the official", "both sources"), perhaps explained a sentence
on ("The officials spoke on condition of anonymity because …") or named after all. One chain, one verdict; each rule
takes the verdicts that are its own.
"""

from bisect import bisect_left
from typing import NamedTuple

from newslint.api import Article, Span, Speaker, sentence_at, speakers
from newslint_sources.data.words import ADJECTIVES
from newslint_sources.view.chain_builder import ChainDraft, SourceChainBuilder
from newslint_sources.view.reasons import STOCK_REASON, anonymity_statements


class Chain(NamedTuple):
    """One source without a name."""

    kind: str  # source, bare, collective or spokesperson
    verdict: str  # unexplained, condition (a formula, no reason), stock (a reason that tells nothing), explained, named
    mentions: tuple[Span, ...]
    anonymity_formula: Span | None  # "on condition of anonymity"
    reason: Span | None  # "because she"


class ChainEvent(NamedTuple):
    """What happens at one place: somebody speaks, or is said to be anonymous, or both."""

    start: int
    speaker: Speaker | None
    formula: Span | None
    reason: Span | None


def chains(article: Article) -> list[Chain]:
    """Every source without a name, in the order of first mentions."""
    weaver = SourceChainBuilder(article)
    for event in _events(article):
        if event.speaker:
            link = weaver.add_speaker(event.speaker, event.formula is not None)
            links = [link] if link else []
        else:
            links = weaver.resolve_formula_without_speaker(event.start, event.formula is not None)
        for link in links:
            link.formula = link.formula or event.formula
            link.reason = link.reason or event.reason
            if event.formula and link.kind == "collective":
                link.kind = "source"
    return [_to_chain(link, article.text) for link in weaver.chains]


def _events(article: Article) -> list[ChainEvent]:
    said = article.get(speakers)
    starts = [speaker.start for speaker in said]
    marked: dict[int, tuple[Span | None, Span | None]] = {}
    events = []
    for formula, reason in article.get(anonymity_statements):
        at = (formula or reason or Span(0, 0)).start
        sentence = sentence_at(article, at)
        nearest = bisect_left(starts, at)
        if nearest and starts[nearest - 1] >= sentence.start:
            nearest -= 1  # whoever speaks before it in the sentence; else whoever speaks after it
        if nearest < len(starts) and sentence.start <= starts[nearest] < sentence.end:
            known = marked.get(starts[nearest], (None, None))
            marked[starts[nearest]] = (known[0] or formula, known[1] or reason)
        else:
            events.append(ChainEvent(at, None, formula, reason))
    for speaker in said:
        formula, reason = marked.get(speaker.start, (None, None))
        if not formula and not ADJECTIVES.isdisjoint(article[speaker.start, speaker.head_start].lower().split()):
            formula = Span(speaker.start, speaker.head_start)  # "an anonymous official"
        events.append(ChainEvent(speaker.start, speaker, formula, reason))
    return sorted(events, key=_start)


def _start(event: ChainEvent) -> int:
    return event.start


def _to_chain(link: ChainDraft, text: str) -> Chain:
    if link.named:
        verdict = "named"
    elif link.reason:
        verdict = "stock" if STOCK_REASON.search(text, link.reason.start, link.reason.end + 60) else "explained"
    else:
        verdict = "condition" if link.formula else "unexplained"
    return Chain(link.kind, verdict, tuple(link.mentions), link.formula, link.reason)
