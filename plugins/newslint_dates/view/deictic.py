"""The expressions that mean a day only to a reader who knows when the article came out."""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import Article, Pattern, TimeExpression, in_quotation, time_expressions, word_before
from newslint_dates.data.words import NAMED_AFTER, NAMED_BEFORE, NAMED_DAYS

YEAR_BEFORE, YEAR_AFTER = 200, 80  # characters within which a year is the year of a month's day
TOLD_TODAY = Pattern(
    r"\b(?:\w+ed|said|told|says|earlier|later|was|were|has|have|is|are|met|won|died|shot|held|found|hurt)"
    r"\s(?:\w+ly\s)?\Z"
)
TODAY_TELLS = Pattern(r"\s(?:\w+ed|said|told|says|that)\b")
# Before a weekday: any such day, or one of the story and not of the week in which the article came out.
OTHER_WEEK = frozenset("every each most many one that following same previous another".split())
RANGE_WORDS = frozenset("through thru to - –".split())
PLACED = frozenset("and in at on when after by near from".split())
AMBIGUOUS_DAY_WORDS = frozenset("today tomorrow overnight".split())


def deictic_expressions(article: Article) -> list[TimeExpression]:
    """The expressions that hang on the publication date, in order; those that a year nearby holds are left out."""
    found = article.get(time_expressions)
    return [when for when in found if _hangs(article, when)]


def needs_publication_date(article: Article, when: TimeExpression) -> bool:
    """Whether the expression needs a publication date by itself: "today" often just means these times."""
    text = article.text
    if text[when.start : when.end].lower() not in AMBIGUOUS_DAY_WORDS:
        return True
    return bool(TOLD_TODAY.search(text, when.start - 24, when.start) or TODAY_TELLS.match(text, when.end))


def _hangs(article: Article, when: TimeExpression) -> bool:
    if when.kind == "weekday":
        return _day_of_this_week(article.text, when)
    if when.kind == "monthday":
        return (when.month, when.day) not in NAMED_DAYS and not _has_year(article, when)
    if when.kind == "month":
        before = word_before(article.text, when.start)[0].lower()
        return before in ("this", "last", "next") or not _has_year(article, when)
    if when.kind in ("relative", "ago"):
        return _relative(article, when)
    return False


def _has_year(article: Article, when: TimeExpression) -> bool:
    """A year in the clause, or not far before it, is the year of a month's day."""
    text, figures = article.text, article.mentions("year")
    number = bisect_left(figures, (when.start - YEAR_BEFORE,))
    while number < len(figures) and figures[number][0] < when.end + YEAR_AFTER:
        start = figures[number][0]
        if text[start : start + 4].isdecimal() and not text[start + 4 : start + 5].isalnum():
            return start < when.start or "\n" not in text[when.end : start]
        number += 1
    return False


def _after(text: str, end: int) -> tuple[str, str]:
    """The two words that follow, without the signs behind them."""
    words = text[end : end + 30].split(None, 2)
    return words[0] if words else "", words[1].strip(",.") if len(words) > 1 else ""


def _day_of_this_week(text: str, when: TimeExpression) -> bool:
    """Not a name (Black Friday, The Sunday Times), not hours of opening, not any such day."""
    before, at = word_before(text, when.start)
    after, next_after = _after(text, when.end)
    if before.lower() in OTHER_WEEK or before in NAMED_BEFORE or not NAMED_AFTER.isdisjoint((after, next_after)):
        return False
    if before == "a" and word_before(text, at)[0].lower() == "on":
        return False
    if after == "the" and next_after[:1].isdigit():  # Friday the 13th
        return False
    if after in RANGE_WORDS and next_after.lower()[-3:] == "day":  # Monday through Friday
        return False
    if text[when.end : when.end + 1] in ("-", "–") and text[when.end + 1 : when.end + 2].isupper():
        return False
    return before not in RANGE_WORDS and text[when.start - 1 : when.start] not in ("-", "–")


def _relative(article: Article, when: TimeExpression) -> bool:
    text = article.text
    words = text[when.start : when.end]
    if words[:1].isupper() and (words.istitle() or not _opens(text, when.start)):
        # Last Week Tonight, This Morning, USA Today
        return " " not in words and _opens(text, when.start) and not in_quotation(article, when.start)
    before = word_before(text, when.start)[0]
    after = _after(text, when.end)[0]
    if words.startswith(("last", "next")) and after == "of":  # the last week of May
        return False
    if words.startswith("next") and before == "the":  # the next week: of the story, not of the reader
        return False
    if words == "today" and text[when.end : when.end + 1] in "'’":  # today's youth
        return False
    if words == "overnight" and text[when.end : when.end + 1] == " " and after not in PLACED:
        return False
    return not in_quotation(article, when.start)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    return text[max(0, start - 3) : start].rstrip(' “"')[-1:] in ("", ".", "!", "?", "\n")
