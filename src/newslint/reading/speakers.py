"""Who speaks: people called by what they are ("a senior official", "critics", "some"), and the cue by which they do.

Every noun for a person is held against the nearest cues: after it ("officials have since warned"), before it ("said a
diplomat"), or leading to it ("according to", "criticized by", "in the eyes of"). People who only act, who are spoken
to, or whose words somebody else relates are not speakers.
"""

from __future__ import annotations

from typing import NamedTuple

from newslint.article import Article
from newslint.model import Mention
from newslint.reading.cues import FORM, KIND, LEADS
from newslint.reading.pattern import Pattern
from newslint.reading.phrases import DAYS, KNOWING, NAME, WIDE, explains_name, phrase_ends, phrase_start
from newslint.reading.quotations import quoted


class Speaker(NamedTuple):
    """Somebody who is not named, and speaks."""

    start: int  # of the noun phrase: "two senior officials familiar with the talks"
    end: int
    head_start: int
    head: str  # its noun in lower case: "officials"
    kind: str  # of the noun: person, people or some
    how: str  # "before" the cue, "after" it, led "to" by it, or "by": criticized by
    cue: Mention


Noun = tuple[int, int, str, str]  # start, end, the noun in lower case, its kind

REACH = 170  # how far a verb may stand from its subject, in characters
TRIES = 3  # how many cues after a noun may be its verb: "a source who claimed to know said"
# What stands between a subject and its verb and changes nothing.
BETWEEN = DAYS | frozenset(
    "has have had is are was were been being also since then later earlier now still already both all themselves here "
    "there today yesterday on late night morning afternoon evening last this week month year once long often first "
    "again even however meanwhile too who nonetheless nevertheless instead soon always sometimes thus far so".split()
)
BE = frozenset("is are was were been being".split())
HAVE = frozenset("have has had".split())
# What stands there otherwise must begin so: where they are, what they know, a relative clause, an apposition.
STARTERS = frozenset(
    "in at from for with within inside of on near around across involved close familiar briefed working based outside "
    "interviewed contacted reached to knowledgeable who whose speaking citing granted requesting asking".split()
)
FOLLOWS = BETWEEN | STARTERS | frozenset(FORM)
CLAUSE = frozenset("who whose speaking citing granted requesting asking".split())
COMMAS = str.maketrans("()—–", ",,,,")
MARKS = frozenset(';:!?"“”')
ASIDE = 90  # characters of an apposition
KNOWS = frozenset("familiar close briefed with involved".split())
ELSEWHERE = frozenset("that which when while after before as but because if he she they it we what said or".split())
# No subject ends before its verb with these: "asked officials to say", "officials did not say".
NO_END = frozenset("to not never and or that by of for a the an his no could would should must will can may might".split())
NOT_SUBJECT = frozenset("by from of for to between among against about than on no if as".split())
INVERTED = frozenset(
    "said says say added adds asked wrote writes explained insisted noted recalled warned argued claimed reported "
    "confirmed acknowledged".split()
)
LEADING = INVERTED | frozenset(LEADS)
NOT_SAID = frozenset(
    "ask asks asked asking testify testifies testified testifying write writes wrote saw seeing".split()
)
POINTS = frozenset("point points pointed pointing".split())
# What ends as a passive, or is an act rather than a statement: "officials accused of", "agreed to", "called for" …
NO_CLAIM = frozenset("by of as to for on off with".split())
# … and after which verbs it still is a statement: "said on Monday", "expressed to reporters", "disagree with".
LOOSE: dict[str, frozenset[str]] = {
    "on": frozenset("said say says warned confirmed denied claimed insisted acknowledged announced reported".split()),
    "to": frozenset("said say expect expects hope hopes confirmed admitted described explained suggested".split()),
    "with": frozenset("agree disagree agreed disagreed confirmed".split()),
    "of": frozenset("said says say warning warn warned warns think complain complained complains speculate".split()),
    "for": frozenset("hope hopes blamed blame criticized criticised condemned praised denounced slammed".split()),
    "as": frozenset("see sees view views regard regards describe dismissed denounced condemned".split()),
}
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
    number, count, last = 0, len(cues), -1
    for start, end, word in article.mentions("person") if cues else ():
        if " " in word:  # of "people familiar" and "two people" the noun alone, and once
            start, word = (start + word.find("people"), "people") if "people" in word else (start, "those")
            end = start + len(word)
        if start == last:
            continue
        last = start
        while number < count and cues[number][0] < start:
            number += 1
        noun = (start, end, word, KIND.get(word) or ("people" if word.endswith("s") else "person"))
        speaker = None
        before = cues[number - 1] if number else None
        if number < count and cues[number][0] - end < REACH and (_may_speak(text, end) or cues[number][0] == end + 1):
            for cue in cues[number : number + TRIES]:
                gap = text[end : cue[0]]
                if len(gap) > REACH or "\n" in gap or ". " in gap:
                    break
                speaker = _subject(text, noun, cue, gap, before)
                if speaker:
                    break
        if not speaker and before and start - before[1] < WIDE and _may_lead(text, before):
            speaker = _object(text, noun, before)
        if speaker and not quoted(article, start):
            found.append(speaker)
    return found


def _may_speak(text: str, end: int) -> bool:
    """A first look at what follows a noun: most nouns are no subjects, and go no further."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] in (",", "(", "—", "–")
    following = text[end + 1 : end + 16].split(None, 1)
    word = following[0].strip(",.:;”").lower() if following else ""
    return word in FOLLOWS or word[-2:] == "ly" or word[:1] in ("(", "—", "–")


def _may_lead(text: str, cue: Mention) -> bool:
    """A first look at a cue before a noun: "according to", "said", "criticized by"."""
    return cue[2] in LEADING or text[cue[1] : cue[1] + 4] in (" by ", " fro", " amo")


def _subject(text: str, noun: Noun, cue: Mention, gap: str, before: Mention | None) -> Speaker | None:
    """The speaker, where the cue is a verb that has this noun as its subject."""
    start, end, word, kind = noun
    form = FORM.get(cue[2], "base")
    if form in ("lead", "noun") or cue[2] in NOT_SAID or (form == "base" and kind == "person"):
        return None
    stop = end
    words = gap.lower().replace(",", "").split() if len(gap) > 1 else []
    if words and not _filler(words):
        across = _across(gap, words, kind)
        if across is None:
            return None
        words, known = across
        stop += known
    if "who" in words and cue[2] not in ("told", "tells"):
        return None  # "officials who said no were dismissed"
    if not BE.isdisjoint(words):
        if form in ("past", "participle"):
            return None  # "officials were told"
    elif form == "participle" and HAVE.isdisjoint(words):
        return None
    first = start if kind == "some" else phrase_start(text, start)
    ahead = text[max(0, first - 12) : first]
    lead = ahead.split()[-1].lower() if ahead[-1:] == " " and ahead.strip() else ""
    if form == "third" and kind != "person" and text[first : first + 4].lower() != "one ":
        return None
    if form == "ing":
        if BE.isdisjoint(words) and gap[:1] != "," and lead != "with":
            return None
    elif lead == "with" or (before and lead and before[1] > first - 8 and _relates(text[before[1] : first])):
        return None  # "he said officials believe": related by somebody else
    if (lead in NOT_SUBJECT and "who" not in words) or not _states(text, cue, lead):
        return None
    if kind == "person" and explains_name(text, first, gap):
        return None
    return Speaker(first, stop, start, word, kind, "before", cue)


def _filler(words: list[str]) -> bool:
    return all([word in BETWEEN or word[-2:] == "ly" for word in words])  # a list: these are short


def _across(gap: str, words: list[str], kind: str) -> tuple[list[str], int] | None:
    """The last words before the verb, and how far "familiar with the talks" reaches; None: no way from noun to verb."""
    if (words[0] not in STARTERS and gap.lstrip()[0] not in ",(—–") or words[-1] in NO_END:
        return None
    if not MARKS.isdisjoint(gap):
        return None
    parts = gap.translate(COMMAS).split(",")
    where = parts[0].lower().split()
    clause = next((number for number, word in enumerate(where) if word in CLAUSE), len(where))
    if not ELSEWHERE.isdisjoint(where[:clause]) or (kind == "some" and where[:1] == ["of"]):
        return None
    last = parts[-1].lower().split() if len(parts) > 1 else []
    if not _filler(last) or (len(parts) == 2 and clause == len(where)):
        return None
    if len(parts) > 2 and CLAUSE.isdisjoint(parts[1].split()[:1]):
        beside = ",".join(parts[1:-1])
        if len(beside) > ASIDE or NAMES.within(beside, 0, len(beside)):
            return None
    if len(parts) == 1 and clause == len(where):
        last = words[-4:]
    known = KNOWING.at(gap, 0) if where[:1] and where[0] in KNOWS else None
    return last, known.end() if known else 0


def _relates(between: str) -> bool:
    return between.strip() in ("", "that")


def _states(text: str, cue: Mention, lead: str) -> bool:
    """Whether what follows the verb leaves it a statement to the public."""
    end = cue[1]
    following = text[end + 1 : end + 14].split(" ", 1)[0].strip(",.;:").lower() if text[end : end + 1] == " " else ""
    if cue[2] in POINTS:
        return following in ("to", "out")
    if following in NO_CLAIM and cue[2] not in LOOSE.get(following, ()) and lead not in ("what", "which"):
        return False
    return cue[2] not in ("told", "tell", "tells") or not NOT_PRESS.at(text, end)


def _object(text: str, noun: Noun, cue: Mention) -> Speaker | None:
    """The speaker, where the cue stands before: "said a diplomat", "according to", "criticized by"."""
    start, end, word, kind = noun
    form, between = FORM.get(cue[2], "base"), text[cue[1] : start]
    if form == "lead":
        how, link = "to", " "
    elif between.startswith((" by ", " from ", " among ")):
        how, link = "by", between[: between.find(" ", 1) + 1]
        if form not in ("noun", "participle") and (form != "past" or link != " by "):
            return None
    elif cue[2] in INVERTED and text[max(0, cue[0] - 2) : cue[0]].strip()[-1:] in tuple(",”\"’'—–?!"):
        how, link = "after", " "
    else:
        return None
    first = start if kind == "some" else phrase_start(text, start)
    if text[cue[1] : first] != link or not phrase_ends(text, end, kind == "people", how == "after"):
        return None
    known = KNOWING.at(text, end, end + 100)
    stop = known.end() if known else end
    if NAME.at(text, stop, stop + 60):
        return None
    return Speaker(first, stop, start, word, kind, how, cue)
