"""sources/agentless-attribution: "reportedly", "is seen as", "it is believed", and nobody who does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Rule, Span, in_quotation, sentence_at
from newslint_sources.data.words import ADVERBS, AGENTLESS

PASSIVE = Pattern(r"""(?<!could\ have\ )(?<!would\ have\ )(?<!might\ have\ )(?<!may\ have\ )(?<!should\ have\ )
    \b(?:is|are|was|were|been|(?:is|are|was|were)\ being)\s+(?:(?!last\b|not\b|never\b)[\w-]+\s+){0,2}$""")
IMPERSONAL = Pattern(r"\bit(?:\s+(?:is|was)|\s+ha[sd]\s+been|['’]s)\s+(?:\w+ly\s+|also\s+|now\s+|been\s+)?$")
CLAIM = Pattern(r"[.,”\"]|\s+(?:that|the|an?|he|she|they|there|his|her|their|its|at\ least|\d)\b|\s+(?-i:[A-Z])")
THERE = Pattern(r"\bthere\s+(?:have\s+|has\s+|had\s+)?(?:also\s+)?$")
LITERAL = Pattern(
    r"\s+(?:he|she|they|it|we|i|you|far|long|soon|early|late|many|much|well)\b|[^,.;:”\"]{0,80}\bby\s+(?!\d)"
)
# Whose report it is. With "reportedly", a "said" nearby is usually somebody else's.
OUTLET = frozenset(("according to", "citing", "cites", "quoting", "reported", "reports", "told"))
SPEAKING = OUTLET | frozenset("said says say tells warned claimed claims believe believes wrote writes added".split())
TAILS = OUTLET | frozenset(("said", "says", "say"))  # after what is reported, these and no others answer for it
NEAR = 800  # characters: a sentence that is longer is none
LAST = 40  # characters, from the comma to the verb, and from the verb to the end of the sentence
LAW = Pattern(
    r"\b(?:charge[sd]?|charging|indict\w*|court|complaint|police|prosecutors?|lawsuit|suit|accus\w+|arrest\w*|trial|judge|alleg(?:es?|ation\w*))\b"
)


class AgentlessAttribution(Rule):
    """Finds reports and opinions that nobody reports or holds: "reportedly", "it is believed", "is seen as".

    A reader is told that something is said, and not by whom. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is not enough to say that something is "reportedly" so.

    It stays silent where the outlet or the speaker stands in the same sentence or the next.

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
    required_kinds = ("sources.agentless",)

    def lexicon(self) -> Lexicon:
        """What goes without an agent."""
        return AGENTLESS

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding a sentence."""
        last = -1
        for start, end, word in article.mentions("sources.agentless"):
            if start < last or in_quotation(article, start) or not _agentless(article.text, start, end, word):
                continue
            sentence = sentence_at(article, start)
            if _attributed(article, start, end, word, sentence):
                continue
            last = sentence.end
            yield Finding(
                Span(start, end), f'"{article[start, end]}" leaves out who {_missing(word)}, or leave it out.'
            )


def _missing(word: str) -> str:
    """What the words leave out, and what to do about it."""
    if word.endswith(" as") or word.startswith("widely"):
        return "thinks so; say who"
    if word in ADVERBS or word.endswith("s"):
        return "reports it; name the source"
    return "says so; say who"


def _agentless(text: str, start: int, end: int, word: str) -> bool:
    """Whether the words stand in a phrase without an agent, not in "was last seen as he left" or "gave thought to"."""
    if word in ADVERBS:
        return True
    if word.startswith("it "):
        return bool(CLAIM.match(text, end, end + 40))
    if word.endswith(" that"):
        return bool(IMPERSONAL.search(text, start - 40, start))
    if word.endswith(("ports", "mors", "mours", "claims")):
        return bool(THERE.search(text, start - 30, start))
    return bool(PASSIVE.search(text, start - 45, start)) and not LITERAL.match(text, end, end + 90)


def _attributed(article: Article, start: int, end: int, word: str, sentence: Span) -> bool:
    """Whether somebody answers for it, here or in the next sentence."""
    text = article.text
    following = sentence_at(article, sentence.end + 2) if word in ADVERBS else sentence
    begins, stop = max(sentence.start, start - NEAR), min(max(sentence.end, following.end), end + NEAR)
    if word == "allegedly" and LAW.search(text, begins - 300, stop):
        return True
    answers = OUTLET if word in ("reportedly", "supposedly", "purportedly") else SPEAKING
    cues = article.mentions("cue")
    for number in range(bisect_left(cues, (begins,)), len(cues)):
        begin, until, cue = cues[number]
        if begin >= stop:
            break
        if (begin < end and start < until) or in_quotation(article, begin):
            continue
        if cue in answers and (begin < start or cue in TAILS):
            return True
        if (
            cue in TAILS
            and end < begin < sentence.end < until + LAST
            and text.rfind(",", max(end, begin - LAST), begin) > 0
        ):
            return True  # "…, the sheriff said."
    return False
