"""Whether the article names a source near a report: in the same sentence, or in the ones around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import UNNAMED_SPEAKER_NOUNS, Article, Mention, Pattern, Span, in_quotation, sentence_at
from newslint_sources.data.faceless_words import (
    DOCUMENT_NOUNS,
    IDENTIFIABLE_NOUNS,
    NOT_NAMES,
    OPINION_CUES,
    OUTLET_NOUNS,
    OWN_WORK,
    REPORT_CUES,
    STATEMENT_CUES,
)

AUXILIARIES = frozenset("has have had also is was later first".split())
WITHOUT_STOPS = str.maketrans("", "", ",.")
MAX_SENTENCE_CHARS = 800  # read on either side: a longer sentence is not a sentence
MAX_TAIL_CHARS = 40  # from the comma to the verb, and from the verb to the end of the sentence: ", the sheriff said."
TELLING = frozenset(("told", "tells"))
TRAILING_CUES = REPORT_CUES | STATEMENT_CUES
# The cues that name a source in the sentence before and in the one after, by the kind of the phrase.
CUES_AROUND: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "adverb": (REPORT_CUES, REPORT_CUES),
    "report": (REPORT_CUES, REPORT_CUES),
    "impersonal": (REPORT_CUES, REPORT_CUES | STATEMENT_CUES),
    "belief": (frozenset(), frozenset()),
    "hearsay": (REPORT_CUES - TELLING, REPORT_CUES - TELLING),
}
PREPOSITIONAL_CUES = frozenset(("according to", "citing", "cites", "cited"))
# The report is within what a speaker said: "the sheriff said the man reportedly left".
REPORTED_SPEECH = Pattern(
    r"\b(?:said|says|told\s[\w.' ]{1,30})(?:\s+that)?\s[^,;:“”]{0,60}$",
    method="search",
    matches=("the sheriff said the man ", "Lind told the Herald that he "),
    misses=("He said so, and the man ", "the man "),
)
# "In a report compiled by the council, the bridge is said to": the sentence begins with the document.
IN_DOCUMENT = Pattern(
    rf"in\s(?:an?|the|its|his|her|their)\s(?:[\w'-]+\s){{0,3}}(?:{'|'.join(DOCUMENT_NOUNS)})\b",
    matches=("In a report by the council", "In its latest study"),
    misses=("In the city", "A report by"),
)
# The outlet that an unnamed person told: "an official told the Delta news agency".
TOLD_AGENCY = Pattern(
    rf"\s(?:the\s)?(?:[A-Z][\w'-]*\s){{1,4}}(?:news\s)?(?:{'|'.join(sorted(OUTLET_NOUNS))}|agency|network)\b",
    case_sensitive=True,
    matches=(" the Delta news agency", " Radio Delta station", " the Evening Herald newspaper"),
    misses=(" the Herald", " a news agency"),
)
NAME_AFTER = Pattern(
    r"\s+(?:(?:the|a|an|its|his|her|their)\s+)?(?:[\w'-]+\s+){0,3}?(?-i:[A-Z0-9])",
    matches=(" the Herald", " a note by Lind"),
    misses=(" a person familiar", " reports"),
)


def has_source_nearby(article: Article, phrase: Span, kind: str) -> bool:
    """Return whether the sentence of a faceless phrase, the one before or the one after names the source."""
    sentence = sentence_at(article, phrase.start)
    if _is_sourced_in_sentence(article, phrase, kind, sentence):
        return True
    if kind == "opinion" or article[phrase].endswith(OWN_WORK):
        return False
    cues_before, cues_after = CUES_AROUND[kind]
    following = sentence_at(article, sentence.end + 2)
    if following.start >= sentence.end and _names_source(article, following, cues_after):
        return True
    previous = sentence_at(article, sentence.start - 2)
    is_same_paragraph = "\n" not in article.text[previous.end : sentence.start]
    return is_same_paragraph and _names_source(article, previous, cues_before)


def _is_sourced_in_sentence(article: Article, phrase: Span, kind: str, sentence: Span) -> bool:
    text, (start, end) = article.text, phrase
    is_own_clause = text.startswith("ccording to", start + 1)  # "she said so, and according to reports"
    if not is_own_clause and REPORTED_SPEECH.search(text, max(sentence.start, start - 100), start):
        return True
    if IN_DOCUMENT.match(text, sentence.start):
        return True
    source_cues = REPORT_CUES if kind in ("adverb", "report") else OPINION_CUES
    for cue_start, cue_end, cue in _cues(article, sentence):
        if cue_start < end and start < cue_end:
            continue
        if cue in source_cues and (cue_start < start or _is_identifiable(text, (cue_start, cue_end, cue), sentence)):
            return True
        if cue in TRAILING_CUES and end < cue_start < sentence.end < cue_end + MAX_TAIL_CHARS:
            comma = text.rfind(",", max(end, cue_start - MAX_TAIL_CHARS), cue_start)
            if comma > 0:  # "…, the sheriff said."
                return True
    return False


def _names_source(article: Article, sentence: Span, cues: frozenset[str]) -> bool:
    """Return whether a cue in the sentence has a source that a reader could find."""
    records = article.mentions("sources.record")
    number = bisect_left(records, (sentence.start,))
    if number < len(records) and records[number][0] < sentence.end:
        return True
    return any(
        (cue[2] in cues and _is_identifiable(article.text, cue, sentence))
        or (cues and cue[2] in STATEMENT_CUES and _is_outlet(article.text, cue[0]))
        for cue in _cues(article, sentence)
    )


def _is_outlet(text: str, end: int) -> bool:
    """Return whether the subject before a verb is an outlet: what "the station said" is a report."""
    words = text[max(0, end - 20) : end].lower().split()
    return bool(words) and words[-1] in OUTLET_NOUNS


def _is_identifiable(text: str, cue: Mention, sentence: Span) -> bool:
    """Return whether a reader could find the source of a cue: a name, or a noun such as "police"."""
    start, end, word = cue
    if word in PREPOSITIONAL_CUES:
        return _is_named_source(text, end)
    if TOLD_AGENCY.match(text, end):
        return True
    if text.startswith(" by ", end):  # "was first reported by the Herald"
        return _is_named_source(text, end)
    begin = max(sentence.start, start - 40)
    words = [word for word in text[begin:start].replace(",", "").split() if word not in AUXILIARIES]
    if not words:
        return False
    low = words[-1].lower()
    is_name = words[-1] != low and low not in NOT_NAMES and low not in UNNAMED_SPEAKER_NOUNS
    return is_name or low in IDENTIFIABLE_NOUNS


def _is_named_source(text: str, start: int) -> bool:
    """Return whether the words from `start` on name a source: "the Herald", "a note by Lind"."""
    words = text[start : start + 40].lower().translate(WITHOUT_STOPS).split()[:4]
    if not UNNAMED_SPEAKER_NOUNS.keys().isdisjoint(words):
        return False
    return bool(NAME_AFTER.match(text, start, start + 60)) or not IDENTIFIABLE_NOUNS.isdisjoint(words)


def _cues(article: Article, sentence: Span) -> Iterator[Mention]:
    """Yield the cues of a sentence that stand outside quotation marks."""
    cues = article.mentions("cue")
    start, end = sentence.start, min(sentence.end, sentence.start + 2 * MAX_SENTENCE_CHARS)
    for number in range(bisect_left(cues, (start,)), len(cues)):
        if cues[number][0] >= end:
            return
        if not in_quotation(article, cues[number][0]):
            yield cues[number]
