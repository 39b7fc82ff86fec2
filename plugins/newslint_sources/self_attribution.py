"""sources/self-attribution: an outlet that "has learned" something and does not say from whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Rejection, Rule, Span, in_quotation, sentence_at, speakers
from newslint_sources.data.standards import PROFILES
from newslint_sources.data.words import LEXICON, OUTLET_NAMES, SELF_ATTRIBUTION
from newslint_sources.view.headlines_and_tweets import IN_TWEET, is_in_tweet

# The subject: an outlet. "The president has learned" means something else.
OUTLET = Pattern(
    r"""(?:\b[Tt]his\ (?:newspaper|website|site|publication|reporter|outlet)|\b[Oo]ur\ (?:correspondent|reporter)s?
    |\b[Tt]he\ (?:Daily|Sunday|Morning|Evening)\ [A-Z]\w+
    |\b(?:[Tt]he\ )?(?:[A-Z][\w.'&-]*\ ){0,3}(?:"""
    + "|".join(OUTLET_NAMES)
    + r"""))\ (?:exclusively\ |now\ |also\ )?$""",
    case_sensitive=True,
    method="search",
    matches=("The Evening Herald ", "this website exclusively ", "Our correspondent "),
    misses=("The president ", "The Herald, which ", "the star "),
)
WE = Pattern(r"(?:^|[.\n,]\s)we\s$", method="search", matches=("He left. We ", ", we "), misses=("what we ", "as we "))
# What follows a claim to know: the news.
NEWS = Pattern(
    r"\s+(?:that|from|of)\b|[.,]", matches=(" that he left", ".", ", he left"), misses=(" to swim", " about tides")
)
# "I understand" and "we are told" credit news to no one where commas set them apart.
PARENTHETICAL = Pattern(r",\s$", method="search", matches=("He will go, ",), misses=("now ", "He left. "))
# After "this newspaper": the verb that claims to know.
CLAIM_TO_KNOW = Pattern(
    r"\s+(?:has\ (?:learne[dt]|learnt|been\ told|seen)|understands|was\ told|can\ (?:exclusively\ )?reveal)",
    matches=(" has been told", " can exclusively reveal"),
    misses=(" has moved", " was founded in 1900"),
)
TOLD = Pattern(
    r"\s+(?:that|the|an?|he|she|they|there)\b|[,.]",
    matches=(" the mayor left", " that he left", ", left"),
    misses=(" to leave", " off by him"),
)
# The sentence is what a named person said: its quotation marks are lost.
ENDS_WITH_SPEAKER = Pattern(
    r",\ (?:(?:[A-Z][\w'-]+\ ){1,3}(?:said|says|told)|said\ [A-Z])[^,;:“”]*$",
    case_sensitive=True,
    method="search",
    matches=("he left, Jan Novak said on Monday.", "he left, said Novak."),
    misses=("he left, the aide said.", "he left. Novak said so."),
)
PLAIN_VERBS = frozenset(("understands", "learnt", "learned", "gathered"))

ONCE_PER_SENTENCE = Rejection("the sentence has a finding already")
IN_QUOTATION = Rejection("it stands in a quotation, so somebody else says it")
UNNAMED_SPEAKER = Rejection("an unnamed source speaks in the sentence: the rules on that source report it")
NAMED_SPEAKER = Rejection("the sentence ends with the name of the one who said so")
NO_CLAIM = Rejection("the outlet does not claim to know something here")
NO_NEWS = Rejection("no news follows, so the words mean something else")
NO_OUTLET = Rejection("no outlet stands before the verb")


class SelfAttribution(Rule):
    """Finds news that an outlet credits to itself: "The Herald has learned", "this newspaper understands".

    It sounds like attribution and names no source at all. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is never enough to say that NPR "has learned" something.

    Where an unnamed source speaks in the same sentence, the rules on that source report it.

    ```bad
    The Evening Herald has learned that two directors will go.
                       ^^^^^^^^^^^ "has learned" names no source; say how the outlet knows.
    ```

    ```good
    The ministry has learned that two directors will go, its spokesman Jan Novak said.
    ```
    """

    name = "sources/self-attribution"
    severity = "info"
    profiles = PROFILES[name]
    required_kinds = ("sources.self",)

    def lexicon(self) -> Lexicon:
        """Return what outlets say about themselves, with the words that find speakers."""
        return {**LEXICON, **SELF_ATTRIBUTION}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each phrase in which an outlet credits itself, with at most one finding per sentence."""
        reported_until = -1
        for start, end, words in article.mentions("sources.self"):
            if start < reported_until:
                outcome: Span | Rejection = ONCE_PER_SENTENCE
            elif in_quotation(article, start):
                outcome = IN_QUOTATION
            else:
                outcome = _claim_of_outlet(article, start, end, words)
            if isinstance(outcome, Rejection):
                yield Span(start, end), outcome
                continue
            reported_until = sentence_at(article, start).end
            yield outcome, Finding(outcome, f'"{article[outcome]}" names no source; say how the outlet knows.')


def _claim_of_outlet(article: Article, start: int, end: int, words: str) -> Span | Rejection:
    """Return what to report, or why it is no news that the outlet credits to itself."""
    span = _self_attribution(article.text, start, end, words)
    if not span:
        return span
    if is_in_tweet(article.text, start):
        return IN_TWEET
    sentence = sentence_at(article, start)
    if _has_unnamed_speaker(article, sentence):
        return UNNAMED_SPEAKER
    return NAMED_SPEAKER if ENDS_WITH_SPEAKER.search(article.text, end, sentence.end) else span


def _self_attribution(text: str, start: int, end: int, words: str) -> Span | Rejection:
    """Return what to report, or why the outlet does not claim to know something."""
    if words.startswith("this "):
        claim = CLAIM_TO_KNOW.match(text, end)
        return Span(start, claim.end()) if claim else NO_CLAIM
    if words.startswith(("i ", "i'", "we ")):
        is_aside = PARENTHETICAL.search(text, start - 2, start) and text[end : end + 1] in (",", ".")
        is_told = words.endswith("told") and TOLD.match(text, end, end + 20)
        return Span(start, end) if is_aside or is_told else NO_CLAIM
    if words.startswith("ha") and WE.search(text, start - 5, start):
        return Span(start, end) if NEWS.match(text, end, end + 6) else NO_NEWS
    if words in PLAIN_VERBS and not NEWS.match(text, end, end + 6):
        return NO_NEWS
    return Span(start, end) if OUTLET.search(text, start - 60, start) else NO_OUTLET


def _has_unnamed_speaker(article: Article, sentence: Span) -> bool:
    all_speakers = article.get(speakers)
    number = bisect_left(all_speakers, (sentence.start,))
    return number < len(all_speakers) and all_speakers[number].start < sentence.end
