"""Who speaks: people called by what they are ("a senior official", "critics", "some"), and the cue by which they do.

Every noun for a person is held against the nearest cue: before it ("officials have since warned"), after it ("said a
diplomat"), or leading to it ("according to", "criticized by", "in the eyes of"). People who only act, who are spoken
to, or whose words somebody else relates are not speakers.
"""

from __future__ import annotations

from typing import NamedTuple

from newslint.article import Article
from newslint.model import Mention
from newslint.reading.cues import FORM
from newslint.reading.pattern import Pattern
from newslint.reading.quotations import quoted


class Speaker(NamedTuple):
    """Somebody who is not named, and speaks."""

    start: int  # of the noun phrase: "two senior officials familiar with the talks"
    end: int
    head_start: int
    head: str  # its noun in lower case: "officials"
    kind: str  # of the noun: person, people or some
    how: str  # where the cue stands: "before" or "after" it the speaker, or leading "to" him, or a deed done "by" him
    cue: str
    cue_start: int
    cue_end: int


REACH = 170  # how far a verb may stand from its subject, in characters
DETERMINERS = frozenset(
    "a an the this that these those some many several most other others another one two three four five six seven "
    "eight nine ten dozens both each every certain various numerous few all any no its his her their my our your "
    "second third first more half".split()
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
# Words that are no part of a noun phrase whose noun comes later.
STOPS = frozenset(
    "in on at by for from with about against between among into over under inside within to of than per via as and or "
    "but if because after before while since although though when where whereas how why what which who whom whose is "
    "are was were be been being has have had will would can could may might must should did do does not never he she "
    "it they we you i him them us me there then also however yet still only even just meanwhile so nor including like "
    f"such according until unless once without amid during told said says say asked {DAYS}".split()
)
# What stands between a subject and its verb and changes nothing.
BETWEEN = frozenset(
    "has have had is are was were been being also since then later earlier now still already both all themselves here "
    "there today yesterday on late night morning afternoon evening last this week month year once long often first "
    f"again even however meanwhile too who nonetheless nevertheless instead soon always sometimes thus far so {DAYS}".split()
)
BE = frozenset("is are was were been being".split())
INVERTED = frozenset(
    "said says say added adds asked wrote writes explained insisted noted recalled warned argued claimed reported "
    "confirmed acknowledged".split()
)
OPEN = frozenset("other another more first second third".split())  # determiners that others may precede
PARTITIVE = frozenset("one two three four some many several most both all few number group dozens handful half".split())
# After the noun, these show that the noun phrase is complete: "an official close to", but not "an official report".
COMPLETE = STOPS | frozenset(
    "familiar close briefed speaking involved working cited quoted knowledgeable there here".split()
)
# What ends as a passive, or is an act rather than a statement: "officials accused of", "agreed to", "called for".
NO_CLAIM = frozenset("by of as to for on off with".split())
POINTS = frozenset("point points pointed pointing".split())
NOT_SAID = frozenset(
    "ask asks asked asking testify testifies testified testifying write writes wrote saw seeing".split()
)
NOT_SUBJECT = frozenset("by from of for to between among against about than on no if as".split())
NO_END = frozenset(
    "to not never and or that by of for a the an his no could would should must will can may might".split()
)

GAP = Pattern(r"""
    (?P<where>\s+(?:in|at|from|for|with|within|inside|of|on|near|around|across|involved|close|familiar|briefed|working|based
        |outside|interviewed|contacted|reached|to|knowledgeable)\b(?:(?!\ who\b)[^,;:.!?"“”()—–]){0,90})?
    (?P<clause>(?P<comma>,)?\s+(?:who|whose|speaking|citing|granted|requesting|asking)\b[^;:!?"“”]{0,130}(?(comma),))?
    (?P<beside>\s*[,(—–]\s*[^;:!?"“”()]{1,90}?[,)—–])?
    (?P<rest>[^,;:.!?"“”()—–]{0,40},?)\s*$""")
ELSEWHERE = frozenset("that which when while after before as but because if he she they it we what said or".split())
KNOWING = Pattern(
    r"\s+(?:familiar\ with|close\ to|briefed\ (?:on|about)|with\ (?:\w+\ ){0,2}knowledge|involved\ in)"
    r"[^,;:.!?\"“”()—–\n]{0,70}?(?=[,;:.!?\"“”()—–\n]|\ (?:who|said|says|say|told|have|has|spoke)\b|$)"
)
NAME = Pattern(
    r",\s+(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]*\.?|[a-z]{2,3}))*\s+[A-Z][\w’'-]+\s*[,.;]", exact=True
)
NAMES = Pattern(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+", exact=True)
# To be told in a room is not to be told by a newspaper: "told investigators", "told him".
NOT_PRESS = Pattern(
    r"""\s+(?:(?!reporters|journalists|me\b|us\b|this|news|that|a\s|the\s(?!court|judge|jury|committee|president
    |commission|council|house|senate|public|panel|police)|an\s|local|state|foreign|western|russian)[a-z]+
    |(?:President|Congress|Parliament|Mr|Mrs|Ms|Sen|Rep|Gov)\b)""",
    exact=True,
)


def speakers(article: Article) -> list[Speaker]:
    """Those who speak without a name, outside quotation marks, in order."""
    text, cues = article.text, article.mentions("cue")
    found: list[Speaker] = []
    if not cues:
        return found
    nouns = sorted((*mention, kind) for kind in ("person", "people", "some") for mention in article.mentions(kind))
    number, count, last = 0, len(cues), -1
    for start, end, word, kind in nouns:
        while number < count and cues[number][0] < start:
            number += 1
        if " " in word:  # "people familiar", "two people": the noun is one of the words
            at = word.find("people")
            start, word = (start + at, "people") if at >= 0 else (start, "those")
            end = start + len(word)
        if start == last:
            continue
        last = start
        speaker = None
        if number < count and cues[number][0] - end < REACH:
            speaker = _as_subject(text, start, end, word, kind, cues[number], cues[number - 1] if number else None)
        if speaker is None and number and start - cues[number - 1][1] < REACH // 2:
            speaker = _as_object(text, start, end, word, kind, cues[number - 1])
        if speaker and not quoted(article, start):
            found.append(speaker)
    return found


def _as_subject(
    text: str, start: int, end: int, word: str, kind: str, cue: Mention, before: Mention | None
) -> Speaker | None:
    """The speaker, where the cue is a verb that has this noun as its subject."""
    form = FORM.get(cue[2], "base")
    plural = kind != "person"
    if form in ("lead", "noun") or cue[2] in NOT_SAID or (form == "base" and not plural):
        return None
    gap = text[end : cue[0]]
    stop = end
    words = gap.lower().replace(",", "").split()
    if not _filler(words):
        match = None if "\n" in gap or words[-1] in NO_END else GAP.at(gap, 0)
        if not match or not _filler(match["rest"].lower().replace(",", "").split()):
            return None
        if match["beside"] and NAMES.within(gap, *match.span("beside")):
            return None
        where, clause = match["where"] or "", match["clause"] or ""
        if not ELSEWHERE.isdisjoint(where.lower().split()) or (kind == "some" and where.startswith(" of")):
            return None
        if where and KNOWING.at(gap, 0):
            stop = end + len(where.rstrip())
        words = match["rest"].lower().split() if clause or match["beside"] else words[-4:]
    if "who" in words and cue[2] not in ("told", "tells"):
        return None  # "officials who said no were dismissed"
    first = start if kind == "some" else phrase_start(text, start)
    ahead = text[max(0, first - 12) : first]
    lead = ahead.split()[-1].lower() if ahead.strip() and ahead[-1] == " " else ""
    if not _active(text, form, words, cue, lead):
        return None
    if form == "third" and plural and not text[first:start].lower().startswith("one "):
        return None
    if form == "ing" and not (BE & set(words) or gap.startswith(",") or lead == "with"):
        return None
    if "who" not in words and (lead in NOT_SUBJECT or (lead == "with" and form != "ing")):
        return None
    if before and before[1] > first - 8 and lead and text[before[1] : first].strip() in ("", "that") and form != "ing":
        return None  # "he said officials believe": related by somebody else
    if kind == "person" and _apposed(text, first, gap):
        return None
    return Speaker(first, stop, start, word, kind, "before", cue[2], cue[0], cue[1])


def _filler(words: list[str]) -> bool:
    return all(word in BETWEEN or word.endswith("ly") for word in words)


def _active(text: str, form: str, words: list[str], cue: Mention, lead: str) -> bool:
    """Whether the verb is something the subject does, and states something."""
    following = ""
    if text[cue[1] : cue[1] + 1] == " ":
        following = text[cue[1] + 1 : cue[1] + 14].split(" ", 1)[0].strip(",.;:").lower()
    if form in ("past", "participle"):
        perfect = "have" in words or "has" in words or "had" in words
        if not BE.isdisjoint(words) or (form == "participle" and not perfect):
            return False
    if cue[2] in POINTS:
        return following in ("to", "out")
    if following in NO_CLAIM and cue[2] not in LOOSE.get(following, ()) and lead not in ("what", "which"):
        return False
    return cue[2] not in ("told", "tell", "tells") or not NOT_PRESS.at(text, cue[1])


# What may follow and still leave a statement: "said on Monday", "expressed to reporters", "disagree with".
LOOSE: dict[str, frozenset[str]] = {
    "on": frozenset("said say says warned confirmed denied claimed insisted acknowledged announced reported".split()),
    "to": frozenset("said say expect expects hope hopes confirmed admitted described explained suggested".split()),
    "with": frozenset("agree disagree agreed disagreed confirmed".split()),
    "of": frozenset("said says say warning warn warned warns think complain complained complains speculate".split()),
    "for": frozenset("hope hopes blamed blame criticized criticised condemned praised denounced slammed".split()),
    "as": frozenset("see sees view views regard regards describe dismissed denounced condemned".split()),
    "by": frozenset(),
}


def _as_object(text: str, start: int, end: int, word: str, kind: str, cue: Mention) -> Speaker | None:
    """The speaker, where the cue stands before: "said a diplomat", "according to", "criticized by"."""
    first = start if kind == "some" else phrase_start(text, start)
    if first < cue[1]:
        return None
    link = text[cue[1] : first]
    form = FORM.get(cue[2], "base")
    how = ""
    if form == "lead":
        how = "to" if link == " " else ""
    elif link == " ":
        mark = text[max(0, cue[0] - 2) : cue[0]].strip()[-1:]
        how = "after" if cue[2] in INVERTED and mark and mark in ",”\"’'—–?!" else ""
    elif link in (" by ", " from ", " among "):
        how = "by" if form in ("noun", "participle") or (form == "past" and link == " by ") else ""
    if not how or not _complete(text, end, kind, how):
        return None
    known = KNOWING.at(text, end, end + 100)
    stop = known.end() if known else end
    if NAME.at(text, stop, stop + 60):
        return None
    return Speaker(first, stop, start, word, kind, how, cue[2], cue[0], cue[1])


def _complete(text: str, end: int, kind: str, how: str) -> bool:
    """Whether the noun ends its phrase: not in "an official report", not in "official Jane Doe"."""
    if text[end : end + 1] != " " or text[end : end + 2].isspace():
        return text[end : end + 1] not in "-’'" or end >= len(text)
    following = text[end + 1 : end + 16].split(" ", 1)[0].strip(",.;:").lower()
    if kind == "people" and how != "after":
        return not text[end + 1 : end + 2].isupper()
    return following in COMPLETE and following not in BETWEEN - {"who", "on", "at", "there", "here"}


def phrase_start(text: str, head: int) -> int:
    """Where the noun phrase begins whose noun begins at `head`: "[two senior Ukrainian] officials"."""
    start, determined = head, False
    for _ in range(8):
        if text[start - 1 : start] != " ":
            break
        floor = max(0, start - 30)
        at = max(text.rfind(" ", floor, start - 1), text.rfind("\n", floor, start - 1), floor - 1) + 1
        word = text[at : start - 1]
        bare = word.lstrip("“\"‘(")
        low = bare.lower()
        if not low or low[-1] in ",;:!?)”\"—–…" or (low[-1] == "." and "." not in low[:-1]):
            break
        if low == "of":
            if PARTITIVE.isdisjoint(text[max(0, at - 12) : at].lower().split()[-1:]):
                break
            determined = False
        elif low in DETERMINERS:
            if low == "that" and (start != head or text[head : head + 12].split(" ", 1)[0].endswith("s")):
                break  # a conjunction, not "that official"
            determined = low not in OPEN
        elif determined or (low in STOPS and bare != "US" and not (low in ("and", "or") and _joins(text, at, start))):
            break
        elif FORM.get(low, "base") != "base":
            break
        start = at + len(word) - len(bare)
        if start != at:
            break
    return start


def _joins(text: str, at: int, after: int) -> bool:
    """Whether an "and" joins two adjectives of one noun: "Ukrainian and Western officials"."""
    ahead = text[max(0, at - 20) : at - 1].rsplit(" ", 1)[-1]
    return ahead[:1].isupper() and text[after : after + 1].isupper() and ahead[-1:] not in ",.;"


def _apposed(text: str, first: int, gap: str) -> bool:
    """Whether the phrase explains somebody before it: "Jane Doe, a senior official, said"."""
    if text[first - 2 : first] != ", " or not ("," in gap or gap.startswith(" who")):
        return False
    begin = max(text.rfind(". ", max(0, first - 150), first) + 2, text.rfind("\n", max(0, first - 150), first) + 1, 0)
    return text[begin : begin + 14].split(" ", 1)[0].lower().strip(",") not in STOPS
