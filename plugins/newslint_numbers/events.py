"""What event an article tells of, as far as its own words show: the names in its opening, and its date."""

from __future__ import annotations

from typing import Any

from newslint.api import Article, day_number, publication
from newslint_numbers.lexicon import COMMON_NAMES

OPENING = 1800  # characters: names of place and people come early
KEYS = 16  # names under which an article's facts are brought together with others'; the longest are the rarest
FAR = 400  # days after which two reports are taken to tell of different events
AROUND = "“”\"'‘’()[],.;:!?*—–-/…«»"


def event(article: Article) -> dict[str, Any]:
    """The event as JSON: `names` in lower case, the longest first, and `day`, a number, or None without a date."""
    published = article.get(publication)
    day = day_number(published.year, published.month, published.day) if published else None
    return {"names": article.get(names), "day": day, "date": _iso(published) if published else None}


def _iso(published: Any) -> str:
    return f"{published.year}-{published.month:02}-{published.day:02}"


def names(article: Article) -> list[str]:
    """Words of the opening that are always capitalized there, the most common names left out."""
    capitals, plain = set(), set()
    for word in article.text[:OPENING].split():
        bare = word.strip(AROUND)
        if bare[-2:] in ("'s", "’s"):
            bare = bare[:-2]
        if len(bare) < 3:
            continue
        if bare[0].isupper() and bare.isalpha():
            capitals.add(bare.lower())
        elif bare[0].islower():
            plain.add(bare)
    return sorted(capitals - plain - COMMON_NAMES, key=_rarest_first)


def _rarest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def keys(one: dict[str, Any]) -> list[str]:
    """The names under which reports on one event should find each other."""
    found: list[str] = one["names"][:KEYS]
    return found


def days_apart(one: dict[str, Any], other: dict[str, Any]) -> int | None:
    """Days between two reports, or None where one has no date."""
    if one["day"] is None or other["day"] is None:
        return None
    return abs(int(one["day"]) - int(other["day"]))


def same_event(one: dict[str, Any], other: dict[str, Any], besides: frozenset[str] = frozenset()) -> bool:
    """Whether two reports share the names of one event; far fewer are enough where they came out together."""
    shared = len(set(one["names"]).intersection(other["names"]) - besides)
    apart = days_apart(one, other)
    if apart is None:
        return shared >= 4
    return shared >= (2 if apart <= 4 else 3) and apart <= FAR
