"""Chains: all mentions of one source without a name, with what the article says about its anonymity.

The article introduces a source ("a senior official said") and refers to it again ("the official", "both sources").
It may explain the anonymity a sentence later ("The officials spoke on condition of anonymity because …"), or name the
source after all. Each chain has one verdict, and each rule reports certain verdicts.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from newslint.api import Article, NamedTuple, Pattern, Rejection, Span, Speaker, offset_list, sentence_at, speakers
from newslint_sources.data.words import ANONYMOUS_ADJECTIVES
from newslint_sources.view.anonymity_reasons import STOCK_REASON, anonymity_statements
from newslint_sources.view.chain_builder import SourceChainBuilder
from newslint_sources.view.chain_draft import ChainDraft
from newslint_sources.view.headlines_and_tweets import IN_HEADLINE, IN_TWEET, is_in_headline, is_in_tweet
from newslint_sources.view.unknown_sources import UNKNOWN_PERSON

# Before a formula: people who are not the speaker and want no name.
OTHER_PEOPLE = Pattern(
    r"\b(?!who\b)[a-z]+\ who\ (?:\w+\ )?(?:want|wish|ask|request|prefer|declin|insist)[^,.;“”\n]{0,40}$",
    method="search",
    matches=("spoke of victims who want to ", "met a nurse who had asked not to "),
    misses=("spoke of victims, who want to ", "who want to go. He asked not to "),
)
CRITICISM_OF_MEDIA = Pattern(
    r"\b(?:them|they|many|most|some|outlets|media|newspapers|papers|reports|websites|stories|posts|articles)\s+$",
    method="search",
    matches=("most of them ", "several outlets "),
    misses=("The Herald ", "a report that he "),
)

CITED_BY_OTHERS = Rejection("the article tells whom other media cite")


class Chain(NamedTuple):
    """One source without a name."""

    kind: str  # source, bare, collective or spokesperson
    verdict: str  # unexplained, condition (a formula, no reason), stock (an empty reason), explained or named
    offsets: Sequence[int]  # the start and the end of each mention, in turn
    anonymity_formula: Span | None  # "on condition of anonymity"
    reason: Span | None  # "because she"
    name: Span | None  # where the article names the source later

    @property
    def first_mention(self) -> Span:
        """Where the article mentions the source first."""
        return Span(self.offsets[0], self.offsets[1])

    @property
    def mentions(self) -> Iterator[Span]:
        """Where the article mentions the source, in order."""
        return map(Span, self.offsets[::2], self.offsets[1::2])


class ChainEvent(NamedTuple):
    """One place where a source speaks, or where the article says that it is anonymous, or both."""

    start: int
    speaker: Speaker | None
    formula: Span | None
    reason: Span | None
    is_called_anonymous: bool = False  # "an unnamed official": the article says so, and promises nothing


def chains(article: Article) -> list[Chain]:
    """Return the chain of every source without a name, in the order of their first mentions."""
    return build_chains(article, lambda speaker, reason: None)


def build_chains(article: Article, reject: Callable[[Speaker, Rejection], object]) -> list[Chain]:
    """Return the chains of an article. `reject` is called with the speakers who belong to none, and the reasons."""
    builder = SourceChainBuilder(article)
    for event in _events(article, reject):
        is_anonymous = event.formula is not None or event.is_called_anonymous
        if event.speaker:
            draft = builder.add_speaker(event.speaker, is_anonymous, event.formula is not None)
            drafts = []
            if isinstance(draft, Rejection):
                reject(event.speaker, draft)
            else:
                drafts = [draft]
        else:
            drafts = builder.resolve_formula_without_speaker(event.start, is_anonymous)
        for draft in drafts:
            draft.formula = draft.formula or event.formula
            draft.reason = draft.reason or event.reason
            if is_anonymous and draft.kind == "collective":
                draft.kind = "source"
    return [_to_chain(draft, article.text) for draft in builder.chains]


def _events(article: Article, reject: Callable[[Speaker, Rejection], object]) -> Iterator[ChainEvent]:
    """Yield the events in the order of the text; a statement belongs to the nearest speaker in its sentence.

    Calls `reject` with the speakers of headlines, tweets and criticism of the media.
    """
    all_speakers, kept = article.get(speakers), offset_list(article)
    for number, speaker in enumerate(all_speakers):
        if is_in_headline(article, speaker.start):
            reject(speaker, IN_HEADLINE)
        elif _is_cited_by_others(article.text, speaker):
            reject(speaker, CITED_BY_OTHERS)
        elif is_in_tweet(article.text, speaker.end):
            reject(speaker, IN_TWEET)
        else:
            kept.append(number)
    statement_by_start: dict[int, tuple[Span | None, Span | None]] = {}
    events = []
    for formula, reason in article.get(anonymity_statements):
        at = (formula or reason or Span(0, 0)).start
        sentence = sentence_at(article, at)
        nearest = bisect_left(kept, at, key=lambda number: all_speakers[number].start)
        if nearest and all_speakers[kept[nearest - 1]].start >= sentence.start:
            nearest -= 1  # the last speaker before it in the sentence; without one, the first after it
        other = all_speakers[kept[nearest]] if nearest < len(kept) else None
        if (
            other
            and sentence.start <= other.start < sentence.end
            and not _is_about_another(article.text, other, sentence.start, at)
        ):
            earlier = statement_by_start.get(other.start, (None, None))
            statement_by_start[other.start] = (earlier[0] or formula, earlier[1] or reason)
        else:
            events.append(ChainEvent(at, None, formula, reason))
    events = sorted(events, key=_start)[::-1]
    for number in kept:
        speaker = all_speakers[number]
        while events and events[-1].start <= speaker.start:
            yield events.pop()
        formula, reason = statement_by_start.get(speaker.start, (None, None))
        yield ChainEvent(speaker.start, speaker, formula, reason, _is_called_anonymous(article, speaker))
    yield from reversed(events)


def _is_cited_by_others(text: str, speaker: Speaker) -> bool:
    """Return whether the article discusses how others report: "most of them cited anonymous sources"."""
    start, _, cue = speaker.cue
    return cue in ("cited", "cites") and CRITICISM_OF_MEDIA.search(text, start - 40, start) is not None


def _is_about_another(text: str, speaker: Speaker, start: int, at: int) -> bool:
    """Return whether a formula at `at` is about other people than the speaker: "an aide spoke of victims who asked".

    `start` is the start of the sentence.
    """
    if at < speaker.start:
        # "He refused to be named, according to an aide", "One diver, speaking anonymously, said that officials agree"
        return speaker.attribution_type == "to" or UNKNOWN_PERSON.search(text, start, at) is not None
    return speaker.attribution_type == "before" and OTHER_PEOPLE.search(text, speaker.cue[1], at) is not None


def _is_called_anonymous(article: Article, speaker: Speaker) -> bool:
    """Return whether the article calls the speaker anonymous: "an unnamed official"."""
    words = article[speaker.start, speaker.head_start].lower().split()
    adjective = next((number for number, word in enumerate(words) if word in ANONYMOUS_ADJECTIVES), None)
    # Not "the unnamed woman's lawyer".
    return adjective is not None and not any(word.endswith("'s") for word in words[adjective:])


def _start(event: ChainEvent) -> int:
    return event.start


def _to_chain(draft: ChainDraft, text: str) -> Chain:
    if draft.name:
        verdict = "named"
    elif draft.reason:
        verdict = "stock" if STOCK_REASON.search(text, draft.reason.start, draft.reason.end + 60) else "explained"
    else:
        verdict = "condition" if draft.formula else "unexplained"
    return Chain(draft.kind, verdict, draft.offsets, draft.formula, draft.reason, draft.name)
