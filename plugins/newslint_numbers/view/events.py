"""The event that an article reports, as far as its own words show: the names in its opening, and its date."""

from __future__ import annotations

from collections import Counter
from typing import Any

from newslint.api import Article, days_since_epoch, publication_date
from newslint_numbers.data.incidents import OFFICE_LINKS, OFFICES, SPEECH_VERBS
from newslint_numbers.data.places import TOO_LARGE
from newslint_numbers.data.words import COMMON_NAMES
from newslint_numbers.view.opening import opening_lines

OPENING_CHARS, LONG_OPENING_CHARS = 1800, 6000  # names of places and people come early
OPENING_KEYS, LONG_OPENING_KEYS = 16, 40  # names under which a fact meets the facts of other articles
FOLLOW_UP_DAYS = 14  # within which follow-ups are published
ANOTHER_EVENT_DAYS = 400  # after which two reports are of different events
MIN_TITLE_CASE_WORDS = 8  # capitalized words in a row that are more than a name
VOWELS = frozenset("AEIOUY")
SENTENCE_ENDS = ".!?:"
MARKS_AROUND_NAMES = "“”\"'‘’()[],.;:!?*—–-/…«»"


def opening_event(article: Article) -> dict[str, Any]:
    """Return the event that an article's opening reports, as JSON.

    `names`: in lower case and in order; `key_count`: how many of them are blocking keys; `day`: days since the epoch,
    or None; `date`: YYYY-MM-DD, or None.
    """
    return _event(article, OPENING_CHARS, OPENING_KEYS)


def long_opening_event(article: Article) -> dict[str, Any]:
    """Return the same for what may stand anywhere in an article of the usual length."""
    return _event(article, LONG_OPENING_CHARS, LONG_OPENING_KEYS)


def _event(article: Article, length: int, key_count: int) -> dict[str, Any]:
    names = _names("\n".join(opening_lines(article, length)))
    event: dict[str, Any] = {"names": names, "key_count": key_count, "day": None, "date": None}
    published = article.get(publication_date)
    if published:
        year, month, day = published.year, published.month, published.day
        event["day"], event["date"] = days_since_epoch(year, month, day), f"{year}-{month:02}-{day:02}"
    return event


def _names(text: str) -> list[str]:
    """Return the names in their order: words mostly capitalized within sentences, without the most common names.

    A long row of capitalized words, as in a headline or a plea to subscribe, does not make its words names. The names
    after an office are those of who speaks, and say nothing about the event.
    """
    words = text.replace("\n", " . ").split()
    names: list[str] = []
    row: list[str] = []  # of capitalized words
    row_words = 0
    after_office, opens_sentence = False, True
    for word in (*words, "."):
        if not (row_words or opens_sentence) and word.islower() and word.isalpha():
            after_office = word in OFFICES or (after_office and word in OFFICE_LINKS)
            continue  # fast path: most words
        bare = word if word.isalpha() else word.strip(MARKS_AROUND_NAMES)
        is_capitalized = bare[:1].isupper()
        if opens_sentence or not is_capitalized:
            if row:
                if row_words < MIN_TITLE_CASE_WORDS and (opens_sentence or bare not in SPEECH_VERBS):
                    names += row
                row = []
            row_words = 0
            after_office = bare in OFFICES or (after_office and bare in OFFICE_LINKS)
        if is_capitalized:
            row_words += 1
            if bare[-2:] == "'s":
                bare = bare[:-2]
            lower = bare.lower()
            if lower in OFFICES:
                after_office = True
            elif not after_office and _may_be_name(bare, opens_sentence):
                row.append(lower)
        opens_sentence = word[-1] in SENTENCE_ENDS and len(word) not in (2, 3)  # not "Lt." or "Gov."
    capitals = Counter(names)
    occurrences = Counter(filter(capitals.__contains__, words))
    return [
        name
        for name in capitals
        if name not in COMMON_NAMES and name not in TOO_LARGE and capitals[name] > occurrences.get(name, 0)
    ]


def _may_be_name(word: str, opens_sentence: bool) -> bool:
    """Return whether a capitalized word may be a name: in capitals, as in a dateline, or within a sentence."""
    if len(word) < 3 or not word.replace("-", "").isalpha():
        return False
    return not _is_abbreviation(word) if word.isupper() else not opens_sentence


def _is_abbreviation(word: str) -> bool:
    """Return whether a word in capitals is an office, a body or a station, not a town in a dateline."""
    return len(word) <= 3 or (len(word) == 4 and word[0] in "KW") or not VOWELS.intersection(word)


def blocking_keys(event: dict[str, Any]) -> list[str]:
    """Return the names under which reports on one event meet: the longest, as these are the rarest."""
    return sorted(event["names"], key=_rarest_first)[: event["key_count"]]


def _rarest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def days_between(first: dict[str, Any], second: dict[str, Any]) -> int | None:
    """Return the number of days between two reports, or None if one has no date."""
    if first["day"] is None or second["day"] is None:
        return None
    return abs(int(first["day"]) - int(second["day"]))


def is_same_person(first: dict[str, Any], second: dict[str, Any], name: frozenset[str]) -> bool:
    """Return whether two reports about people of one name share more than that name."""
    shared = len(set(first["names"]).intersection(second["names"]) - name)
    days = days_between(first, second)
    if days is None:
        return shared >= 5
    return shared >= (1 if days <= FOLLOW_UP_DAYS else 2 if days <= ANOTHER_EVENT_DAYS else 3)
