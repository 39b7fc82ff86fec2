"""Chains: all mentions of one source without a name, with what the article says about its anonymity.

The article introduces a source ("a senior official said") and refers to it again ("the official", "both sources").
It may explain the anonymity a sentence later ("The officials spoke on condition of anonymity because …"), or name the
source after all. Each chain has one verdict, and each rule reports certain verdicts.
"""

from bisect import bisect_left
from typing import NamedTuple

from newslint.api import Article, Span, Speaker, sentence_at, speakers
from newslint_sources.data.words import ANONYMOUS_ADJECTIVES
from newslint_sources.view.anonymity_reasons import STOCK_REASON, anonymity_statements
from newslint_sources.view.chain_builder import ChainDraft, SourceChainBuilder


class Chain(NamedTuple):
    """One source without a name."""

    kind: str  # source, bare, collective or spokesperson
    verdict: str  # unexplained, condition (a formula, no reason), stock (an empty reason), explained or named
    mentions: tuple[Span, ...]
    anonymity_formula: Span | None  # "on condition of anonymity"
    reason: Span | None  # "because she"


class ChainEvent(NamedTuple):
    """One place where a source speaks, or where the article says that it is anonymous, or both."""

    start: int
    speaker: Speaker | None
    formula: Span | None
    reason: Span | None


def chains(article: Article) -> list[Chain]:
    """Return the chain of every source without a name, in the order of their first mentions."""
    builder = SourceChainBuilder(article)
    for event in _events(article):
        has_formula = event.formula is not None
        if event.speaker:
            draft = builder.add_speaker(event.speaker, has_formula)
            drafts = [draft] if draft else []
        else:
            drafts = builder.resolve_formula_without_speaker(event.start, has_formula)
        for draft in drafts:
            draft.formula = draft.formula or event.formula
            draft.reason = draft.reason or event.reason
            if has_formula and draft.kind == "collective":
                draft.kind = "source"
    return [_to_chain(draft, article.text) for draft in builder.chains]


def _events(article: Article) -> list[ChainEvent]:
    """Return the events in the order of the text; a statement belongs to the nearest speaker in its sentence."""
    all_speakers = article.get(speakers)
    starts = [speaker.start for speaker in all_speakers]
    statement_by_start: dict[int, tuple[Span | None, Span | None]] = {}
    events = []
    for formula, reason in article.get(anonymity_statements):
        at = (formula or reason or Span(0, 0)).start
        sentence = sentence_at(article, at)
        nearest = bisect_left(starts, at)
        if nearest and starts[nearest - 1] >= sentence.start:
            nearest -= 1  # the last speaker before it in the sentence; without one, the first after it
        if nearest < len(starts) and sentence.start <= starts[nearest] < sentence.end:
            earlier = statement_by_start.get(starts[nearest], (None, None))
            statement_by_start[starts[nearest]] = (earlier[0] or formula, earlier[1] or reason)
        else:
            events.append(ChainEvent(at, None, formula, reason))
    for speaker in all_speakers:
        formula, reason = statement_by_start.get(speaker.start, (None, None))
        before_noun = speaker.start, speaker.head_start
        if not formula and not ANONYMOUS_ADJECTIVES.isdisjoint(article[before_noun].lower().split()):
            formula = Span(*before_noun)  # "an anonymous official"
        events.append(ChainEvent(speaker.start, speaker, formula, reason))
    return sorted(events, key=_start)


def _start(event: ChainEvent) -> int:
    return event.start


def _to_chain(draft: ChainDraft, text: str) -> Chain:
    if draft.named:
        verdict = "named"
    elif draft.reason:
        verdict = "stock" if STOCK_REASON.search(text, draft.reason.start, draft.reason.end + 60) else "explained"
    else:
        verdict = "condition" if draft.formula else "unexplained"
    return Chain(draft.kind, verdict, tuple(draft.mentions), draft.formula, draft.reason)
