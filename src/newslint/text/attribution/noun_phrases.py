"""Noun phrases: where the phrase of a noun begins, and whether it ends with the noun."""

from __future__ import annotations

from newslint.text.attribution.verbs import FORM_OF
from newslint.text.dates.calendar import WEEKDAYS
from newslint.text.pattern import Pattern
from newslint.text.sentences import is_sentence_end, mask_abbreviations

DETERMINERS = frozenset(
    "a an the this that these those some many several most other others another one two three four five six seven "
    "eight nine ten dozens both each every certain various numerous few all any no its his her their my our your "
    "second third first more half".split()
)
DEFINITE = frozenset("the this that these those its his her their my our your".split())
INDEFINITE = DETERMINERS - DEFINITE
STACKABLE_DETERMINERS = frozenset("other another more most first second third".split())  # may follow another one
MAX_PHRASE_CHARS = 70  # of a noun phrase, before its noun
SENTENCE_ENDS = (". ", ".” ", "? ", "?” ", "! ", "!” ")
MAX_KNOWLEDGE_CHARS = 140  # of a modifier after the noun
PARTITIVE = frozenset("one two three four some many several most both all few number group dozens handful half".split())
DAYS = frozenset(WEEKDAYS)
# Words that never stand before the noun of a noun phrase.
NEVER_BEFORE_NOUN = DAYS | frozenset(
    "in on at by for from with about against between among into over under inside within to of than per via as and or "
    "but if because after before while since although though when where whereas how why what which who whom whose is "
    "are was were be been being has have had will would can could may might must should did do does not never he she "
    "it they we you i him them us me there then also however yet still only even just meanwhile so nor including like "
    "such according until unless once without amid during told said says say asked whether".split()
)
# After the noun these show that the phrase is complete: "an official close to", but not "an official report".
AFTER_COMPLETE_PHRASE = frozenset(
    "in on at by for from with about against inside within to of as and or but if because after before while "
    "since although though when where who whose that there here also however familiar close briefed speaking "
    "involved working cited quoted knowledgeable based interviewed reached contacted".split()
)
# The same after an inverted verb: "said an official close to".
AFTER_INVERTED_SUBJECT = frozenset(
    "in on at for from with inside within to of who whose familiar close briefed speaking involved aware present "
    "knowledgeable working based".split()
)
# A missing space after a sentence: "together.One".
GLUED_SENTENCES = Pattern(
    r"\S*[a-z”][.:?!]”?(?=[A-Z]\w*$)",
    case_sensitive=True,
    matches=("together.One", "page:Two"),
    misses=("U.S.", "together.", "St.Petersburg's"),
)
KNOWLEDGE_MODIFIER = Pattern(
    r"""\s+(?:familiar\ with|close\ to|briefed\ (?:on|about)|with\ (?:\w+\ ){0,2}knowledge|involved\ (?:in|with)
        |knowledgeable\ (?:about|of)|aware\ of|in\ the\ room|on\ the\ call|present\ at
        |who\ (?:attended|ha[sd]\ (?:seen|been\ briefed|knowledge)
        |(?:is|was|are|were)\ (?:briefed|present|familiar|involved|in\ the\ room|on\ the\ call)))
    [^,;:.!?“”()—–\n]{0,110}?(?=[,;:.!?“”()—–\n]|\ (?:who|that|said|says|say|told|have|has|are|is|were|was
    |spoke)\b|\s*$)""",
    matches=(" familiar with the talks said", " with direct knowledge of it,", " who attended."),
    misses=(" in the capital,", " close by,"),
)


def knowledge_chars(text: str, end: int) -> int:
    """Return the length of the modifier that follows a noun ("familiar with the talks"), or 0."""
    window = mask_abbreviations(text, end, end + MAX_KNOWLEDGE_CHARS)
    knowledge = KNOWLEDGE_MODIFIER.match(window, 0)
    return knowledge.end() if knowledge else 0


def noun_phrase_start(text: str, head: int) -> int:
    """Return where the noun phrase begins whose noun begins at `head`: "[two senior Ukrainian] officials"."""
    limit = max(0, head - MAX_PHRASE_CHARS)
    limit = max(limit, text.rfind("\n", limit, head) + 1)
    words = text[limit:head].split(" ")
    if words.pop():
        return head  # no space before the noun
    start, has_determiner = head, False
    while words:
        word = words.pop()
        bare = word.lstrip("“‘(")
        if not bare.isalpha() and (glued := GLUED_SENTENCES.match(bare, 0)):
            bare = bare[glued.end() :]
        low = bare.lower()
        if not low or low[-1] in ",;:!?)”—–…":
            break
        if low[-1] == "." and is_sentence_end(text, limit, start - 2, start - 1, len(text)):
            break
        if low in DETERMINERS:
            if low == "that" and (start != head or text[head : head + 12].split(" ", 1)[0].endswith("s")):
                break  # a conjunction, not "that official"
            has_determiner = low not in STACKABLE_DETERMINERS
        elif low == "of" and words and words[-1].lower() in PARTITIVE:
            has_determiner = False
        elif has_determiner or FORM_OF.get(low, "base") != "base":
            break
        elif low in ("and", "or"):
            if text[start:head].split(" ", 1)[0].lower() in DETERMINERS or not _joins_adjectives(words, text[start]):
                break  # "the mayor and other officials"
        elif low in NEVER_BEFORE_NOUN and bare != "US":
            break
        start -= len(bare) + 1
        if len(bare) < len(word):
            break
    return start


def _joins_adjectives(words_before: list[str], letter_after: str) -> bool:
    """Return whether an "and" joins adjectives of one noun: "Ukrainian and Western", "some legal and policy"."""
    if not words_before or words_before[-1][-1:] in (",", ";"):
        return False
    is_capitalized = words_before[-1][:1].isupper()
    if len(words_before) > 1 and words_before[-2].lower() in INDEFINITE:
        return letter_after.isupper() == is_capitalized
    begins_clause = len(words_before) == 1 or words_before[-2][-1:] in ",;:.”"
    return letter_after.isupper() if is_capitalized else begins_clause and letter_after.islower()


def ends_noun_phrase(text: str, end: int, plural: bool, inverted: bool) -> bool:
    """Return whether a noun ends its phrase: not in "an official report", not in "official Jane Doe"."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] not in ("-", "'")
    following = text[end + 1 : end + 16].split(" ", 1)[0].strip(",.;:")
    if inverted:
        return following.lower() in AFTER_INVERTED_SUBJECT
    return not following[:1].isupper() if plural else following.lower() in AFTER_COMPLETE_PHRASE
