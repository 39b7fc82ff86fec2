"""Lines that tell a reader where to click."""

from __future__ import annotations

from newslint.api import Pattern
from newslint_boilerplate.data.words import SMALL_WORDS

CLICKS = frozenset(("click here", "tap here"))
MIN_SUBJECT_CHARS, MAX_SUBJECT_CHARS, MAX_CHARS = 8, 60, 110  # before the order, and of the line
QUOTES = frozenset('“”"‘')

REPORTED = Pattern(
    r"\b(?:said|says|told|wrote|asked|added|tweeted)\b",
    method="search",
    matches=("Click here, the message said.",),
    misses=("Click here for what she has to say.",),
)
SENTENCE_END = Pattern(
    r"[.!][”\"’)]*\s",
    method="search",
    matches=("The list is long. Click here",),
    misses=("Mobile users click here.", "On a phone? Click here"),
)


def is_instruction(text: str, line: tuple[int, int], at: int) -> bool:
    """Return whether a line with an order at `at` is one statement: not quoted, not reported, no headline before it."""
    start, end = line
    is_short = MIN_SUBJECT_CHARS <= at - start <= MAX_SUBJECT_CHARS and end - start <= MAX_CHARS
    if not is_short or not QUOTES.isdisjoint(text[start:end]):
        return False
    if not any(word[0].islower() and word not in SMALL_WORDS for word in text[start:at].split()):
        return False
    return not (REPORTED.search(text, start, end) or SENTENCE_END.search(text, start, end))
