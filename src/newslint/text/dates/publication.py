"""The publication date: the day that "Friday" and "last week" hang on.

Only a date that is marked as such counts: by a label ("Published", "Updated:"), by standing alone on a line or behind
a byline, by standing in a dateline, or by what a reader knows from outside the text. A copyright year, the date in a
photo caption or below a tweet, and the day of the event say nothing about when the article came out.
"""

from bisect import bisect_left
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Span
from newslint.text.dates.expressions import TimeExpression, days_in_month, time_expressions
from newslint.text.lines import non_blank_lines
from newslint.text.pattern import Pattern

LEXICON: Lexicon = {
    "published": (
        "published",
        "posted",
        "updated",
        "update",
        "date",
        "dated",
        "modified",
        "created",
        "issued",
        "pubdate",
    ),
}

META = Pattern(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
SHORT_YEAR = Pattern(
    r"\s?:?\s{0,2}(?:on\s)?(?P<month>\d{1,2})(?P<sign>[/.-])(?P<day>\d{1,2})(?P=sign)(?P<year>\d\d)(?!\d)"
)
WORD_AFTER = Pattern(r",?\s([a-z]+)", case_sensitive=True)
CLOCK = Pattern(r"(?:\d{1,2}(?:[:.h]\d\d){0,2}(?:\s?[ap]\.?m\.?)?|[ap]\.?m\.?)(?![\w-])")
AROUND_DATES = frozenset(
    "on at by first last updated published posted date am pm est edt et pst pdt pt cst cdt ct mst mdt gmt utc "
    "bst cet cest ist aest hst akst uk z local time print in mon tue tues wed thu thur thurs fri sat sun "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
PLACE = Pattern(
    r"(?!FILE\b|PHOTO\b)(?:[^\W\d_]+:\s)?(?:[A-Z][A-Z.’'-]{2,}|[A-Z][^\W\d_]+,\s|[A-Z]{2,}\s[A-Z])", case_sensitive=True
)
AFTER_DATELINE = Pattern(r"\)|\.?,?\s{0,2}(?:--|[-–—/(])")
TWEET = Pattern(r"\(@\w+\)")
PICTURE = Pattern(r"\b(?:photo|file|image|getty|picture|caption|courtesy|speaks|arrives|seen)\b|@")
WORDS_BEFORE_LABEL = frozenset("First Last Originally Article Story Publication Publish first last".split())
HEAD = 15  # blocks from the top where a line may be the article's date
LONG = 120  # characters: a block of the article's own text


class PublicationDate(NamedTuple):
    """The article's publication date and where it stands; `span` is None where a reader knew it."""

    span: Span | None
    year: int
    month: int
    day: int


def publication_date(article: Article) -> PublicationDate | None:
    """The publication date of the article, or None where nothing gives it.

    What a reader knows (`date` of the metadata) goes before the text; `date-if-none` is what holds where neither says.
    """
    known = _known(article, "date")
    if known:
        return known
    dates = [when for when in article.get(time_expressions) if when.kind == "date"]
    written = _labelled(article, dates) or (_unlabelled_date(article, dates) if dates else None)
    return written or _known(article, "date-if-none")


def _known(article: Article, field: str) -> PublicationDate | None:
    """The day that a field of the metadata gives, unless it is none, as in 0000-00-00."""
    found = META.match(article.meta.get(field, ""), 0)
    if found:
        year, month, day = (int(part) for part in found.groups())
        if year and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
            return PublicationDate(None, year, month, day)
    return None


def _from_time_expression(when: TimeExpression) -> PublicationDate:
    return PublicationDate(Span(when.start, when.end), when.year or 0, when.month or 0, when.day or 0)


def _labelled(article: Article, dates: list[TimeExpression]) -> PublicationDate | None:
    text = article.text
    for start, end, word in article.mentions("published"):
        colon = word != "update" and text[end : end + 2].lstrip()[:1] == ":"
        if not colon and not _opens_line(text, start):
            continue
        short = SHORT_YEAR.match(text, end, end + 20)
        if short:
            year, month, day = (int(part) for part in short.group("year", "month", "day"))
            return PublicationDate(Span(short.start("month"), short.end()), 2000 + year, month, day)
        number = bisect_left(dates, (end,))
        if number < len(dates) and dates[number].start - end <= 60:
            when = dates[number]
            if _is_timestamp_text(text[end : when.start]) and (colon or not _sentence_continues(text, when.end)):
                return _from_time_expression(when)
    return None


def _opens_line(text: str, start: int) -> bool:
    """Whether a label opens a line or a bracket, or follows a rule; "First" and "Last" may stand before it."""
    before = text[max(0, start - 20) : start].rstrip(" \t\xa0*_>")
    if before[-1:].isalpha():
        words = before.rsplit(None, 1)
        if words[-1] not in WORDS_BEFORE_LABEL:
            return False
        before = before[: -len(words[-1])].rstrip(" ")
    return before[-1:] in ("", *"\n([|•·/-–—")


def _sentence_continues(text: str, end: int) -> bool:
    """Whether a sentence goes on behind a date: "Published May 3, 2019, the study …"."""
    word = WORD_AFTER.match(text, end)
    return word is not None and word[1] not in AROUND_DATES and CLOCK.match(text, word.start(1)) is None


def _is_timestamp_text(gap: str) -> bool:
    """Whether a stretch holds nothing but time of day, weekday, zone and filler; a name may follow "by"."""
    for separator in ",|()":
        gap = gap.replace(separator, " ")
    words = gap.split()
    named = 0
    for word in words:
        bare = word.strip(".:@-–—()[]•·").lower()
        if bare == "by":
            named = 4
        elif not bare or bare in AROUND_DATES or CLOCK.match(bare, 0):
            continue
        elif named and word[:1].isupper():
            named -= 1
        else:
            return False
    return True


def _unlabelled_date(article: Article, dates: list[TimeExpression]) -> PublicationDate | None:
    """A date alone on a line near the top or on the last one, behind a byline, or in a dateline."""
    text, blocks = article.text, article.get(non_blank_lines)
    for number, (start, end) in enumerate(blocks[:HEAD]):
        when = _first_in(dates, start, end)
        if when is None:
            continue
        before, after = text[start : when.start], text[when.end : end]
        if _fills_line(before, after) and not (number and TWEET.search(text, start - 60, start)):
            return _from_time_expression(when)
        if len(before) <= 60 and AFTER_DATELINE.match(text, when.end) and PLACE.match(text, start):
            return _from_time_expression(when)
    if len(blocks) > HEAD and blocks[-2].end - blocks[-2].start >= LONG:
        start, end = blocks[-1]
        when = _first_in(dates, start, end)
        if (
            when
            and _is_timestamp_text(text[start : when.start])
            and _is_timestamp_text(text[when.end : min(end, when.end + LONG)])
        ):
            return _from_time_expression(when)
    return None


def _first_in(dates: list[TimeExpression], start: int, end: int) -> TimeExpression | None:
    """The first date of a block, if it stands near the block's beginning."""
    number = bisect_left(dates, (start,))
    return dates[number] if number < len(dates) and dates[number].end <= min(end, start + LONG) else None


def _fills_line(before: str, after: str) -> bool:
    """Whether a date has its line for itself, a byline, the time of day and a place or a section apart."""
    if len(after) > 60:
        return False
    if _is_timestamp_text(after):
        return _is_timestamp_text(before) or _byline(before)
    after = after.lstrip(" ,")
    return _is_timestamp_text(before) and (after[:1] in "|•·" or CLOCK.match(after.lstrip("Tat "), 0) is not None)


def _byline(before: str) -> bool:
    """Whether what precedes a date on its line is a byline or a site's name, not a sentence."""
    if len(before) > 80 or PICTURE.search(before, 0, len(before)):
        return False
    words = [word for word in before.replace("|", " ").split() if not _is_timestamp_text(word)]
    return before[:3].lower() == "by " or (len(words) <= 5 and all(word[:1].isupper() for word in words))
