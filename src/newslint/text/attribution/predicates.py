"""Between a subject and its verb: whether a noun is the subject of that verb."""

from __future__ import annotations

from newslint.text.attribution.appositions import IDENTIFICATION
from newslint.text.attribution.noun_phrases import DAYS, KNOWLEDGE_MODIFIER
from newslint.text.attribution.verbs import FORM_OF
from newslint.trace import Rejection

# What may stand between a subject and its verb and changes nothing.
ADVERBIALS = DAYS | frozenset(
    "has have had is are was were being been also since then later earlier now still already both all themselves "
    "here there today yesterday on late night morning afternoon evening last this week month year once long often "
    "first again even however meanwhile too who further do does did nonetheless nevertheless instead soon always "
    "sometimes thus far so".split()
)
BE = frozenset("is are was were been being".split())
HAVE = frozenset("have has had".split())
CLAUSE_STARTERS = frozenset("who whose claiming speaking citing granted requesting asking".split())
# The first words of anything else that may stand there: a place, knowledge, a relative clause, an apposition.
MODIFIER_STARTERS = CLAUSE_STARTERS | frozenset(
    "in at from for with within inside of on near around across involved close familiar briefed working based outside "
    "interviewed contacted reached quoted cited to knowledgeable aware present".split()
)
# With these verbs a negation states something: "officials do not believe", but not "officials did not say".
NEGATABLE_VERBS = frozenset("believe think expect see consider regard view agree doubt".split())
NEGATIONS = frozenset("not don't doesn't didn't".split())
AFTER_SUBJECT = ADVERBIALS | MODIFIER_STARTERS | NEGATIONS | frozenset(FORM_OF)
BRACKETS_TO_COMMAS = str.maketrans("()—–", ",,,,")
NEVER_IN_GAP = ";:!?“”"
MAX_APPOSITION_CHARS = 90
CLAUSE_BREAKERS = frozenset(
    "that which when while after before as but because if he she they it we what said or".split()
)
# A verb after one of these has another subject, or none: "asked officials to say", "officials did not say".
NEVER_BEFORE_VERB = frozenset(
    "to not never and or that by of for against from with at into about under between could would should must "
    "will can may might a the an this no his her its their one two three four five six seven eight nine ten "
    "some any every each many several he she they it we i you".split()
)

OTHER_WORDS_BETWEEN = Rejection("words stand between them that belong to something else")
OTHER_SUBJECT = Rejection("the word before the verb gives it another subject, or none")
MARK_BETWEEN = Rejection("a colon, a semicolon or a quotation stands between them")
CLAUSE_BETWEEN = Rejection("another clause begins between them")
IDENTIFIED = Rejection("an apposition says who it is")


def may_be_subject(text: str, end: int) -> bool:
    """Return whether a verb may follow the noun that ends at `end`: a cheap check that excludes most nouns."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] in (",", "(", "—", "–")
    following = text[end + 1 : end + 16].split(None, 1)
    word = following[0].strip(",.:;”").lower() if following else ""
    return word in AFTER_SUBJECT or word[-2:] == "ly" or word[:1] in ("(", "—", "–")


def is_adverbial(words: list[str]) -> bool:
    """Return whether these words change nothing between a subject and its verb: "have since repeatedly"."""
    return all(word in ADVERBIALS or word[-2:] == "ly" for word in words)


def match_between_subject_and_verb(gap: str, words: list[str], kind: str) -> tuple[list[str], int] | Rejection:
    """Return the last words before the verb, and the length of a knowledge modifier ("familiar with the talks") or 0.

    Return a rejection where the noun cannot be the subject of the verb. `gap` is the text between them, `words` its
    words in lower case, `kind` the kind of the noun.
    """
    if words[0] not in MODIFIER_STARTERS and gap.lstrip()[0] not in ",(—–":
        return OTHER_WORDS_BETWEEN
    if words[-1] in NEVER_BEFORE_VERB or (words[-2:-1] == ["to"] and words[-1][-2:] == "ly"):
        return OTHER_SUBJECT  # "to say", "to openly say"
    for mark in NEVER_IN_GAP:
        if mark in gap:
            return MARK_BETWEEN
    parts = gap.translate(BRACKETS_TO_COMMAS).split(",")
    modifier = parts[0].lower().split()
    clause = next((number for number, word in enumerate(modifier) if word in CLAUSE_STARTERS), len(modifier))
    if not CLAUSE_BREAKERS.isdisjoint(modifier[:clause]) or (kind == "some" and modifier[:1] == ["of"]):
        return CLAUSE_BETWEEN
    last = parts[-1].lower().split() if len(parts) > 1 else []
    if not is_adverbial(last) or (len(parts) == 2 and clause == len(modifier)):
        return CLAUSE_BETWEEN
    if len(parts) > 2 and CLAUSE_STARTERS.isdisjoint(parts[1].split()[:1]):
        apposition = ",".join(parts[1:-1])
        if len(apposition) > MAX_APPOSITION_CHARS or IDENTIFICATION.match(apposition, 0):
            return IDENTIFIED
    if len(parts) == 1:
        if modifier[:1] == ["whose"]:
            return OTHER_SUBJECT  # "an executive whose prime attributes"
        if next((word for word in reversed(words) if not is_adverbial([word])), "") in ("and", "or", "but"):
            return CLAUSE_BETWEEN  # "officials in Kyiv and has since said"
        last = words[-4:] if clause == len(modifier) or is_adverbial(modifier[clause:]) else []
    knowledge = KNOWLEDGE_MODIFIER.match(gap, 0)
    return last, knowledge.end() if knowledge else 0
