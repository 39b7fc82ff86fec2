"""Junk merged into the first line of the text: time stamps, bylines, labels, a headline before the lede."""

from __future__ import annotations

from newslint.api import Article, Pattern
from newslint_boilerplate.data.words import (
    BUTTONS,
    HEADINGS,
    NETWORKS,
    ORDINARY_LABELS,
    SENTENCE_OPENERS,
    SMALL_WORDS,
)
from newslint_boilerplate.view.lexicon import OPENING_KIND
from newslint_boilerplate.view.line_kinds.labels import LABEL_FIRST_WORDS, is_button_row, label_kind, normalize_label
from newslint_boilerplate.view.merged import header_patterns
from newslint_boilerplate.view.merged.glued_headline import end_of_headline

MIN_TEXT_CHARS = 30  # that must be left of the line
MIN_LEDE_CHARS = 40  # of what follows a headline or a label
LEDE_ENDS = '.!?”"’)'
MAX_LABEL_WORDS = 8
MAX_CONTINUATION_WORDS = 3  # in Title Case, after the opening of a label
OPENING_QUOTES = '"“‘'
STAMPS = ("Updated", "Published", "Posted")

FIRST_SENTENCE = Pattern(
    r"[^.!?\n]{1,200}[.!?][\"”’'»)\]]*\s+(?=[A-Z“\"‘])",
    case_sensitive=True,
    matches=("Sign up for our newsletter. The dam held", "Read the whole story! “It held”"),
    misses=("Sign up at example.com The dam", "Sign up for our newsletter"),
)
SENTENCE_END = Pattern(
    r"[a-z][.!?][”\"]?\s",
    case_sensitive=True,
    method="search",
    matches=("The dam held. Updated", "“It held.” Updated"),
    misses=("Dam Holds Updated", "In the U.S. Updated"),
)
TEXT_START = Pattern(
    r"[A-Z“\"‘'(\d]", case_sensitive=True, matches=("The dam", "“It held”", "12 dams"), misses=("the dam", "— held")
)
DATELINE = Pattern(
    r"[A-Z][A-Z]{2,}[A-Z, .]*(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s(?:\d{4}\s)?)?(?:\(|—|–|-)",
    case_sensitive=True,
    matches=("SACRAMENTO, CALIF. — The dam", "OSLO (Example Press)", "OSLO, Dec. 20, 2025 (EP) - The dam"),
    misses=("Sacramento — The dam", "OSLO said"),
)
FIRST_WORDS = LABEL_FIRST_WORDS | {heading.split(" ")[0] for heading in HEADINGS} | BUTTONS | NETWORKS


def end_of_leading_junk(article: Article, start: int, end: int) -> tuple[int, str]:
    """Return where the text of a line begins, and the kind of junk before it; `start` where there is none."""
    text = article.text
    openings: dict[int, int] = {}  # the ends of the phrases that open junk, by their starts
    for at, past, phrase in article.mentions("boilerplate.opening")[:3]:
        sentence = FIRST_SENTENCE.match(text, at, min(end, at + 300)) if at == start else None
        if sentence and end - sentence.end() > 2 * MIN_TEXT_CHARS:
            return sentence.end(), OPENING_KIND[phrase]
        openings[at] = past
    return _end_of_header(text, start, end, openings), "header"


def _end_of_header(text: str, start: int, end: int, openings: dict[int, int]) -> int:
    """Return where the text begins after time stamps, bylines and labels, or else after a headline."""
    if start not in openings and _is_ordinary_lede(text, start, end):
        return start
    at = start
    while True:
        step = _end_of_piece(text, at, end, openings, is_first=at == start)
        if step <= at or end - step < MIN_TEXT_CHARS:
            break
        at = step
    if at == start:
        at = _end_of_late_stamp(text, start, end)
    if at == start:
        at = end_of_headline(text, start, end)
        at = at if _is_prose(text, at, end) else start
    return start if end - at < MIN_TEXT_CHARS or text[at] == "(" else at


def _is_ordinary_lede(text: str, start: int, end: int) -> bool:
    """Return whether neither metadata nor a headline can stand before the lede: fast path for most articles."""
    words = text[start : min(end, start + 60)].split(" ", 6)[:6]
    first = words[0]
    low = first.lower()
    return (
        first.isalpha()
        and (first[1:] == low[1:] or first.isupper())
        and low not in FIRST_WORDS
        and not _may_be_metadata(text, start, end)
        and any(word.islower() and word not in SMALL_WORDS for word in words)
        and not _may_hold_stamp(text, start, end)
    )


def _end_of_piece(text: str, at: int, end: int, openings: dict[int, int], *, is_first: bool) -> int:
    """Return the end of the piece of metadata, or the label, that begins at `at`; `at` where there is none."""
    limit = min(end, at + 500)
    if _may_be_metadata(text, at, end):
        for pattern in header_patterns.PIECES:
            match = pattern.match(text, at, limit)
            if match and TEXT_START.match(text, match.end()):
                return match.end()
        for pattern in header_patterns.BYLINES:
            match = pattern.match(text, at, limit)
            if match and (not is_first or match.group()[:1] in "Bb") and _begins_text(text, match.end()):
                return match.end()
    words = text[at : at + 90].split(" ", MAX_LABEL_WORDS + 1)
    first = words[0].strip(" :|-»")
    is_plain = first[1:].islower() or (first.isupper() and first.isalpha())
    opening_words = len(text[at : openings[at]].split(" ")) if at in openings else 0
    if is_plain and first.lower() not in FIRST_WORDS and not opening_words:
        return at
    for count in range(min(MAX_LABEL_WORDS, len(words) - 1), 0, -1):
        if _is_label(words[:count], words[count], opening_words):
            begin = at + len(" ".join(words[:count])) + 1
            is_heading = " ".join(words[:count]).lower().strip(" :|-»") in HEADINGS
            return begin if is_heading or _is_prose(text, begin, end) else at
    return at


def _is_prose(text: str, start: int, end: int) -> bool:
    """Return whether a stretch reads like a lede, as opposed to the rest of a headline."""
    return end - start >= MIN_LEDE_CHARS and text[end - 1] in LEDE_ENDS


def _may_be_metadata(text: str, at: int, end: int) -> bool:
    """Return whether a piece of metadata can begin here, by the first word and a few marks: fast path."""
    first, _space, second = text[at : at + 24].strip().lower().partition(" ")
    first = first.strip("(:,.|-")
    if first == "the":  # the Associated Press
        first = second.split(" ", 1)[0]
    if first in header_patterns.FIRST_WORDS or first[:1].isdigit() or text.startswith(("By", "BY"), at):
        return True
    near = min(end, at + 60)
    return text.find("@", at, near) >= 0 or text.find("/ ", at, min(end, at + 150)) >= 0


def _begins_text(text: str, at: int) -> bool:
    """Return whether a sentence, a dateline or another stamp certainly begins here."""
    word = text[at : at + 20].split(" ")[0].strip("“\"‘':")
    return word in SENTENCE_OPENERS or word.capitalize() in STAMPS or bool(DATELINE.match(text, at))


def _is_label(words: list[str], following: str, opening_words: int) -> bool:
    """Return whether these words are a page's label, and a sentence can begin with the next.

    `opening_words` is how many of the first words are a phrase that opens junk.
    """
    if not following[:1].isupper() and following[:1] not in OPENING_QUOTES:
        return False
    if not words[0][:1].isupper() and not words[0][:1].isdigit():
        return False
    phrase = " ".join(words)
    low = phrase.lower().strip(" :|-»")
    if low in HEADINGS:
        return True
    if low in ORDINARY_LABELS and not phrase.isupper():
        return False
    is_last_word = words[-1][:1].isupper() or following.strip(OPENING_QUOTES) in SENTENCE_OPENERS
    if 0 < opening_words <= len(words) and _continues_label(words[opening_words:], following):
        return is_last_word
    if label_kind(phrase, normalize_label(phrase))[0]:
        return is_last_word
    return words[-1][:1].isupper() and is_button_row(phrase)


def _continues_label(words: list[str], following: str) -> bool:
    """Return whether words after an opening belong to its label: "Follow us on Facebook", "Read The Whole Story"."""
    if all(word.islower() or word.lower() in NETWORKS for word in words):
        return True
    is_title_case = all(word[:1].isupper() or word in SMALL_WORDS for word in words)
    return is_title_case and len(words) <= MAX_CONTINUATION_WORDS and following in SENTENCE_OPENERS


def _may_hold_stamp(text: str, start: int, end: int) -> bool:
    """Return whether the first word of a time stamp stands near the beginning."""
    lead = text[start : min(end, start + 240)]
    return any(f"{word} " in lead for word in STAMPS)  # with a colon, it may end the headline's own line


def _end_of_late_stamp(text: str, start: int, end: int) -> int:
    """Return the end of a time stamp that follows a headline; `start` where there is none, or a sentence before it."""
    if not _may_hold_stamp(text, start, end):
        return start
    match = header_patterns.STAMP_AFTER_HEADLINE.search(text, start, min(end, start + 300))
    return start if not match or SENTENCE_END.search(text, start, match.start()) else match.end()
