"""Lines that are junk for what they say, wherever they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newslint.api import Article, Mention, Pattern, filled_lines
from newslint_boilerplate.lexicon import BUTTONS, FILLERS, HOLDS_KIND, NETWORKS, OPENS_KIND, WHOLE_KIND
from newslint_boilerplate.templates import template_lines

LABEL = 60  # characters: what a page writes on a button or over a list
LONGEST = 200  # characters: a line longer than this is junk only where two phrases say so
NOTICE = 420  # characters: the longest notice of a site that is looked for

MARKS = " \t\xa0\u200b0123456789.,:;!?…|/\\-–—•·*#+»«›‹→←▶►▼▲★☆✕×()[]{}<>\"'“”‘’©@$%&="
TOKEN = Pattern(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d[\d.,]*[kKmM]?\b|\d+", exact=True)

CREDIT = Pattern(
    r"""\W*with\s+(?:additional\s+)?(?:
        (?:reporting|files|inputs?|material|contributions?|information|reports?)\s+(?:from|by)\b.{0,80}
      | (?:\w+\s+){0,3}(?:wires?|newswires?|wire\s+(?:services?|reports?)|agenc(?:y|ies)(?:\s+(?:reports?|inputs?))?
        |staff\s+reports?) )\W*$"""
)
DATE = Pattern(
    r"""(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
    (?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}
      | \d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}
      | \d{4}-\d\d-\d\d(?:T[\d:.]+Z?)? | \d{1,2}/\d{1,2}/\d{2,4} )
    (?: ,?\s*(?:at|-|–|\|)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})? )? \W*"""
)
AGO = Pattern(r"(?:\w{1,14}\s+)?(?:\d+|an?|one)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?(?:\s+(?:ago|read))?\W*")


class Sure(NamedTuple):
    """A line that is junk for certain."""

    kind: str
    phrase: str  # the words that say so


def plain(text: str) -> str:
    """A label without its figures, marks and capitals."""
    return " ".join(text.strip(MARKS).lower().replace("’", "'").split())


def whole_kind(text: str) -> str | None:
    """The kind of junk that a line is which says nothing but this."""
    label = plain(text)
    return WHOLE_KIND.get(label) or ("credit" if label.startswith("with ") and CREDIT.at(text, 0) else None)


def tokens(text: str) -> list[str]:
    """The words of a label; run-together ones (`TwitterTweet`) apart."""
    found, at = [], 0
    while match := TOKEN.within(text, at, len(text)):
        found.append(match.group().lower())
        at = match.end()
    return found


def buttons(words: list[str]) -> float:
    """The share of these words that page buttons are made of; 0 where none of them is a button's own word."""
    if not any(word in NETWORKS or word in BUTTONS for word in words):
        return 0.0
    known = sum(word in NETWORKS or word in BUTTONS or word in FILLERS or word[0].isdigit() for word in words)
    return known / len(words)


def dated(text: str) -> bool:
    """Whether a line is a date, or an age ("3 hours ago"), and nothing else."""
    return len(text) < 60 and any((match := one.at(text, 0)) and match.end() == len(text) for one in (DATE, AGO))


def certain(article: Article) -> dict[int, Sure]:
    """Junk lines by their number among the filled lines."""
    text, lines = article.text, article.get(filled_lines)
    found = {number: Sure("template", article[lines[number]]) for number in article.get(template_lines)}
    for number, (start, end) in enumerate(lines):
        if end - start <= LABEL:
            kind = whole_kind(text[start:end])
            if kind:
                found[number] = Sure(kind, plain(text[start:end]))
    opens, holds = article.mentions("boilerplate.opens"), article.mentions("boilerplate.holds")
    for start, end, word in (*opens, *holds):
        number = bisect_right(lines, (start, len(text) + 1)) - 1
        begin, stop = lines[number]
        if number in found or stop - begin > NOTICE:
            continue
        kind = OPENS_KIND.get(word) if start - begin < 8 and not any(map(str.isalnum, text[begin:start])) else None
        kind = kind or (HOLDS_KIND.get(word) if text[begin] not in "\"“'‘" else None)
        if kind and (stop - begin <= LONGEST or _again(start, stop, opens, holds)):
            found[number] = Sure(kind, text[start:end])
    return found


def _again(start: int, stop: int, *mentions: Sequence[Mention]) -> bool:
    """Whether another phrase of a page stands in the rest of the line: a long notice, not a sentence before the text."""
    return any(start < mention[0] < stop for some in mentions for mention in some)
