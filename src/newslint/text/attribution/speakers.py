"""Who speaks: people called by what they are ("a senior official", "critics", "some"), and the cue by which they do.

Every noun for a person is held against the nearest cues: after it ("officials have since warned"), before it ("said a
diplomat"), or leading to it ("according to", "criticized by", "in the eyes of"). People who only act, who are spoken
to, or whose words somebody else relates are not speakers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Mention
from newslint.text.attribution.noun_phrases import (
    KNOWLEDGE_MODIFIER,
    MAX_PHRASE_CHARS,
    NAME,
    ends_noun_phrase,
    is_apposition_to_name,
    noun_phrase_start,
)
from newslint.text.attribution.predicates import (
    BE,
    HAVE,
    is_adverbial,
    is_public_statement,
    match_between_subject_and_verb,
    may_be_subject,
)
from newslint.text.attribution.verbs import PREPOSITIONAL_CUES, UNNAMED_SPEAKER_NOUNS, verb_form
from newslint.text.quotations import in_quotation


class Speaker(NamedTuple):
    """Somebody who is not named, and speaks."""

    start: int  # of the noun phrase: "two senior officials familiar with the talks"
    end: int
    head_start: int
    head: str  # its noun in lower case: "officials"
    kind: str  # of the noun: person, people or some
    attribution_type: str  # "before" the cue, "after" it, led "to" by it, or "by": criticized by
    cue: Mention


Noun = tuple[int, int, str, str]  # start, end, the noun in lower case, its kind

MAX_SUBJECT_VERB_DISTANCE = 170  # how far a verb may stand from its subject, in characters
MAX_CUES_TRIED = 3  # how many cues after a noun may be its verb: "a source who claimed to know said"
NOT_SUBJECT = frozenset("by from of for to between among against about than on no if as".split())
INVERTED = frozenset(
    "said says say added adds asked wrote writes explained insisted noted recalled warned argued claimed reported "
    "confirmed acknowledged".split()
)
LEADING = INVERTED | frozenset(PREPOSITIONAL_CUES)
NOT_SAID = frozenset(
    "ask asks asked asking testify testifies testified testifying write writes wrote saw seeing".split()
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
        before = cues[number - 1] if number else None
        leads = before is not None and start - before[1] < MAX_PHRASE_CHARS and _may_precede_source(text, before)
        follows = number < count and cues[number][0] - end < MAX_SUBJECT_VERB_DISTANCE
        if follows and cues[number][0] != end + 1:
            follows = may_be_subject(text, end)
        if not (leads or follows):
            continue
        noun = (start, end, word, UNNAMED_SPEAKER_NOUNS.get(word) or ("people" if word.endswith("s") else "person"))
        speaker = _first_verb(text, noun, cues, number) if follows else None
        if leads and not speaker and before:
            speaker = _object(text, noun, before)
        if speaker and not in_quotation(article, start):
            found.append(speaker)
    return found


def _first_verb(text: str, noun: Noun, cues: Sequence[Mention], number: int) -> Speaker | None:
    """The speaker by the first of the next cues that has the noun as its subject."""
    for cue in cues[number : number + MAX_CUES_TRIED]:
        gap = text[noun[1] : cue[0]]
        if len(gap) > MAX_SUBJECT_VERB_DISTANCE or "\n" in gap or ". " in gap:
            return None
        speaker = _subject(text, noun, cue, gap, cues[number - 1] if number else None)
        if speaker:
            return speaker
    return None


def _may_precede_source(text: str, cue: Mention) -> bool:
    """A first look at a cue before a noun: "according to", "said", "criticized by"."""
    return cue[2] in LEADING or text[cue[1] : cue[1] + 4] in (" by ", " fro", " amo")


def _subject(text: str, noun: Noun, cue: Mention, gap: str, before: Mention | None) -> Speaker | None:
    """The speaker, where the cue is a verb that has this noun as its subject."""
    start, end, word, kind = noun
    shape = verb_form(cue[2])
    if shape in ("lead", "noun") or cue[2] in NOT_SAID or (shape == "base" and kind == "person"):
        return None
    stop = end
    words = gap.lower().replace(",", "").split() if len(gap) > 1 else []
    if words and not is_adverbial(words):
        way = match_between_subject_and_verb(gap, words, kind)
        if way is None:
            return None
        words, known = way
        stop += known
    if "who" in words and cue[2] not in ("told", "tells"):
        return None  # "officials who said no were dismissed"
    if not BE.isdisjoint(words):
        if shape in ("past", "participle"):
            return None  # "officials were told"
    elif shape == "participle" and HAVE.isdisjoint(words):
        return None
    first = start if kind == "some" else noun_phrase_start(text, start)
    ahead = text[max(0, first - 12) : first]
    lead = ahead.split()[-1].lower() if ahead[-1:] == " " and ahead.strip() else ""
    if shape == "third" and kind != "person" and text[first : first + 4].lower() != "one ":
        return None
    if shape == "ing":
        if BE.isdisjoint(words) and gap[:1] != "," and lead != "with":
            return None
    elif lead == "with" or (before and lead and _is_reported_by_another(text, before[1], first)):
        return None  # "he said officials believe": related by somebody else
    if (lead in NOT_SUBJECT and "who" not in words) or not is_public_statement(text, cue, lead):
        return None
    if kind == "person" and is_apposition_to_name(text, first, gap):
        return None
    return Speaker(first, stop, start, word, kind, "before", cue)


def _is_reported_by_another(text: str, cue: int, first: int) -> bool:
    return first - 8 < cue < first and text[cue:first].strip() in ("", "that")


def _object(text: str, noun: Noun, cue: Mention) -> Speaker | None:
    """The speaker, where the cue stands before: "said a diplomat", "according to", "criticized by"."""
    start, end, word, kind = noun
    shape, between = verb_form(cue[2]), text[cue[1] : start]
    if shape == "lead":
        how, link = "to", " "
    elif between.startswith((" by ", " from ", " among ")):
        how, link = "by", between[: between.find(" ", 1) + 1]
        if shape not in ("noun", "participle") and (shape != "past" or link != " by "):
            return None
    elif cue[2] in INVERTED and text[max(0, cue[0] - 2) : cue[0]].strip()[-1:] in tuple(",”\"’'—–?!"):
        how, link = "after", " "
    else:
        return None
    first = start if kind == "some" else noun_phrase_start(text, start)
    if text[cue[1] : first] != link or not ends_noun_phrase(text, end, kind == "people", how == "after"):
        return None
    known = KNOWLEDGE_MODIFIER.match(text, end, end + 100)
    stop = known.end() if known else end
    if text[stop : stop + 1] == "," and NAME.match(text, stop, stop + 60):
        return None
    return Speaker(first, stop, start, word, kind, how, cue)
