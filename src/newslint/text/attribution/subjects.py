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


def find_subject(text: str, noun: Noun, cue: Mention, gap: str, cue_before: Mention | None) -> Speaker | None:
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
    if not is_adverbial(words):
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
    if form == "third" and kind != "person" and "ne of " not in text[max(0, start - MAX_PHRASE_CHARS) : start]:
        return None  # not "one of the officials says"
    first = start if kind == "some" else noun_phrase_start(text, start)
    if (kind == "person" or "," in gap) and is_apposition_to_name(text, first, gap):
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
    if word_before == "that" and text.endswith("heard that ", 0, first):
        return None  # "the court heard that officials told them"
    if cue_before and word_before and is_reported_by_another(text, cue_before, first):
        return None
    if (word_before in NEVER_BEFORE_SUBJECT and "who" not in words) or text.endswith(NO_MATTER_WHAT, 0, first):
        return None  # "no matter what critics say"
    if form != "passive" and not is_public_statement(text, cue, word_before):
        return None
    if is_reported_later(text, cue, cue[2] in OPINION_VERBS):
        return None
    return Speaker(first, phrase_end, start, word, kind, "before", cue)


def _word_before(text: str, start: int) -> str:
    ahead = text[max(0, start - 12) : start]
    return ahead.split()[-1].lower().lstrip("(") if ahead[-1:] == " " and ahead.strip() else ""
