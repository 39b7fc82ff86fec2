"""The expressions that mean a day only to a reader who knows when the article came out."""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import Article, Pattern, When, quoted, sentence_at, times
from newslint_dates.lexicon import FEASTS, NAMED_AFTER, NAMED_BEFORE

WORD_BEFORE = Pattern(r"([\w’'.]+)[\s,]{1,2}$")
WORD_AFTER = Pattern(r"\s?([-–—]|\w+)(?:\s(\w+))?")
WEEKDAY = Pattern(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
TOLD_TODAY = Pattern(r"\b(?:\w+ed|said|told|says|earlier|later|was|were|has|have|is|are|met|won|died)\s(?:\w+ly\s)?$")
TODAY_TELLS = Pattern(r"\s(?:\w+ed|said|told|says|that)\b")
REGULAR = frozenset("every each most many".split())


def hanging(article: Article) -> list[When]:
    """The expressions that hang on the publication date, in order; those that a year nearby holds are left out."""
    found = article.get(times)
    years = [when for when in found if when.year] + [
        When(start, end, "year") for start, end, _ in article.mentions("year-figure") if _is_year(article, start)
    ]
    years.sort()
    return [when for when in found if _hangs(article, when, years)]


def decisive(article: Article, when: When) -> bool:
    """Whether the expression needs a publication date by itself: "today" often just means these times."""
    text = article.text
    if text[when.start : when.end].lower() != "today":
        return True
    return bool(TOLD_TODAY.within(text, when.start - 24, when.start) or TODAY_TELLS.at(text, when.end))


def _hangs(article: Article, when: When, years: list[When]) -> bool:
    if when.kind == "weekday":
        return _day_of_this_week(article.text, when)
    if when.kind == "monthday":
        return (when.month, when.day) not in FEASTS and not _has_year(article, when, years)
    if when.kind == "month":
        return not _has_year(article, when, years)
    if when.kind in ("relative", "ago"):
        return _relative(article, when)
    return False


def _is_year(article: Article, start: int) -> bool:
    figure = article.text[start : start + 5]
    return figure[:4].isdigit() and len(figure[:4]) == 4 and not figure[4:].isalnum()


def _has_year(article: Article, when: When, years: list[When]) -> bool:
    """A year in the sentence, or not far before it, is the year of a month's day."""
    start, end = sentence_at(article, when.start)
    number = bisect_left(years, (min(start, when.start - 150),))
    return number < len(years) and years[number].start < end


def _neighbours(text: str, when: When) -> tuple[str, str, str]:
    before = WORD_BEFORE.within(text, when.start - 16, when.start)
    after = WORD_AFTER.at(text, when.end)
    return before[1] if before else "", after[1] if after else "", (after[2] or "") if after else ""


def _day_of_this_week(text: str, when: When) -> bool:
    """Not a name (Black Friday, The Sunday Times), not hours of opening, not any such day."""
    before, after, next_after = _neighbours(text, when)
    if before.lower() in REGULAR or before in NAMED_BEFORE or after in NAMED_AFTER or next_after in NAMED_AFTER:
        return False
    if before == "a" and text[max(0, when.start - 5) : when.start].lower().endswith("on a "):
        return False
    if after == "the" and next_after[:1].isdigit():  # Friday the 13th
        return False
    if after.lower() in ("through", "thru", "to", "-", "–") and WEEKDAY.within(text, when.end, when.end + 20):
        return False
    return not (before.lower() in ("through", "thru", "to") and WEEKDAY.within(text, when.start - 20, when.start))


def _relative(article: Article, when: When) -> bool:
    text = article.text
    words = text[when.start : when.end]
    if quoted(article, when.start) or words.istitle():  # Last Week Tonight, This Morning, USA Today
        return words.istitle() and when.start == sentence_at(article, when.start).start and " " not in words
    before, after, _ = _neighbours(text, when)
    if words.startswith(("last", "next")) and after == "of":  # the last week of May
        return False
    if words.startswith("next") and before == "the":  # the next week: of the story, not of the reader
        return False
    if words == "today" and text[when.end : when.end + 1] in "'’":  # today's youth
        return False
    return words != "overnight" or after in ("", "and", "in", "at", "on", "when", "after", "by")
