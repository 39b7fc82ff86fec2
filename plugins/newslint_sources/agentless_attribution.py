"""sources/agentless-attribution: "reportedly", "is seen as", "it is believed", without the one who says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Rule, Span, in_quotation, sentence_at
from newslint_sources.data.standards import PROFILES
from newslint_sources.data.words import (
    ADVERBS,
    AGENTLESS,
    LEGAL_WORDS,
    OPINION_CUES,
    REPORT_CUES,
    TRAILING_CUES,
)

PASSIVE = Pattern(
    r"""(?<!could\ have\ )(?<!would\ have\ )(?<!might\ have\ )(?<!may\ have\ )(?<!should\ have\ )
    \b(?:is|are|was|were|been|(?:is|are|was|were)\ being)\s+(?:(?!last\b|not\b|never\b)[\w-]+\s+){0,2}$""",
    method="search",
    matches=("the deal is ", "he has been widely "),
    misses=("the man was last ", "it could have been ", "critics have "),
)
IMPERSONAL = Pattern(
    r"\bit(?:\s+(?:is|was)|\s+ha[sd]\s+been|'s)\s+(?:\w+ly\s+|also\s+|now\s+|been\s+)?$",
    method="search",
    matches=("it is widely ", "But it has been ", "it's "),
    misses=("the king is ", "it may be "),
)
CLAIM = Pattern(
    r"[.,”]|\s+(?:that|the|an?|he|she|they|there|his|her|their|its|at\ least|\d)\b|\s+(?-i:[A-Z])",
    matches=(" that the king left", " Novak left", ", left"),
    misses=(" quite often", " in town"),
)
THERE = Pattern(
    r"\bthere\s+(?:have\s+|has\s+|had\s+)?(?:also\s+)?$",
    method="search",
    matches=("There have ", "and there also "),
    misses=("There is little ", "we have "),
)
LITERAL = Pattern(
    r"\s+(?:he|she|they|it|we|i|you|far|long|soon|early|late|many|much|well)\b|[^,.;:”]{0,80}\bby\s+(?!\d)",
    matches=(" he left the bar", " a retreat by the party"),
    misses=(" a retreat", " a gain by 2 percent"),
)
LEGAL_CONTEXT = Pattern(
    r"\b(?:" + "|".join(LEGAL_WORDS).replace("*", r"\w*") + r")\b",
    method="search",
    matches=("He was arrested at noon", "a court in Lyon"),
    misses=("the courtyard was empty", "the judges sat"),
)
MAX_SENTENCE_CHARS = 800  # read on either side: a longer sentence is not a sentence
MAX_TAIL_CHARS = 40  # from the comma to the verb, and from the verb to the end of the sentence: ", the sheriff said."


class AgentlessAttribution(Rule):
    """Finds reports and opinions without a source: "reportedly", "it is believed", "is seen as".

    The reader learns that someone says so, and not who. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is not enough to say that something is "reportedly" so.

    The rule does not report where the same sentence or the next names the outlet or the speaker.

    ```bad
    The company reportedly refused the offer.
                ^^^^^^^^^^ "reportedly" leaves out who reports it; name the source, or leave it out.
    ```

    ```bad
    The deal is seen as a retreat.
                ^^^^^^^ "seen as" leaves out who thinks so; say who, or leave it out.
    ```

    ```good
    The company reportedly refused the offer. The refusal was first reported by the Evening Herald.
    ```
    """

    name = "sources/agentless-attribution"
    severity = "info"
    profiles = PROFILES[name]
    required_kinds = ("sources.agentless",)

    def lexicon(self) -> Lexicon:
        """Return the words that leave out the agent."""
        return AGENTLESS

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield at most one finding per sentence."""
        reported_until = -1
        for start, end, words in article.mentions("sources.agentless"):
            if (
                start < reported_until
                or in_quotation(article, start)
                or not _is_agentless(article.text, start, end, words)
            ):
                continue
            sentence = sentence_at(article, start)
            if _has_source(article, start, end, words, sentence):
                continue
            reported_until = sentence.end
            yield Finding(
                Span(start, end), f'"{article[start, end]}" leaves out who {_missing_agent(words)}, or leave it out.'
            )


def _missing_agent(words: str) -> str:
    """Return the middle of the message: what the agent does, and what to do about it."""
    if words.endswith(" as") or words.startswith("widely"):
        return "thinks so; say who"
    if words in ADVERBS or words.endswith("s"):
        return "reports it; name the source"
    return "says so; say who"


def _is_agentless(text: str, start: int, end: int, words: str) -> bool:
    """Return whether the phrase has no agent: not "was last seen as he left", not "gave thought to"."""
    if words in ADVERBS:
        return True
    if words.startswith("it "):
        return bool(CLAIM.match(text, end, end + 40))
    if words.endswith(" that"):
        return bool(IMPERSONAL.search(text, start - 40, start))
    if words.endswith(("ports", "mors", "mours", "claims")):
        return bool(THERE.search(text, start - 30, start))
    return bool(PASSIVE.search(text, start - 45, start)) and not LITERAL.match(text, end, end + 90)


def _has_source(article: Article, start: int, end: int, words: str, sentence: Span) -> bool:
    """Return whether a cue in the sentence, or after an adverb in the next one, names the source."""
    text = article.text
    following = sentence_at(article, sentence.end + 2) if words in ADVERBS else sentence
    window_start = max(sentence.start, start - MAX_SENTENCE_CHARS)
    window_end = min(max(sentence.end, following.end), end + MAX_SENTENCE_CHARS)
    if words == "allegedly" and LEGAL_CONTEXT.search(text, window_start - 300, window_end):
        return True
    source_cues = REPORT_CUES if words in ("reportedly", "supposedly", "purportedly") else OPINION_CUES
    cues = article.mentions("cue")
    for number in range(bisect_left(cues, (window_start,)), len(cues)):
        cue_start, cue_end, cue = cues[number]
        if cue_start >= window_end:
            break
        overlaps = cue_start < end and start < cue_end
        if overlaps or in_quotation(article, cue_start):
            continue
        if cue in source_cues and (cue_start < start or cue in TRAILING_CUES):
            return True
        if cue in TRAILING_CUES and end < cue_start < sentence.end < cue_end + MAX_TAIL_CHARS:
            comma = text.rfind(",", max(end, cue_start - MAX_TAIL_CHARS), cue_start)
            if comma > 0:  # "…, the sheriff said."
                return True
    return False
