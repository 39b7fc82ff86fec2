"""Subjects: whether a noun for a person is the subject of a cue after it ("officials have since warned")."""

from __future__ import annotations

from newslint.model import Mention
from newslint.text.attribution.appositions import is_apposition_to_name
from newslint.text.attribution.clauses import is_reported_by_another, is_reported_later, subject_start
from newslint.text.attribution.noun_phrases import MAX_PHRASE_CHARS, noun_phrase_start
from newslint.text.attribution.predicates import (
    BE,
    HAVE,
    NEGATABLE_VERBS,
    NEGATIONS,
    is_adverbial,
    match_between_subject_and_verb,
)
from newslint.text.attribution.speaker import Noun, Speaker
from newslint.text.attribution.statements import AS_SAYING, is_public_statement, may_be_verb_after_some
from newslint.text.attribution.verbs import verb_form
from newslint.trace import Rejection

# A noun phrase after one of these is an object ("at officials") or a predicate noun ("was an aide").
NEVER_BEFORE_SUBJECT = frozenset(
    "at by from of for to in into over under toward towards upon between among against about than on no if like "
    "including alongside whatever whether why how is are was were be been being became".split()
)
NO_MATTER_WHAT = ("o matter what ", "egardless of what ")  # "no matter what critics say": nobody has said it
# Cues that attribute nothing to their subject.
NON_STATEMENT_CUES = frozenset(
    "ask asks asked asking testify testifies testified testifying write writes wrote saw seeing".split()
)
BEFORE_SUBJECT_OF_ING = frozenset("with has have had leaves left".split())  # "the plan has pundits betting that"
FORM_OF_CITING = {"cited": "past", "cites": "third", "quoted": "past", "quotes": "third"}
STATES = frozenset(("worried",))  # "officials are worried that" is no passive
QUOTED = frozenset("quoted cited reported".split())
# What these say about officials, somebody else knows: "Officials believe it is safe, the mayor said."
OPINION_VERBS = frozenset(
    "believe believes believed think thinks thought suspect suspects fear fears hope hopes".split()
)

VERB_AFTER_COMMA = Rejection("the verb after the comma has the next noun as its subject")
OBJECT_OF_SOME = Rejection("the word after it is a noun here, not a verb")
NO_STATEMENT = Rejection("it asks, testifies or writes: its subject states nothing to the public")
NEGATED = Rejection("the verb is negated: nothing was said")
WRONG_NUMBER = Rejection("the verb does not agree in number, so it has another subject")
IN_RELATIVE_CLAUSE = Rejection("the verb belongs to a clause with who, which only describes the people")
PASSIVE = Rejection("the verb is passive: others said it to them, or of them")
PARTICIPLE = Rejection("the verb is a participle and states nothing by itself")
DESCRIBES_NAME = Rejection("it describes a person whose name stands beside it")
KNOWN_MEMBER = Rejection("a named person is part of the subject")
OBJECT = Rejection("it is the object of the word before it, or within a condition")
REPORTED_BY_ANOTHER = Rejection("another person reports the statement")
REPORTED_LATER = Rejection("the end of the sentence says who reports it")
NOT_PUBLIC = Rejection("the verb names an act here, or what somebody was told in private")


def find_subject(text: str, noun: Noun, cue: Mention, gap: str, cue_before: Mention | None) -> Speaker | Rejection:
    """Return the speaker, where the cue is a verb that has this noun as its subject; else why it is not."""
    start, end, word, kind = noun
    form = verb_form(cue[2])
    if form == "prepositional":
        form = FORM_OF_CITING.get(cue[2], "prepositional")
    if gap == ", ":
        return VERB_AFTER_COMMA  # "He was an aide, said the mayor."
    if kind == "some" and gap == " " and not may_be_verb_after_some(text, cue):
        return OBJECT_OF_SOME
    phrase_end = end
    words = gap.lower().replace(",", "").split() if len(gap) > 1 else []
    is_negated = words[-1:] and words[-1] in NEGATIONS
    if form in ("prepositional", "noun") or cue[2] in NON_STATEMENT_CUES:
        return NO_STATEMENT
    if is_negated:
        if cue[2] not in NEGATABLE_VERBS:
            return NEGATED
        words.pop()
    elif form == "base" and kind == "person":
        return WRONG_NUMBER
    if not is_adverbial(words):
        between = match_between_subject_and_verb(gap, words, kind)
        if not between:
            return between
        words, modifier_chars = between
        phrase_end += modifier_chars
    if "who" in words and cue[2] not in ("told", "tells"):
        return IN_RELATIVE_CLAUSE  # "officials who said no were dismissed"
    if not BE.isdisjoint(words):
        if form in ("past", "participle") and cue[2] not in STATES:
            if cue[2] not in QUOTED or not AS_SAYING.match(text, cue[1]):
                return PASSIVE  # "officials were told"
            form = "passive"
    elif form == "adjective" or (form == "participle" and HAVE.isdisjoint(words)):
        return PARTICIPLE
    if form == "third" and kind != "person" and "ne of " not in text[max(0, start - MAX_PHRASE_CHARS) : start]:
        return WRONG_NUMBER  # not "one of the officials says"
    first = start if kind == "some" else noun_phrase_start(text, start)
    if (kind == "person" or "," in gap) and is_apposition_to_name(text, first, gap):
        return DESCRIBES_NAME
    subject = subject_start(text, first) if kind == "people" else first
    if subject is None:
        return KNOWN_MEMBER
    first = subject
    word_before = _word_before(text, first)
    if word_before in NEVER_BEFORE_SUBJECT and " and " in text[first:start]:
        first += text[first:start].index(" and ") + 5  # "in Paris and French officials say"
        word_before = "and"
    if form == "ing":
        if BE.isdisjoint(words) and (word_before not in BEFORE_SUBJECT_OF_ING or "," in gap):
            return PARTICIPLE
    elif word_before == "with":
        return OBJECT
    if word_before == "that" and text.endswith("heard that ", 0, first):
        return REPORTED_BY_ANOTHER  # "the court heard that officials told them"
    if cue_before and word_before and is_reported_by_another(text, cue_before, first):
        return REPORTED_BY_ANOTHER
    if (word_before in NEVER_BEFORE_SUBJECT and "who" not in words) or text.endswith(NO_MATTER_WHAT, 0, first):
        return OBJECT  # "no matter what critics say"
    if form != "passive" and not is_public_statement(text, cue, word_before):
        return NOT_PUBLIC
    if is_reported_later(text, cue, cue[2] in OPINION_VERBS):
        return REPORTED_LATER
    return Speaker(first, phrase_end, start, word, kind, "before", cue)


def _word_before(text: str, start: int) -> str:
    ahead = text[max(0, start - 12) : start]
    return ahead.split()[-1].lower().lstrip("(") if ahead[-1:] == " " and ahead.strip() else ""
