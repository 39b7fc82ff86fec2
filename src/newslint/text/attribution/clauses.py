"""The clause around a subject: where it begins, what it is coordinated with, and who reports it."""

from __future__ import annotations

from newslint.model import Mention
from newslint.text.attribution.noun_phrases import SENTENCE_ENDS, noun_phrase_start
from newslint.text.attribution.verbs import FORM_OF, UNNAMED_SPEAKER_NOUNS
from newslint.text.pattern import Pattern
from newslint.text.sentences import mask_abbreviations

CONJUNCTIONS = frozenset("and but or so that as while when where because since though although after before".split())
AUXILIARIES = frozenset("is are was were has have had will would can could may might must should did does do".split())
IRREGULAR_PASTS = frozenset(
    "became began blew bought broke brought built burst came caught chose cost cut dealt drew drove fed fell felt "
    "fled flew fought found froze gave got grew heard held hid hit hurt kept knew laid lay led left lost made "
    "meant met paid put ran rang read rode rose sank sat sent set shook shot shut slept slid sold sought spent "
    "split spoke spread stole stood struck stuck swept swore swung taught threw took tore underwent went withdrew "
    "woke won wore".split()
)
FINITE_VERBS = AUXILIARIES | IRREGULAR_PASTS
SUBORDINATE_OPENERS = frozenset("a an the who whose which where".split())  # of an apposition or a relative clause
MAX_CLAUSE_CHARS = 200
TELL = frozenset("tell tells told telling".split())
MAX_ADDRESSEE_CHARS = 40  # of "told [The Evening Herald that]"
# The main clause stands after the statement: "Officials believe it is safe, the mayor said."
LATER_MAIN_CLAUSE = Pattern(
    r",”?\ (?:according\ to\ |(?:[\w.·'-]+\ ){1,6}(?:said|says|wrote|writes|told)\b[^,.;“”]{0,40}(?:\.|$))",
    method="search",
    matches=("the road is safe, the mayor said.", "he left, according to Jan Novak."),
    misses=("the road is safe. The mayor said so.", "he left, and so on."),
)
# A document is the source of a statement that it ascribes to others.
LATER_DOCUMENT = Pattern(
    r""",\ (?:according\ to\ (?:[\w.·'-]+\ ){0,4}
    (?:affidavit|indictment|court|complaint|lawsuit|documents?|filings?|transcripts?|records|memo|ruling|warrant)\b
    |(?:[\w.·'-]+\ ){1,4}(?:affidavit|indictment|documents?|filings?|records|memo|ruling)
    \ (?:shows?|showed|says?|said)\b)""",
    method="search",
    matches=("he fled, according to a court affidavit", "he fled, according to documents", "he fled, a memo shows"),
    misses=("he fled, according to the police", "according to records, he fled"),
)


def sentence_before(text: str, position: int) -> str:
    """Return the part of the sentence before a position, at most `MAX_CLAUSE_CHARS`, with masked abbreviations."""
    limit = max(0, position - MAX_CLAUSE_CHARS)
    begin = max(text.rfind("\n", limit, position) + 1, limit)
    before = mask_abbreviations(text, begin, position)
    return before[max((before.rfind(end) + len(end) for end in SENTENCE_ENDS if end in before), default=0) :]


def sentence_after(text: str, position: int) -> str:
    """Return the rest of the sentence from a position on, at most `MAX_CLAUSE_CHARS`, with masked abbreviations."""
    end = text.find("\n", position, position + MAX_CLAUSE_CHARS)
    after = mask_abbreviations(text, position, position + MAX_CLAUSE_CHARS if end < 0 else end)
    stop = min((at + 1 for mark in SENTENCE_ENDS if (at := after.find(mark)) >= 0), default=len(after))
    return after[:stop]


def subject_start(text: str, first: int) -> int | None:
    """Return where a plural subject begins: "[witnesses and] officials". The phrase of its last noun begins at `first`.

    Return None where the subject has a known member: "the minister and other officials".
    """
    conjunction = text[max(0, first - 5) : first].rpartition(" ")[0].rpartition(" ")[2]
    if conjunction not in ("and", "or"):
        return first
    if text.startswith("other ", first):
        return None
    end = first - len(conjunction) - 2
    start = text.rfind(" ", 0, end) + 1
    start = max(start, text.rfind("\n", start, end) + 1)
    noun = text[start:end].lower()
    if UNNAMED_SPEAKER_NOUNS.get(noun) == "people":
        first = noun_phrase_start(text, start)
        return first if _is_clause_start(text, first) else None
    return first if has_finite_verb(sentence_before(text, end)) else None


def _is_clause_start(text: str, start: int) -> bool:
    """Return whether a clause may begin here: after a line end, a sentence, a comma or a conjunction."""
    ahead = text[max(0, start - 12) : start]
    if ahead[-1:] != " ":
        return True
    word = ahead.split()[-1]
    return word[-1] in ",.;:”?!—–" or word.lower() in CONJUNCTIONS


def has_finite_verb(clause: str) -> bool:
    """Return whether this is a clause, "The road was closed,", and not a name with what explains it."""
    for number, part in enumerate(clause.rstrip(",;").split(", ")):
        words = part.lower().split()
        if number and words and words[0] in SUBORDINATE_OPENERS:
            continue
        if any(word in FINITE_VERBS or FORM_OF.get(word) in ("past", "third") or word.endswith("ed") for word in words):
            return True
    return False


def is_reported_by_another(text: str, cue_before: Mention, first: int) -> bool:
    """Return whether a cue before the subject at `first` reports its statement: "he said that officials believe"."""
    if cue_before[1] >= first:
        return False  # "state officials"
    between = text[cue_before[1] : first]
    if between.strip() in ("", "that"):
        return True
    if len(between) > MAX_ADDRESSEE_CHARS or any(mark in between for mark in ",;:“”\n") or ". " in between:
        return False
    if between.endswith(" that "):
        return True
    return cue_before[2] in TELL and between[1:2].isupper()


def is_reported_later(text: str, cue: Mention, is_opinion: bool) -> bool:
    """Return whether the sentence ends with the one who reports the statement or opinion."""
    phrase = ", " if is_opinion else ", according to "
    if text.find(phrase, cue[1], cue[1] + MAX_CLAUSE_CHARS) < 0:
        return False
    rest = sentence_after(text, cue[1])
    if is_opinion and LATER_MAIN_CLAUSE.search(rest, 0, len(rest)):
        return True
    return LATER_DOCUMENT.search(rest, 0, len(rest)) is not None
