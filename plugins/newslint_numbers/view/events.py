"""What event an article tells of, as far as its own words show: the names in its opening, and its date."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from newslint.api import Article, days_since_epoch, publication_date
from newslint_numbers.data.common_names import COMMON_NAMES

OPENING, WHOLE = 1800, 6000  # characters: names of place and people come early
FEW, MANY = 16, 40  # names under which a fact is brought together with others'
MIN_SHARED_NAMES = 2  # names that reports on one event share
NEAR = 14  # days within which follow-ups come out
FAR = 400  # days after which two reports are taken to tell of different events
TITLE = 8  # capitalized words in a row that no name has
AROUND = "“”\"'‘’()[],.;:!?*—–-/…«»"


def opening_event(article: Article) -> dict[str, Any]:
    """The event that an article's opening reports, as JSON.

    `names` in lower case, as they come; `keys`, how many of them are keys; `day`, a number, and `date`, or None.
    """
    return _event(article, OPENING, FEW)


def whole_event(article: Article) -> dict[str, Any]:
    """The same for what may be said anywhere in an article of the usual length."""
    return _event(article, WHOLE, MANY)


def _event(article: Article, length: int, count: int) -> dict[str, Any]:
    known: dict[str, Any] = {"names": _names(article.text[:length]), "keys": count, "day": None, "date": None}
    published = article.get(publication_date)
    if published:
        year, month, day = published.year, published.month, published.day
        known["day"], known["date"] = days_since_epoch(year, month, day), f"{year}-{month:02}-{day:02}"
    return known


def _names(text: str) -> list[str]:
    """Words that are capitalized within sentences, and mostly so, the most common names left out, in their order.

    What stands in a long row of capitalized words, as in a headline or a plea to subscribe, is no name by that.
    """
    words = text.replace("\n", " . ").split()
    written = Counter(words)
    capitals: Counter[str] = Counter()
    row: list[str] = []
    length = 0
    for before, word in pairwise((".", *words, ".")):
        bare = word.strip(AROUND)
        ended = _ends(before)
        if ended or not bare[:1].isupper():
            if length < TITLE:
                capitals.update(row)
            row, length = [], 0
            if not bare[:1].isupper():
                continue
        length += 1
        if bare[-2:] in ("'s", "’s"):
            bare = bare[:-2]
        if len(bare) > 2 and bare.isalpha() and (not _abbreviates(bare) if bare.isupper() else not ended):
            row.append(bare.lower())
    return [name for name in capitals if name not in COMMON_NAMES and capitals[name] > written[name]]


def _abbreviates(word: str) -> bool:
    """Whether capitals stand for an office, a body or a station rather than for a town in a dateline."""
    return len(word) <= 3 or (len(word) == 4 and word[0] in "KW")


def _ends(word: str) -> bool:
    """Whether a sentence ends with a word; "Lt." and "Gov." end none."""
    return word[-1] in ".!?:" and len(word) not in (2, 3)


def blocking_keys(one: dict[str, Any]) -> list[str]:
    """The names under which reports on one event should find each other: the longest, being the rarest."""
    return sorted(one["names"], key=_rarest_first)[: one["keys"]]


def _rarest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def days_apart(one: dict[str, Any], other: dict[str, Any]) -> int | None:
    """Days between two reports, or None where one has no date."""
    if one["day"] is None or other["day"] is None:
        return None
    return abs(int(one["day"]) - int(other["day"]))


def same_event(one: dict[str, Any], other: dict[str, Any], telling: frozenset[str] | None, doubt: int) -> bool:
    """Whether two reports share the names of one event; fewer are enough where they came out together.

    Only names that are `telling` count, or all. `doubt` is how many more the reports have to share, where something
    else says that the events may be two.
    """
    names = set(one["names"]).intersection(other["names"])
    shared = len(names if telling is None else names & telling) - doubt
    apart = days_apart(one, other)
    if apart is None or apart > NEAR:
        return shared >= 5 and (apart or 0) <= FAR
    return shared >= (MIN_SHARED_NAMES if apart <= 1 else 3 if apart <= 7 else 4)


def same_person(one: dict[str, Any], other: dict[str, Any], name: frozenset[str]) -> bool:
    """Whether two reports that speak of people of one name share more than that name."""
    shared = len(set(one["names"]).intersection(other["names"]) - name)
    apart = days_apart(one, other)
    if apart is None:
        return shared >= 5
    return shared >= (1 if apart <= NEAR else 2 if apart <= FAR else 3)
