"""The trace of the sources: what became of every noun for people in a span, from the speaker to the verdict."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from newslint.api import Article, Mention, Rejection, Span, Speaker, TraceStep, speaker_candidates, truncate
from newslint_sources.view.chains import Chain, build_chains

KINDS = {
    "source": "one source, or several, described and without a name",
    "bare": "a source of whom nothing is told",
    "collective": "a group that nobody can identify",
    "spokesperson": "a spokesperson without a name",
}
MAX_REASON_CHARS = 40  # shown of a reason


def trace_sources(
    article: Article, span: Span, kinds: Collection[str], verdicts: Collection[str]
) -> Iterator[TraceStep]:
    """Yield the steps of every noun for people in a span, and of sources that a formula of anonymity shows.

    `kinds` and `verdicts` are those of the chains that the rule reports.
    """
    rejected: list[tuple[Speaker, Rejection]] = []
    found = build_chains(article, lambda speaker, reason: rejected.append((speaker, reason)))
    here = [one for one in article.get(speaker_candidates) if one[0][0] < span.end and span.start < one[0][1]]
    rejections = dict(reversed(rejected))  # of one that is rejected twice, the first
    chains = _chains_by_head(found, [outcome.head_start for _, _, outcome in here if outcome])
    at_first = set()  # the chains of which the first mention is among these nouns
    for mention, cue, outcome in here:
        noun = Span(mention[0], mention[1])
        yield TraceStep(noun, "speaker", _speaker_conclusion(article, cue, outcome))
        if not outcome:
            continue
        rejection = rejections.get(outcome)
        if rejection is not None:
            yield TraceStep(noun, "source", f"no source without a name: {rejection.reason}")
            continue
        for chain in chains[outcome.head_start]:
            first = chain.first_mention
            if first.start <= outcome.head_start < first.end:
                at_first.add(id(chain))
            yield from _chain_steps(article, noun, chain, kinds, verdicts)
    for chain in found:
        first = chain.first_mention
        if id(chain) not in at_first and first.start < span.end and span.start < first.end:
            yield from _chain_steps(article, first, chain, kinds, verdicts)


def _chains_by_head(chains: Iterable[Chain], heads: Iterable[int]) -> defaultdict[int, list[Chain]]:
    """Return for the start of each noun the chains that have it in a mention."""
    ordered = sorted(set(heads))
    by_head: defaultdict[int, list[Chain]] = defaultdict(list)
    for chain in chains:
        for start, end in chain.mentions:
            for head in ordered[bisect_left(ordered, start) : bisect_left(ordered, end)]:
                if chain not in by_head[head]:
                    by_head[head].append(chain)
    return by_head


def _speaker_conclusion(article: Article, cue: Mention | None, outcome: Speaker | Rejection) -> str:
    if outcome:
        return f'speaks: "{_words(article, outcome.cue)}" {_place(article, outcome.cue)}'
    with_cue = f' "{_words(article, cue)}" {_place(article, cue)},' if cue else ""
    return f"does not speak:{with_cue} {outcome.reason}"


def _chain_steps(
    article: Article, noun: Span, chain: Chain, kinds: Collection[str], verdicts: Collection[str]
) -> Iterator[TraceStep]:
    more = f", first {_place(article, chain.first_mention)}" if chain.first_mention.start < noun.start else ""
    yield TraceStep(noun, "source", f"is {KINDS[chain.kind]}{more}")
    yield TraceStep(noun, "anonymity", _verdict(article, chain))
    if chain.kind not in kinds:
        yield TraceStep(noun, "rule", "not for this rule: another one reports this kind of source")
    elif chain.verdict not in verdicts:
        yield TraceStep(noun, "rule", "not reported: this rule asks for another answer to why there is no name")
    else:
        yield TraceStep(noun, "rule", f"is reported once, at its first mention {_place(article, chain.first_mention)}")


def _verdict(article: Article, chain: Chain) -> str:
    if chain.name:
        return f'named later: "{article[chain.name].strip(" ,")}" {_place(article, chain.name)}'
    if chain.reason:
        empty = ", which says nothing of this source" if chain.verdict == "stock" else ""
        words = truncate(article.text[chain.reason.start : chain.reason.end + MAX_REASON_CHARS], MAX_REASON_CHARS)
        return f'a reason is given: "{words}" {_place(article, chain.reason)}{empty}'
    if chain.anonymity_formula:
        formula = chain.anonymity_formula
        return f'no name is promised, "{article[formula]}" {_place(article, formula)}, and no reason given'
    return "the article gives neither a name nor a reason"


def _words(article: Article, cue: Mention) -> str:
    return article[cue[0], cue[1]]


def _place(article: Article, span: Span | Mention) -> str:
    start, _ = article.start_and_end_position((span[0], span[1]))
    return f"at {start.line}:{start.column}"
