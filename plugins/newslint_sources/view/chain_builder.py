"""Puts the mentions of one source together: the new ones, those that go back to an earlier one, and those that a
formula of anonymity makes."""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import Article, Pattern, Span, Speaker, sentence_at
from newslint_sources.data.words import EXPERTS, GENERIC, KNOWING
from newslint_sources.view.classify import DEFINITE, DETERMINERS, INDEFINITE, NUMBERS, classify_source, parse_phrase
from newslint_sources.view.reasons import ANAPHORIC_SUBJECT

# Somebody the lexicon does not know, before a formula: "a baker who asked not to be named".
UNKNOWN_PERSON = Pattern(r"""\b(?:an?|one|another|two|three|four|five|several|some)\s+[^,.;:“”"\n]{2,60}?
    (?=[”"]?,?\s+(?:who|speaking|spoke|told|said|says|asked|requested|declined|on\s+(?:the\s+)?condition|interviewed|familiar|with)\b)""")
# Delayed identification: "A senior official said … \n Jane Doe, the deputy head of …, said"
NAMED_NEXT = Pattern(
    r"""(?:[A-Z][a-z’'-]+\ ){1,2}[A-Z][a-z’'-]+,\ (?:an?\b|the\b|who\b|[a-z])[^.\n]{0,120}?,\ (?:said|told)\b""",
    case_sensitive=True,
)
NAME = Pattern(r",?\s+[A-Z][a-z’'-]+\s+(?:[A-Z]\.\s+)?[A-Z][a-z’'-]+", case_sensitive=True)
# Where experts work: "economists at Example Bank" can be asked, officials anywhere cannot.
EMPLOYER = Pattern(r"\s(?:at|from|with)\s(?:the\s|an?\s)?[A-Z]", case_sensitive=True)
SPEAKS = Pattern(r"\b(?:sp[eo]a?k\w*|sa(?:id|ys?|ying)|t[eo]ll?[sd]?|describ\w+|interview\w*|accord\w+|quot\w+)\b")
LEDE = 300  # a lede's source may be named in the next paragraph
RECENT = 30  # chains
MAX_ANAPHORA_DISTANCE = 600  # "they" goes back no further than this


class ChainDraft:
    """A chain while it is being put together."""

    def __init__(self, span: Span, head: str, kind: str, key: tuple[str, ...], plural: bool) -> None:
        self.mentions = [span]
        self.head, self.kind, self.key, self.plural = head, kind, key, plural
        self.formula: Span | None = None
        self.reason: Span | None = None
        self.referred_to = False  # by "the official": after that "an official" is somebody else
        self.named = False

    def is_compatible_noun(self, head: str) -> bool:
        """Whether the noun may be said of this source: official and officials, source and anybody."""
        return self.stem == head.rstrip("s") or head in GENERIC or self.head in GENERIC

    @property
    def stem(self) -> str:
        """The noun in the singular, or nearly."""
        return self.head.rstrip("s")


class SourceChainBuilder:
    """The chains of one article, in the making."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.chains: list[ChainDraft] = []
        self.by_words: dict[tuple[tuple[str, ...], bool], ChainDraft] = {}

    def add_speaker(self, speaker: Speaker, anonymous: bool) -> ChainDraft | None:
        """The chain that a speaker belongs to, begun or gone on with; None for speakers that are none of ours."""
        text, words, span = (
            self.article.text,
            parse_phrase(self.article.text, speaker),
            Span(speaker.start, speaker.end),
        )
        if words.first in DEFINITE and not words.is_possessive and speaker.head != "authorities":
            return self.resolve_definite(span, speaker.head, words.plural, anonymous)
        if (
            not words.plural
            and words.first not in DETERMINERS
            and not words.is_possessive
            and not _opens(text, span.start)
        ):
            return None  # part of a title or of another noun
        sort = classify_source(speaker, words, anonymous)
        if not sort or (
            sort == "collective"
            and speaker.head in EXPERTS
            and EMPLOYER.match(text, speaker.head_start + len(speaker.head))
        ):
            return None
        if (
            words.plural
            and speaker.attribution_type == "before"
            and text[max(0, span.start - 5) : span.start] == " and "
        ):
            return None  # "the minister and other officials": somebody is named
        link = self._matching_chain(words.first, words.key, words.plural, speaker.head)
        if link:
            link.mentions.append(span)
            return link
        link = ChainDraft(span, speaker.head, sort, words.key, words.plural)
        if not words.plural:
            link.named = self._is_named_later(speaker, words.key) or (span.start < LEDE and self._named_next(span.end))
        self._begin(link)
        return link

    def _begin(self, link: ChainDraft) -> None:
        self.chains.append(link)
        self.by_words[link.key, link.plural] = link

    def _recent(self) -> list[ChainDraft]:
        """The last chains, the last first: what a phrase goes back to is not far."""
        return self.chains[: -RECENT - 1 : -1]

    def _matching_chain(self, first: str, key: tuple[str, ...], plural: bool, head: str) -> ChainDraft | None:
        """The chain that a phrase without "the" goes on with, if any."""
        same = self.by_words.get((key, plural))
        if plural:
            if not same and head in KNOWING and first in NUMBERS:  # "people familiar with it … Five people"
                return next((k for k in self._recent() if k.plural and k.head in KNOWING), None)
            return same
        if first in ("one", "another"):
            groups = (
                k for k in self._recent() if k.plural and k.kind in ("source", "bare") and k.is_compatible_noun(head)
            )
            return next(groups, same if first == "one" else None)
        if same and first in INDEFINITE and same.referred_to and not (same.reason or same.named):
            return None
        return same

    def resolve_definite(self, span: Span, head: str, plural: bool, anonymous: bool) -> ChainDraft | None:
        """The chain that "the official" goes back to. Without one only a formula makes a source of it."""
        known = [k for k in self._recent() if k.stem == head.rstrip("s") and k.kind != "spokesperson"]
        known = known or [k for k in self._recent() if k.kind in ("source", "bare") and k.is_compatible_noun(head)]
        link = next((k for k in known if k.plural == plural), known[0] if known else None)
        if link:
            link.mentions.append(span)
            link.referred_to = True
        elif anonymous:
            link = ChainDraft(span, head, "source", (head,), plural)
            self._begin(link)
        return link

    def resolve_formula_without_speaker(self, at: int, anonymous: bool) -> list[ChainDraft]:
        """The chains that a formula is about where nobody speaks beside it: "They asked not to be named"."""
        text, sentence = self.article.text, sentence_at(self.article, at)
        subject = ANAPHORIC_SUBJECT.match(text, sentence.start)
        if subject:
            words = subject.group().lower().strip('"“').split()
            if words[0] == "the":
                plural = words[-1].endswith("s") or words[-1] == "people"
                speaks = (
                    anonymous
                    and SPEAKS.search(text, sentence.start, min(sentence.end, at + MAX_ANAPHORA_DISTANCE)) is not None
                )
                link = self.resolve_definite(Span(*subject.span()), words[-1], plural, speaks)
                return [link] if link else []
            if self.chains and self.chains[-1].mentions[-1].start > sentence.start - MAX_ANAPHORA_DISTANCE:
                return self.chains[-2:] if words[0] in ("both", "neither") else self.chains[-1:]
        return self._start_unknown_source(sentence.start, at) if anonymous else []

    def _start_unknown_source(self, start: int, at: int) -> list[ChainDraft]:
        """A new chain of the last person before a formula, whatever he is called."""
        text, found = self.article.text, None
        begin = max(start, at - 200)
        while (match := UNKNOWN_PERSON.search(text, begin, at + 20)) and match.start() < at:
            found, begin = match, match.start() + 1
        if not found:
            return []
        head = found.group().split()[-1].lower()
        plural = head.endswith("s") or head == "people"
        link = self._matching_chain(found.group().split()[0].lower(), (head,), plural, head)
        if link:
            link.mentions.append(Span(*found.span()))
        else:
            link = ChainDraft(Span(*found.span()), head, "source", (head,), plural)
            self._begin(link)
        return [link]

    def _is_named_later(self, speaker: Speaker, key: tuple[str, ...]) -> bool:
        """Whether somebody of the same description is named soon after: "budget adviser Jane Doe"."""
        text = self.article.text
        people = self.article.mentions("person")
        for number in range(bisect_left(people, (speaker.end,)), len(people)):
            start, end, word = people[number]
            if start > speaker.end + MAX_ANAPHORA_DISTANCE:
                break
            if word == speaker.head and NAME.match(text, end):
                ahead = text[max(0, start - 60) : start].lower().split()
                if ahead and (ahead[-1] in key or ahead[-1] == "the"):
                    return True
        return False

    def _named_next(self, end: int) -> bool:
        """Whether the sentence after a lede names its source."""
        text = self.article.text
        start = text.find("\n", end)
        while 0 <= start < len(text) and text[start].isspace():
            start += 1
        return start >= 0 and bool(NAMED_NEXT.match(text, start))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a clause begins here, where a headline's "Official says" may stand without an article."""
    return not start or text[start - 1] == "\n" or text[max(0, start - 2) : start] in (", ", ". ", ": ")
