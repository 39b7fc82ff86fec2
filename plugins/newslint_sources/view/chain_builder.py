"""Groups the mentions of one source into a chain: new sources, references to earlier ones, and sources that only a
formula of anonymity shows."""

from __future__ import annotations

from newslint.api import Article, Pattern, Rejection, Span, Speaker, offset_list, sentence_at
from newslint_sources.data.words import (
    ADDITIVE_WORDS,
    DEFINITE_DETERMINERS,
    DOCUMENTS,
    INDEFINITE_DETERMINERS,
    KNOWING_NOUNS,
    UNDESCRIPTIVE_DETERMINERS,
)
from newslint_sources.view.anonymity_reasons import ANAPHORIC_SUBJECT
from newslint_sources.view.chain_draft import ChainDraft, stem_of
from newslint_sources.view.classify import Phrase, classify_source, parse_phrase
from newslint_sources.view.naming import are_respondents, later_name, names_of_members
from newslint_sources.view.unknown_sources import person_before_formula, speaks_to_press

DEFINITE_SUBJECT = Pattern(
    r"\b(?:the|our|this|these|that|those)\s(?:[\w'-]+\s){0,3}?[\w'-]+(?=,?\s(?:who|whose|speaking)\b)",
    method="search",
    matches=("To quote our source, who asked", "with the two officials speaking"),
    misses=("To quote a source, who asked", "the road"),
)
NOT_INTRODUCED = Rejection("it refers to somebody, and no source without a name stands before it")
RESPONDENTS = Rejection("these are participants of a survey that the article names")
MAX_RECENT_CHAINS = 30
MAX_ANAPHORA_DISTANCE_CHARS = 600  # "they" refers to a source that is at most so far before


class SourceChainBuilder:
    """Builds the chains of one article. Call it in the order of the text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.chains: list[ChainDraft] = []
        self.by_words: dict[tuple[tuple[str, ...], bool, str], ChainDraft] = {}

    def add_speaker(self, speaker: Speaker, anonymous: bool, has_formula: bool) -> ChainDraft | Rejection:
        """Return the chain of a speaker, new or extended, or why the speaker is no source without a name.

        `anonymous` says whether the article calls the speaker anonymous, or has a formula of anonymity beside it.
        """
        text, span = self.article.text, Span(speaker.start, speaker.end)
        phrase = parse_phrase(text, speaker)
        if phrase.first in DEFINITE_DETERMINERS and not phrase.is_possessive and speaker.head != "authorities":
            return self.resolve_definite(span, speaker.head, phrase, has_formula) or NOT_INTRODUCED
        kind = classify_source(text, speaker, phrase, anonymous)
        if isinstance(kind, Rejection):
            return kind
        if are_respondents(self.article, speaker):
            return RESPONDENTS
        draft = self._matching_chain(phrase, speaker.head, kind) or self._bare_chain_before(span, speaker.head, kind)
        if draft:
            draft.add(span)
            return draft
        draft = self._draft(span, speaker.head, kind, phrase)
        if phrase.plural:
            draft.name = names_of_members(self.article, speaker)
        else:
            draft.name = later_name(self.article, speaker, phrase.key)
        return self._start_chain(draft)

    def _draft(self, span: Span, head: str, kind: str, phrase: Phrase) -> ChainDraft:
        return ChainDraft(offset_list(self.article), span, head, kind, phrase)

    def _start_chain(self, draft: ChainDraft) -> ChainDraft:
        self.chains.append(draft)
        self.by_words[draft.key, draft.plural, draft.number] = draft
        return draft

    def _recent(self) -> list[ChainDraft]:
        """Return the most recent chains, the last one first: an anaphor does not refer far back."""
        return self.chains[: -MAX_RECENT_CHAINS - 1 : -1]

    def _matching_chain(self, phrase: Phrase, head: str, kind: str) -> ChainDraft | None:
        """Return the chain that an indefinite phrase belongs to, or None where it introduces a new source.

        Two phrases are one source only where the words say so: a different description or count is another source.
        """
        same_words = self.by_words.get((phrase.key, phrase.plural, phrase.number))
        if phrase.plural:
            if kind == "bare" and not phrase.number:  # "sources" are the "customs sources" before
                return next((draft for draft in self._recent() if draft.head == head), None)
            return same_words
        if phrase.first in ("one", "another") or phrase.key[0] in ADDITIVE_WORDS:
            group = self._group_of(phrase, head)
            if group:
                group.has_members = True
            return group or (same_words if phrase.first != "another" else None)
        if same_words and phrase.first in INDEFINITE_DETERMINERS and same_words.referred_to:
            return same_words if same_words.reason or same_words.name else None
        return same_words

    def _bare_chain_before(self, span: Span, head: str, kind: str) -> ChainDraft | None:
        """Return the bare "sources" of the sentence before, whom a description in this one tells more of."""
        last = self.chains[-1] if self.chains else None
        if not last or kind != "source" or last.kind != "bare" or last.number or last.head != head:
            return None
        previous = sentence_at(self.article, sentence_at(self.article, span.start).start - 2)
        if last.last_start < previous.start:
            return None
        last.kind = kind
        return last

    def _group_of(self, phrase: Phrase, head: str) -> ChainDraft | None:
        """Return the group that has "one official" as a member; "another", "a second" is one only after "one"."""
        words = set(phrase.key) - ADDITIVE_WORDS - {"of", head}
        for draft in self._recent():
            if (
                draft.plural
                and draft.kind in ("source", "bare")
                and (draft.stem == stem_of(head) or (draft.head in KNOWING_NOUNS and head in KNOWING_NOUNS))
                and words.issubset(draft.key)
            ):
                return draft if phrase.first == "one" or draft.has_members else None
        return None

    def resolve_definite(self, span: Span, head: str, phrase: Phrase, anonymous: bool) -> ChainDraft | None:
        """Return the chain that "the official" refers to; without one, a new chain if a formula makes it a source."""
        stem = stem_of(head)
        candidates = [draft for draft in self._recent() if draft.stem == stem and draft.kind != "spokesperson"] or [
            draft for draft in self._recent() if draft.kind in ("source", "bare") and draft.is_compatible_noun(head)
        ]
        if candidates:
            draft = next((draft for draft in candidates if draft.plural == phrase.plural), candidates[0])
            draft.add(span)
            draft.referred_to = True
            return draft
        if anonymous:
            return self._start_chain(self._draft(span, head, "source", phrase))
        return None

    def resolve_formula_without_speaker(self, at: int, anonymous: bool) -> list[ChainDraft]:
        """Return the chains that a formula is about where its sentence has no speaker: "They asked not to be named"."""
        text, sentence = self.article.text, sentence_at(self.article, at)
        subject = ANAPHORIC_SUBJECT.match(text, sentence.start)
        if subject and DOCUMENTS.isdisjoint(subject.group().lower().split()):
            words = subject.group().lower().strip("“").split()
            if words[0] == "the":
                is_source = anonymous and speaks_to_press(text, subject.end(), at, at)
                draft = self.resolve_definite(Span(*subject.span()), words[-1], _phrase_of(words), is_source)
                return [draft] if draft else []
            last = self.chains[-1] if self.chains else None
            is_one_person = words[0] in ("he", "she")
            if (
                last
                and last.last_start > sentence.start - MAX_ANAPHORA_DISTANCE_CHARS
                and not (is_one_person and last.plural and not last.has_members)
            ):
                return self.chains[-2:] if words[0] in ("both", "neither") else self.chains[-1:]
        definite = DEFINITE_SUBJECT.search(text, max(sentence.start, at - MAX_ANAPHORA_DISTANCE_CHARS), at)
        if definite:
            words = definite.group().lower().split()
            draft = self.resolve_definite(Span(*definite.span()), words[-1], _phrase_of(words), anonymous=False)
            if draft:
                return [draft]
        return self._start_unknown_source(sentence.start, at) if anonymous else []

    def _start_unknown_source(self, start: int, at: int) -> list[ChainDraft]:
        """Return the chain of the last person before a formula, whatever the noun; an empty list without one."""
        span = person_before_formula(self.article.text, start, at)
        if not span:
            return []
        words = self.article[span].lower().split()
        phrase = _phrase_of(words)
        if not phrase.key:  # "the two": nothing says who they are
            return []
        draft = self._matching_chain(phrase, words[-1], "source")
        if not draft:
            return [self._start_chain(self._draft(span, words[-1], "source", phrase))]
        draft.add(span)
        return [draft]


def _phrase_of(words: list[str]) -> Phrase:
    """Return the phrase of a person whose noun is in no lexicon, from its words in lower case."""
    key = tuple(word for word in words if word not in UNDESCRIPTIVE_DETERMINERS)
    return Phrase(words[0], key, "", False, words[-1].endswith("s") or words[-1] == "people")
