"""Sources whose noun is in no lexicon, which only a formula of anonymity shows: "a baker who asked not to be named"."""

from __future__ import annotations

from newslint.api import Pattern, Span, mask_abbreviations
from newslint_sources.data.anonymity_words import AFTER_UNKNOWN_PERSON
from newslint_sources.data.words import DOCUMENTS

# A person whose noun is not in the lexicon, before a formula: "a baker who asked not to be named".
UNKNOWN_PERSON = Pattern(
    r"""\b(?:an?|one|another|two|three|four|five|several|some)\s+[^,.;:“”\n]{2,60}?
    (?=”?,?\s+(?:"""
    + "|".join(AFTER_UNKNOWN_PERSON)
    + r"|on\s+(?:the\s+)?condition)\b)",
    method="search",
    matches=("We met a baker who asked", "two of the divers, speaking", "a guard on condition"),
    misses=("the baker who asked", "a baker and a butcher"),
)
SPEECH = Pattern(
    r"\b(?:sp[eo]a?k\w*|sa(?:id|ys?|ying)|t[eo]ll?[sd]?|describ\w+|interviewed|accord\w+|quot\w+)\b",
    method="search",
    matches=("The aide spoke", "The aide told us"),
    misses=("The aide left", "The aide stole a car"),
)
# Who asks not to be named has spoken to a reporter.
REQUEST_TO_PRESS = Pattern(
    r"\b(?:ask|request|declin|insist)\w*\b",
    method="search",
    matches=("who asked not to", "declined to"),
    misses=("who wishes to", "who chose to"),
)
MAX_CHARS_BEFORE_FORMULA = 200  # where a person may stand whom the formula is about
MAX_CHARS_AFTER_FORMULA = 300  # where the person must speak to be a source


def person_before_formula(text: str, start: int, at: int) -> Span | None:
    """Return the last person before a formula at `at` who speaks to the press, whatever the noun."""
    person = None
    window_start = max(start, at - MAX_CHARS_BEFORE_FORMULA)
    window = mask_abbreviations(text, window_start, at)
    begin = 0 if window_start == start else 1  # no word's middle opens the phrase
    while match := UNKNOWN_PERSON.search(window, begin, len(window)):
        person, begin = match, match.start() + 1
    if not person or not DOCUMENTS.isdisjoint(person.group().lower().split()):
        return None
    span = Span(window_start + person.start(), window_start + person.end())
    # Not "a donor who wishes to remain anonymous has built".
    return span if speaks_to_press(text, span.end, at, at + MAX_CHARS_AFTER_FORMULA) else None


def speaks_to_press(text: str, start: int, formula: int, end: int) -> bool:
    """Return whether the person before a formula speaks to the press, between `start` and `end`."""
    is_request = not text.startswith("anonymous", formula) and REQUEST_TO_PRESS.search(text, start, formula)
    return bool(is_request or SPEECH.search(text, start, end))
