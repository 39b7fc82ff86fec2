"""The publication date: the day that "Friday" and "last week" hang on.

Only a date that is marked as such counts: by a label ("Published", "Updated:"), by standing alone on a line or behind
a byline, by standing in a dateline, or by what a reader knows from outside the text. A copyright year, the date in a
photo caption or below a tweet, and the day of the event say nothing about when the article came out.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Span
from newslint.reading.lines import filled_lines
from newslint.reading.pattern import Pattern
from newslint.reading.times import When, times

LEXICON: Lexicon = {
    "published": ("published", "posted", "updated", "date", "dated", "modified", "created", "issued", "pubdate"),
}

META = Pattern(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
LABEL_BEFORE = Pattern(r"(?:^|[\n(\[|•·/]|\s[-–—])[\s*_>]*(?:(?:first|last|originally|article|story|publication|publish)\s)*$")
SHORT_YEAR = Pattern(r"\s?:?\s{0,2}(?:on\s)?(?P<month>\d{1,2})(?P<sign>[/.-])(?P<day>\d{1,2})(?P=sign)(?P<year>\d\d)(?!\d)")
CLOCK = Pattern(r"(?:\d{1,2}(?:[:.h]\d\d){0,2}(?:\s?[ap]\.?m\.?)?|[ap]\.?m\.?)(?![\w-])")
AROUND_DATES = frozenset(
    "on at by the of first last updated published posted date am pm est edt et pst pdt pt cst cdt ct mst mdt gmt utc "
    "bst cet cest ist aest z local time print mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
PLACE = Pattern(r"(?!FILE\b|PHOTO\b)(?:[^\W\d_]+:\s)?(?:[A-Z][A-Z.’'-]{2,}|[A-Z][^\W\d_]+,\s|[A-Z]{2,}\s[A-Z])", exact=True)
AFTER_DATELINE = Pattern(r"\)|\.?,?\s{0,2}(?:--|[-–—/(])")
PICTURE = Pattern(r"\b(?:photo|file|image|getty|picture|caption|courtesy|speaks|arrives|seen)\b|@")
HEAD, FOOT = 8, 3  # blocks from the top, and from the bottom, where a line may be the article's date


class Publication(NamedTuple):
    """The article's publication date and where it stands; `span` is None where a reader knew it."""

    span: Span | None
    year: int
    month: int
    day: int


def publication(article: Article) -> Publication | None:
    """The publication date of the article, or None where nothing gives it."""
    known = META.at(article.meta.get("date", ""), 0)
    if known:
        return Publication(None, int(known[1]), int(known[2]), int(known[3]))
    dates = [when for when in article.get(times) if when.kind == "date"]
    return _labelled(article, dates) or (_standing(article, dates) if dates else None)


def _given(when: When) -> Publication:
    return Publication(Span(when.start, when.end), when.year or 0, when.month or 0, when.day or 0)


def _labelled(article: Article, dates: list[When]) -> Publication | None:
    text = article.text
    for start, end, _word in article.mentions("published"):
        colon = text[end : end + 2].lstrip()[:1] == ":"
        if not colon and not LABEL_BEFORE.within(text, start - 40, start):
            continue
        short = SHORT_YEAR.at(text, end, end + 20)
        if short:
            year, month, day = (int(part) for part in short.group("year", "month", "day"))
            return Publication(Span(short.start("month"), short.end()), 2000 + year, month, day)
        number = bisect_left(dates, (end,))
        if number < len(dates) and dates[number].start - end <= 60:
            when = dates[number]
            if _only_time(text[end : when.start]) and (colon or not _goes_on(text, when.end)):
                return _given(when)
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on behind a date: "Published May 3, 2019, the study …"."""
    rest = text[end : end + 3]
    return rest[:1] in ", " and rest.lstrip(", ")[:1].islower() and CLOCK.at(text, end) is None


def _only_time(gap: str) -> bool:
    """Whether a stretch holds nothing but time of day, weekday, zone and filler; a name may follow "by"."""
    words = gap.replace(",", " ").replace("|", " ").split()
    named = 0
    for word in words:
        bare = word.strip(".:@-–—()[]•·").lower()
        if bare == "by":
            named = 4
        elif not bare or bare in AROUND_DATES or CLOCK.at(bare, 0):
            continue
        elif named and word[:1].isupper():
            named -= 1
        else:
            return False
    return True


def _standing(article: Article, dates: list[When]) -> Publication | None:
    """A date alone on a line near the top or at the bottom, behind a byline, or in a dateline."""
    text, blocks = article.text, article.get(filled_lines)
    near = blocks[:HEAD] + blocks[max(HEAD, len(blocks) - FOOT) :]
    for number, (start, end) in enumerate(near):
        first = bisect_left(dates, (start,))
        if first == len(dates) or dates[first].start - start > 120 or dates[first].end > end:
            continue
        when = dates[first]
        before, after = text[start : when.start], text[when.end : end]
        if len(after) <= 60 and _only_time(after) and (_only_time(before) or (number < HEAD and _byline(before))):
            if not (number and PICTURE.within(text, max(near[number - 1].start, start - 80), start)):
                return _given(when)
        elif number < HEAD and len(before) <= 60 and AFTER_DATELINE.at(text, when.end) and PLACE.at(text, start):
            return _given(when)
    return None


def _byline(before: str) -> bool:
    """Whether what precedes a date on its line is a byline or a site's name, not a sentence."""
    if len(before) > 80 or PICTURE.within(before, 0, len(before)):
        return False
    words = [word for word in before.replace("|", " ").split() if not _only_time(word)]
    return before[:3].lower() == "by " or (len(words) <= 5 and all(word[:1].isupper() for word in words))
