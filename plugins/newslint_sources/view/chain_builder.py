"""Groups the mentions of one source into a chain: new sources, references to earlier ones, and sources that only a
formula of anonymity shows."""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import Article, Pattern, Span, Speaker, mask_abbreviations, sentence_at
from newslint_sources.data.words import (
    AFTER_UNKNOWN_PERSON,
    COUNT_WORDS,
    DEFINITE_DETERMINERS,
    GENERIC_NOUNS,
    INDEFINITE_DETERMINERS,
    KNOWING_NOUNS,
)
from newslint_sources.view.anonymity_reasons import ANAPHORIC_SUBJECT
from newslint_sources.view.classify import classify_source, parse_phrase

# A person whose noun is not in the lexicon, before a formula: "a baker who asked not to be named".
UNKNOWN_PERSON = Pattern(
    r"""\b(?:an?|one|another|two|three|four|five|several|some)\s+[^,.;:“”\n]{2,60}?
    (?=”?,?\s+(?:"""
    + "|".join(AFTER_UNKNOWN_PERSON)
    + r"|on\s+(?:the\s+)?condition)\b)",
    method="search",
    matches=("We met a baker who asked", "two of the divers, speaking", "a guard on condition"),
    misses=("the baker who asked", "a baker and a butcher"),
)
# Delayed identification: "A senior official said … \n Jane Doe, the deputy head of …, said"
NAMED_SPEAKER = Pattern(
    r"""(?:[A-Z][a-z'-]+\ ){1,2}[A-Z][a-z'-]+,\ (?:an?\b|the\b|who\b|[a-z])[^.\n]{0,120}?,\ (?:said|told)\b""",
    case_sensitive=True,
    matches=("Maria Lind, the head of the board, said", "Jan Van Novak, who runs the port, told"),
    misses=("Maria Lind said", "The board, the mayor wrote", "Maria Lind, Jan Novak and others, said"),
)
NAME_AFTER_NOUN = Pattern(
    r",?\s+[A-Z][a-z'-]+\s+(?:[A-Z]\.\s+)?[A-Z][a-z'-]+",
    case_sensitive=True,
    matches=(" Maria Lind", ", Maria K. Lind"),
    misses=(" Maria said", " who said"),
)
SPEECH = Pattern(
    r"\b(?:sp[eo]a?k\w*|sa(?:id|ys?|ying)|t[eo]ll?[sd]?|describ\w+|interview\w*|accord\w+|quot\w+)\b",
    method="search",
    matches=("The aide spoke", "The aide told us"),
    misses=("The aide left", "The aide stole a car"),
)
LEDE_CHARS = 300  # a source in the lede may be named in the next paragraph
MAX_RECENT_CHAINS = 30
MAX_CHARS_BEFORE_FORMULA = 200  # where a person may stand whom the formula is about
MAX_NAMED_SPEAKER_CHARS = 250  # from the name to the verb
MAX_ANAPHORA_DISTANCE_CHARS = 600  # "they" refers to a source that is at most so far before


class ChainDraft:
    """A chain that is still being built."""

    def __init__(self, span: Span, head: str, kind: str, key: tuple[str, ...], plural: bool) -> None:
        self.mentions = [span]
        self.head, self.kind, self.key, self.plural = head, kind, key, plural
        self.stem = _stem(head)
        self.formula: Span | None = None
        self.reason: Span | None = None
        self.referred_to = False  # by "the official": after that "an official" is another source
        self.named = False

    def is_compatible_noun(self, head: str) -> bool:
        """Return whether the noun may refer to this source: official and officials, a generic noun and any other."""
        return self.stem == _stem(head) or head in GENERIC_NOUNS or self.head in GENERIC_NOUNS


class SourceChainBuilder:
    """Builds the chains of one article. Call it in the order of the text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.chains: list[ChainDraft] = []
        self.by_words: dict[tuple[tuple[str, ...], bool], ChainDraft] = {}

    def add_speaker(self, speaker: Speaker, anonymous: bool) -> ChainDraft | None:
        """Return the chain of a speaker, new or extended; None for a speaker who is not an unnamed source."""
        text, span = self.article.text, Span(speaker.start, speaker.end)
        phrase = parse_phrase(text, speaker)
        if phrase.first in DEFINITE_DETERMINERS and not phrase.is_possessive and speaker.head != "authorities":
            return self.resolve_definite(span, speaker.head, phrase.plural, anonymous)
        kind = classify_source(text, speaker, phrase, anonymous)
        if not kind:
            return None
        draft = self._matching_chain(phrase.first, phrase.key, phrase.plural, speaker.head)
        if draft:
            draft.mentions.append(span)
            return draft
        draft = ChainDraft(span, speaker.head, kind, phrase.key, phrase.plural)
        if not phrase.plural:
            draft.named = self._is_named_later(speaker, phrase.key) or (
                span.start < LEDE_CHARS and self._is_named_in_next_line(span.end)
            )
        return self._start_chain(draft)

    def _start_chain(self, draft: ChainDraft) -> ChainDraft:
        self.chains.append(draft)
        self.by_words[draft.key, draft.plural] = draft
        return draft

    def _recent(self) -> list[ChainDraft]:
        """Return the most recent chains, the last one first: an anaphor does not refer far back."""
        return self.chains[: -MAX_RECENT_CHAINS - 1 : -1]

    def _matching_chain(self, first: str, key: tuple[str, ...], plural: bool, head: str) -> ChainDraft | None:
        """Return the chain that an indefinite phrase belongs to, or None where it introduces a new source."""
        same_words = self.by_words.get((key, plural))
        if plural:
            if not same_words and head in KNOWING_NOUNS and first in COUNT_WORDS:
                # "people familiar with it … Five people"
                return next((draft for draft in self._recent() if draft.plural and draft.head in KNOWING_NOUNS), None)
            return same_words
        if first in ("one", "another"):
            groups = (
                draft
                for draft in self._recent()
                if draft.plural and draft.kind in ("source", "bare") and draft.is_compatible_noun(head)
            )
            return next(groups, same_words if first == "one" else None)
        if same_words and first in INDEFINITE_DETERMINERS and same_words.referred_to:
            return same_words if same_words.reason or same_words.named else None
        return same_words

    def resolve_definite(self, span: Span, head: str, plural: bool, anonymous: bool) -> ChainDraft | None:
        """Return the chain that "the official" refers to; without one, a new chain if a formula makes it a source."""
        stem = _stem(head)
        candidates = [draft for draft in self._recent() if draft.stem == stem and draft.kind != "spokesperson"] or [
            draft for draft in self._recent() if draft.kind in ("source", "bare") and draft.is_compatible_noun(head)
        ]
        if candidates:
            draft = next((draft for draft in candidates if draft.plural == plural), candidates[0])
            draft.mentions.append(span)
            draft.referred_to = True
            return draft
        if anonymous:
            return self._start_chain(ChainDraft(span, head, "source", (head,), plural))
        return None

    def resolve_formula_without_speaker(self, at: int, anonymous: bool) -> list[ChainDraft]:
        """Return the chains that a formula is about where its sentence has no speaker: "They asked not to be named"."""
        text, sentence = self.article.text, sentence_at(self.article, at)
        subject = ANAPHORIC_SUBJECT.match(text, sentence.start)
        if subject:
            words = subject.group().lower().strip("“").split()
            if words[0] == "the":
                is_source = anonymous and bool(
                    SPEECH.search(text, sentence.start, min(sentence.end, at + MAX_ANAPHORA_DISTANCE_CHARS))
                )
                draft = self.resolve_definite(Span(*subject.span()), words[-1], _is_plural(words[-1]), is_source)
                return [draft] if draft else []
            if self.chains and self.chains[-1].mentions[-1].start > sentence.start - MAX_ANAPHORA_DISTANCE_CHARS:
                return self.chains[-2:] if words[0] in ("both", "neither") else self.chains[-1:]
        return self._start_unknown_source(sentence.start, at) if anonymous else []

    def _start_unknown_source(self, start: int, at: int) -> list[ChainDraft]:
        """Return the chain of the last person before a formula, whatever the noun; an empty list without one."""
        text, person = self.article.text, None
        window_start = max(start, at - MAX_CHARS_BEFORE_FORMULA)
        window = mask_abbreviations(text, window_start, at + 20)
        begin = 0 if window_start == start else 1  # no word's middle opens the phrase
        while (match := UNKNOWN_PERSON.search(window, begin, len(window))) and window_start + match.start() < at:
            person, begin = match, match.start() + 1
        if not person:
            return []
        words = person.group().lower().split()
        head, plural = words[-1], _is_plural(words[-1])
        span = Span(window_start + person.start(), window_start + person.end())
        draft = self._matching_chain(words[0], (head,), plural, head)
        if not draft:
            return [self._start_chain(ChainDraft(span, head, "source", (head,), plural))]
        draft.mentions.append(span)
        return [draft]

    def _is_named_later(self, speaker: Speaker, key: tuple[str, ...]) -> bool:
        """Return whether a person of the same description is named soon after: "budget adviser Jane Doe"."""
        text = self.article.text
        people = self.article.mentions("person")
        for number in range(bisect_left(people, (speaker.end,)), len(people)):
            start, end, noun = people[number]
            if start > speaker.end + MAX_ANAPHORA_DISTANCE_CHARS:
                break
            if noun == speaker.head and NAME_AFTER_NOUN.match(text, end):
                words_before = text[max(0, start - 60) : start].lower().split()
                if words_before and (words_before[-1] in key or words_before[-1] == "the"):
                    return True
        return False

    def _is_named_in_next_line(self, end: int) -> bool:
        """Return whether the next line that is not blank begins with a speaker's name."""
        text = self.article.text
        start = text.find("\n", end)
        while 0 <= start < len(text) and text[start] == "\n":
            start += 1
        window = mask_abbreviations(text, start, start + MAX_NAMED_SPEAKER_CHARS) if start >= 0 else ""
        return NAMED_SPEAKER.match(window, 0) is not None


def _stem(noun: str) -> str:
    """Return the noun in the singular, approximately."""
    return noun.rstrip("s")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") or noun == "people"
