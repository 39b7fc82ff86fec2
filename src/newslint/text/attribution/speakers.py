"""Speakers: people without a name ("a senior official", "critics", "some"), each with the cue of the attribution.

Every noun for a person is compared with the nearest cues: after it ("officials have since warned"), before it ("said a
diplomat"), or introducing it ("according to", "criticized by", "in the eyes of"). People who only act, to whom others
speak, or whose statement another person reports, are not speakers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Mention
from newslint.text.attribution.appositions import NAME_IN_APPOSITION, is_apposition_to_name
from newslint.text.attribution.clauses import TELL, is_reported_by_another, is_reported_later, subject_start
from newslint.text.attribution.noun_phrases import (
    MAX_PHRASE_CHARS,
    ends_noun_phrase,
    knowledge_chars,
    noun_phrase_start,
)
from newslint.text.attribution.predicates import (
    AS_SAYING,
    BE,
    HAVE,
    NEGATABLE_VERBS,
    NEGATIONS,
    is_adverbial,
    is_public_statement,
    match_between_subject_and_verb,
    may_be_subject,
    may_be_verb_after_some,
)
from newslint.text.attribution.verbs import PREPOSITIONAL_CUES, STATEMENT_NOUNS, UNNAMED_SPEAKER_NOUNS, verb_form
from newslint.text.pattern import Pattern
from newslint.text.quotations import in_quotation
from newslint.text.sentences import MASKED_STOP, mask_abbreviations


class Speaker(NamedTuple):
    """A person or group that makes a statement and has no name."""

    start: int  # of the noun phrase: "two senior officials familiar with the talks"
    end: int
    head_start: int
    head: str  # the head noun in lower case: "officials"
    kind: str  # of the noun: person, people or some
    attribution_type: str  # "before" or "after" the cue, or introduced: "to" by a prepositional cue, "by" by a passive
    cue: Mention


Noun = tuple[int, int, str, str]  # start, end, the noun in lower case, its kind

MAX_SUBJECT_VERB_DISTANCE_CHARS = 170
MAX_CUES_TRIED = 3  # how many cues after a noun may be its verb: "a source who claimed to know said"
# A noun phrase after one of these is an object ("at officials") or a predicate noun ("was an aide").
NEVER_BEFORE_SUBJECT = frozenset(
    "at by from of for to in into over under toward towards upon between among against about than on no if like "
    "including alongside whatever whether why how is are was were be been being became".split()
)
# Verbs that stand before their subject, after a quotation: "said a diplomat".
INVERTING_VERBS = frozenset(
    "said says say added adds asked wrote writes explained insisted noted recalled warned argued claimed reported "
    "confirmed acknowledged".split()
)
CUES_BEFORE_SOURCE = INVERTING_VERBS | frozenset(PREPOSITIONAL_CUES)
# In a text with masked abbreviations: "from Washington, D·C· said", where no comma follows.
COMMA_BEFORE_STATE = Pattern(
    r"(?<=[a-z]),(?=\ (?:[A-Z]·[A-Z]·|[A-Z][a-z]{1,4}·)\ (?:[a-z]|\Z))",
    case_sensitive=True,
    method="search",
    matches=("in Dunmere, Fla· ", "from Dunmere, N·Y· who left"),
    misses=("in Dunmere, Gov· Hart said", "in Dunmere, Fla·, said", "in Dunmere, who said"),
)
# Cues that attribute nothing to their subject.
NON_STATEMENT_CUES = frozenset(
    "ask asks asked asking testify testifies testified testifying write writes wrote saw seeing".split()
)


NON_STATEMENT_PASSIVES = frozenset("questioned asked charged".split())  # "he was questioned by officials"
BEFORE_SUBJECT_OF_ING = frozenset("with has have had leaves left".split())  # "the plan has pundits betting that"
FORM_OF_CITING = {"cited": "past", "cites": "third", "quoted": "past", "quotes": "third"}
STATES = frozenset(("worried",))  # "officials are worried that" is no passive
QUOTED = frozenset("quoted cited reported".split())
# What these say about officials, somebody else knows: "Officials believe it is safe, the mayor said."
OPINION_VERBS = frozenset(
    "believe believes believed think thinks thought suspect suspects fear fears hope hopes".split()
)


def speakers(article: Article) -> list[Speaker]:
    """Return the speakers without a name, outside quotation marks, in the order of the text."""
    text, cues = article.text, article.mentions("cue")
    found: list[Speaker] = []
    number, count, previous_start = 0, len(cues), -1
    for start, end, word in article.mentions("person") if cues else ():
        if " " in word:  # "people familiar", "two people": take the noun alone
            start, word = (start + word.find("people"), "people") if "people" in word else (start, "those")
            end = start + len(word)
        if start == previous_start:
            continue
        previous_start = start
        while number < count and cues[number][0] < start:
            number += 1
        cue_before = cues[number - 1] if number else None
        may_follow_cue = (
            cue_before is not None
            and start - cue_before[1] < MAX_PHRASE_CHARS
            and _may_precede_source(text, cue_before)
        )
        may_precede_cue = number < count and cues[number][0] - end < MAX_SUBJECT_VERB_DISTANCE_CHARS
        if may_precede_cue and cues[number][0] != end + 1:
            may_precede_cue = may_be_subject(text, end)
        if not (may_follow_cue or may_precede_cue):
            continue
        noun = (start, end, word, UNNAMED_SPEAKER_NOUNS.get(word) or ("people" if word.endswith("s") else "person"))
        speaker = _subject_of_next_cues(text, noun, cues, number) if may_precede_cue else None
        if may_follow_cue and not speaker and cue_before:
            speaker = _source_after_cue(text, noun, cue_before)
        if speaker and not in_quotation(article, start):
            found.append(speaker)
    return found


def _subject_of_next_cues(text: str, noun: Noun, cues: Sequence[Mention], number: int) -> Speaker | None:
    """Return the speaker by the first of the next cues that has the noun as its subject."""
    for cue in cues[number : number + MAX_CUES_TRIED]:
        gap = text[noun[1] : cue[0]]
        if len(gap) > MAX_SUBJECT_VERB_DISTANCE_CHARS or "\n" in gap:
            return None
        if "." in gap:
            gap = mask_abbreviations(text, noun[1], cue[0])
            if ". " in gap:
                return None
            gap = COMMA_BEFORE_STATE.sub(_to_masked_stop, gap)
        speaker = _subject(text, noun, cue, gap, cues[number - 1] if number else None)
        if speaker:
            return speaker
    return None


def _to_masked_stop(_match: object) -> str:
    return MASKED_STOP


def _may_precede_source(text: str, cue: Mention) -> bool:
    """Return whether the cue may introduce a source: "according to", "said", "criticized by". A cheap check."""
    return cue[2] in CUES_BEFORE_SOURCE or text[cue[1] : cue[1] + 4] in (" by ", " fro", " amo")


def _subject(text: str, noun: Noun, cue: Mention, gap: str, cue_before: Mention | None) -> Speaker | None:
    """Return the speaker, where the cue is a verb that has this noun as its subject."""
    start, end, word, kind = noun
    form = verb_form(cue[2])
    if form == "prepositional":
        form = FORM_OF_CITING.get(cue[2], "prepositional")
    if gap == ", ":
        return None  # "He was an aide, said the mayor."
    if kind == "some" and gap == " " and not may_be_verb_after_some(text, cue):
        return None
    phrase_end = end
    words = gap.lower().replace(",", "").split() if len(gap) > 1 else []
    is_negated = words[-1:] and words[-1] in NEGATIONS
    if form in ("prepositional", "noun") or cue[2] in NON_STATEMENT_CUES:
        return None
    if is_negated:
        if cue[2] not in NEGATABLE_VERBS:
            return None
        words.pop()
    elif form == "base" and kind == "person":
        return None
    if words and not is_adverbial(words):
        between = match_between_subject_and_verb(gap, words, kind)
        if between is None:
            return None
        words, modifier_chars = between
        phrase_end += modifier_chars
    if "who" in words and cue[2] not in ("told", "tells"):
        return None  # "officials who said no were dismissed"
    if not BE.isdisjoint(words):
        if form in ("past", "participle") and cue[2] not in STATES:
            if cue[2] not in QUOTED or not AS_SAYING.match(text, cue[1]):
                return None  # "officials were told"
            form = "passive"
    elif form == "adjective" or (form == "participle" and HAVE.isdisjoint(words)):
        return None
    first = start if kind == "some" else noun_phrase_start(text, start)
    if (kind == "person" or "," in gap) and is_apposition_to_name(text, first, gap):
        return None
    if form == "third" and kind != "person" and text[first : first + 4].lower() != "one ":
        return None
    subject = subject_start(text, first) if kind == "people" else first
    if subject is None:
        return None
    first = subject
    word_before = _word_before(text, first)
    if word_before in NEVER_BEFORE_SUBJECT and " and " in text[first:start]:
        first += text[first:start].index(" and ") + 5  # "in Paris and French officials say"
        word_before = "and"
    if form == "ing":
        if BE.isdisjoint(words) and (word_before not in BEFORE_SUBJECT_OF_ING or "," in gap):
            return None
    elif word_before == "with":
        return None
    if cue_before and word_before and is_reported_by_another(text, cue_before, first):
        return None
    if word_before in NEVER_BEFORE_SUBJECT and "who" not in words:
        return None
    if form != "passive" and not is_public_statement(text, cue, word_before):
        return None
    if is_reported_later(text, cue, cue[2] in OPINION_VERBS):
        return None
    return Speaker(first, phrase_end, start, word, kind, "before", cue)


def _word_before(text: str, start: int) -> str:
    ahead = text[max(0, start - 12) : start]
    return ahead.split()[-1].lower().lstrip("(") if ahead[-1:] == " " and ahead.strip() else ""


def _source_after_cue(text: str, noun: Noun, cue: Mention) -> Speaker | None:
    """Return the speaker, where the cue stands before: "said a diplomat", "according to", "criticized by"."""
    start, end, word, kind = noun
    form, between = verb_form(cue[2]), text[cue[1] : start]
    if form == "prepositional":
        attribution_type, connection = "to", " "
    elif between.startswith((" by ", " from ", " among ")):
        attribution_type, connection = "by", between[: between.find(" ", 1) + 1]
        is_noun = cue[2] in STATEMENT_NOUNS
        if not is_noun and form != "participle" and (form != "past" or connection != " by "):
            return None
        if cue[2] in NON_STATEMENT_PASSIVES:
            return None
    elif cue[2] in INVERTING_VERBS and text[max(0, cue[0] - 2) : cue[0]].strip()[-1:] in tuple(",”’'—–?!"):
        attribution_type, connection = "after", " "
    else:
        return None
    first = start if kind == "some" else noun_phrase_start(text, start)
    is_inverted = attribution_type == "after"
    if text[cue[1] : first] != connection or not ends_noun_phrase(text, end, kind == "people", is_inverted):
        return None
    phrase_end = end + knowledge_chars(text, end)
    if cue[2] in TELL and text[phrase_end : phrase_end + 4] == " to ":
        return None  # "they were told by officials to leave"
    if NAME_IN_APPOSITION.match(text, phrase_end, phrase_end + 60):
        return None
    return Speaker(first, phrase_end, start, word, kind, attribution_type, cue)
