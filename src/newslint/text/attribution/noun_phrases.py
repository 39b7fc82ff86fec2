"""Noun phrases around a noun: where they begin, whether they end with it, whether they explain a name."""

from __future__ import annotations

from newslint.text.attribution.verbs import FORM_OF
from newslint.text.pattern import Pattern

DETERMINERS = frozenset(
    "a an the this that these those some many several most other others another one two three four five six seven "
    "eight nine ten dozens both each every certain various numerous few all any no its his her their my our your "
    "second third first more half".split()
)
STACKABLE_DETERMINERS = frozenset(
    "other another more most first second third".split()
)  # determiners that others may precede
MAX_PHRASE_CHARS = 70  # characters of the longest noun phrase before its noun
PARTITIVE = frozenset("one two three four some many several most both all few number group dozens handful half".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Words that are no part of a noun phrase whose noun comes later.
STOPS = DAYS | frozenset(
    "in on at by for from with about against between among into over under inside within to of than per via as and or "
    "but if because after before while since although though when where whereas how why what which who whom whose is "
    "are was were be been being has have had will would can could may might must should did do does not never he she "
    "it they we you i him them us me there then also however yet still only even just meanwhile so nor including like "
    "such according until unless once without amid during told said says say asked".split()
)
# After the noun these show that the phrase is complete: "an official close to", but not "an official report".
AFTER_COMPLETE_PHRASE = frozenset(
    "in on at by for from with about against inside within to of as and or but if because after before while "
    "since although though when where who whose that there here also however familiar close briefed speaking "
    "involved working cited quoted knowledgeable based".split()
)
AFTER_INVERSION = frozenset(
    "in on at for from with inside within to of who whose familiar close briefed speaking involved aware present "
    "knowledgeable working based".split()
)
NAME = Pattern(
    r",\s+(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]*\.?|[a-z]{2,3}))*\s+[A-Z][\w’'-]+\s*[,.;]", case_sensitive=True
)
KNOWLEDGE_MODIFIER = Pattern(
    r"""\s+(?:familiar\ with|close\ to|briefed\ (?:on|about)|with\ (?:\w+\ ){0,2}knowledge|involved\ (?:in|with)
        |aware\ of|in\ the\ room|on\ the\ call|present\ at
        |who\ (?:attended|ha[sd]\ (?:seen|been\ briefed|knowledge)|was\ briefed))
    [^,;:.!?"“”()—–\n]{0,70}?(?=[,;:.!?"“”()—–\n]|\ (?:who|said|says|say|told|have|has|spoke)\b|\s*$)"""
)


def noun_phrase_start(text: str, head: int) -> int:
    """Where the noun phrase begins whose noun begins at `head`: "[two senior Ukrainian] officials"."""
    floor = max(0, head - MAX_PHRASE_CHARS)
    floor = max(floor, text.rfind("\n", floor, head) + 1, text.rfind("\r", floor, head) + 1)
    tokens = text[floor:head].split(" ")
    if tokens.pop():
        return head  # no space before the noun
    start, determined = head, False
    while tokens:
        word = tokens.pop()
        bare = word.lstrip('“"‘(')
        low = bare.lower()
        if not low or low[-1] in ',;:!?)”"—–…' or (low[-1] == "." and "." not in low[:-1]):
            break
        if low in DETERMINERS:
            if low == "that" and (start != head or text[head : head + 12].split(" ", 1)[0].endswith("s")):
                break  # a conjunction, not "that official"
            determined = low not in STACKABLE_DETERMINERS
        elif low == "of" and tokens and tokens[-1].lower() in PARTITIVE:
            determined = False
        elif determined or FORM_OF.get(low, "base") != "base":
            break
        elif low in ("and", "or"):
            if not _joins(tokens, text[start]):
                break
        elif low in STOPS and bare != "US":
            break
        start -= len(bare) + 1
        if bare is not word and len(bare) < len(word):
            break
    return start


def _joins(ahead: list[str], after: str) -> bool:
    """Whether an "and" joins two adjectives of one noun: "Ukrainian and Western", "some legal and policy experts"."""
    if not ahead or ahead[-1][-1:] in (",", ".", ";"):
        return False
    if len(ahead) > 1 and ahead[-2].lower() in DETERMINERS:
        return after.isupper() == ahead[-1][:1].isupper()
    return ahead[-1][:1].isupper() and after.isupper()


def ends_noun_phrase(text: str, end: int, plural: bool, inverted: bool) -> bool:
    """Whether a noun ends its phrase: not in "an official report", not in "official Jane Doe"."""
    if text[end : end + 1] != " " or text[end : end + 2].isspace():
        return text[end : end + 1] not in ("-", "’", "'")
    following = text[end + 1 : end + 16].split(" ", 1)[0].strip(",.;:")
    if inverted:
        return following.lower() in AFTER_INVERSION
    return not following[:1].isupper() if plural else following.lower() in AFTER_COMPLETE_PHRASE


def is_apposition_to_name(text: str, first: int, gap: str) -> bool:
    """Whether a phrase explains somebody named before it: "Jane Doe, a senior official, said"."""
    if text[first - 2 : first] != ", " or not ("," in gap or gap.startswith(" who")):
        return False
    floor = max(0, first - 150)
    begin = max(text.rfind(". ", floor, first) + 2, text.rfind("\n", floor, first) + 1, floor)
    return text[begin : begin + 14].split(" ", 1)[0].lower().strip(",") not in STOPS  # "In May, an official, who …"
