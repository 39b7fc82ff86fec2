"""The publication date: the day that "Friday" and "last week" are relative to.

Only a date that is marked as such counts: by a label ("Published", "Updated:"), by standing alone on a line or after
a byline, by standing in a dateline, or by the metadata that a reader gives. A copyright year, the date in a photo
caption or below a tweet, and the day of the event say nothing about when the article was published.
"""

from bisect import bisect_left
from collections.abc import Sequence

from newslint.article import Article, span_list
from newslint.model import Lexicon, Mention, Span
from newslint.named_tuple import NamedTuple
from newslint.text.dates.calendar import days_in_month
from newslint.text.dates.date_lines import ends_date_line, fills_line, is_timestamp_text, sentence_continues
from newslint.text.dates.expressions import time_expressions
from newslint.text.dates.time_expression import TimeExpression, make_time_expression
from newslint.text.lines import non_blank_lines
from newslint.text.pattern import Pattern
from newslint.trace import Rejection

LEXICON: Lexicon = {
    "published": (*"published posted updated update date dated modified created issued pubdate".split(), "in print"),
}

ISO_DATE_IN_METADATA = Pattern(
    r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)",
    matches=("2021-04-09", "20210409T0700", " 2021-04-09"),
    misses=("202104091", "9 April 2021"),
)
DATE_WITH_TWO_DIGIT_YEAR = Pattern(
    r"\s?:?\s?(?:on\s)?(?P<month>\d{1,2})(?P<sign>[/.-])(?P<day>\d{1,2})(?P=sign)(?P<year>\d\d)(?!\d)",
    matches=(": 4/9/21", " on 04.09.21", "4-9-21"),
    misses=(": 4/9/2021", " at 4/9/21", ": 4/9-21"),
)
ARTICLE = "(?:story|article|post|piece|page|item|column|interview)"
ORDER = r"(?:(?:first|last|originally|initially)\s)?"
OPENING_OF_NOTE = Pattern(
    rf"""(?:^|\n)\W{{0,3}}(?:an?\s(?:\w+\s)?version\sof\s)?this\s{ARTICLE}\s
    (?:(?:was|has\sbeen)\s{ORDER}|{ORDER}appear(?:s|ed)\s)\Z""",
    method="search",
    matches=(
        *("This story was originally ", "It held.\nThis post was last ", "A version of this article appears "),
        *("An earlier version of this story was first ", "This piece first appeared "),
    ),
    misses=("The report was ", "It says this story was ", "This study was first ", "A version of this dam appears "),
)
DATELINE_PLACE = Pattern(
    r"(?!FILE\b|PHOTO\b)(?:[^\W\d_]+:\s)?(?:[A-Z][A-Z.'-]{2,}|[A-Z][^\W\d_]+,\s|[A-Z]{2,}\s[A-Z])",
    case_sensitive=True,
    matches=("MARROWMERE", "Ostervik, ", "ST JOHN", "Update: DUNMERE"),
    misses=("Marrowmere", "FILE PHOTO", "the DUNMERE"),
)
AFTER_DATELINE = Pattern(
    r"\)|\.?,?\s?(?:--|[-–—/(])", matches=(")", " — The", ". -- The", ", (Coast Wire)"), misses=(" The", ": The")
)
TWEET_HANDLE = Pattern(r"\(@\w+\)", method="search", matches=("Ferries (@ferries)",), misses=("Ferries (at sea)",))
WORDS_BEFORE_LABEL = frozenset("First Last Originally Article Story Publication Publish first last".split())
MAX_HEAD_BLOCKS = 15  # from the top, where a line may be the article's date
MAX_NOTE_CHARS = 60  # of a note on the article, before its label: "This story was originally"
MIN_BODY_CHARS = 120  # of a block of the article's own text
MAX_CHARS_BEFORE_DATE = 120  # from the start of a block to the end of its date; after it, of a timestamp's rest
MAX_CHARS_TO_DATE = 60  # from a label, or from the start of a dateline

NO_LABEL = Rejection(
    "the word before it opens neither a line nor a note on the article, so it is no label", "publication"
)
NO_DATE = Rejection("no full date follows within 60 characters", "publication")
IN_SENTENCE = Rejection("the label and the date are part of a sentence, not a timestamp", "publication")
NOT_ALONE = Rejection(
    "its line is neither a date line nor a byline, and no place before the date makes it a dateline", "publication"
)
BELOW_TWEET = Rejection("it stands below a tweet, and is the date of that", "publication")


class PublicationDate(NamedTuple):
    """The article's publication date. `span` is where it is written, or None if it comes from the metadata."""

    span: Span | None
    year: int
    month: int
    day: int


def publication_date(article: Article) -> PublicationDate | None:
    """Return the publication date of the article, or None if it is unknown.

    The metadata's `date` takes precedence over the text, and the text over the metadata's `date-if-none`.
    """
    known = _from_metadata(article, "date")
    if known:
        return known
    dates = full_dates(article)
    written = _labelled_date(article, dates) or (_unlabelled_date(article, dates) if dates else None)
    return written or _from_metadata(article, "date-if-none")


def full_dates(article: Article) -> Sequence[TimeExpression]:
    """Return the dates that have a day, a month and a year, in order."""
    found = span_list(article, make_time_expression)
    for expression in article.get(time_expressions):
        if expression.kind == "date":
            found.append(expression)  # compiled, a generator expression would be a list
    return found


def _from_metadata(article: Article, field: str) -> PublicationDate | None:
    """Return the date in a field of the metadata, or None if it is not a valid date, as in 0000-00-00."""
    match = ISO_DATE_IN_METADATA.match(article.meta.get(field, ""), 0)
    if match:
        year, month, day = (int(part) for part in match.groups())
        if year and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
            return PublicationDate(None, year, month, day)
    return None


def _from_time_expression(date: TimeExpression) -> PublicationDate:
    return PublicationDate(Span(date.start, date.end), date.year or 0, date.month or 0, date.day or 0)


def _labelled_date(article: Article, dates: Sequence[TimeExpression]) -> PublicationDate | None:
    for label in article.mentions("published"):
        date = date_of_label(article, dates, label)
        if not isinstance(date, Rejection):
            return date
    return None


def date_of_label(article: Article, dates: Sequence[TimeExpression], label: Mention) -> PublicationDate | Rejection:
    """Return the date after a word such as "Published", or why the word is no label of a date."""
    text, (start, end, word) = article.text, label
    has_colon = word != "update" and text[end : end + 2].lstrip()[:1] == ":"
    if not has_colon and not _opens_line(text, start):
        return NO_LABEL
    short = DATE_WITH_TWO_DIGIT_YEAR.match(text, end, end + 20)
    if short:
        year, month, day = (int(part) for part in short.group("year", "month", "day"))
        return PublicationDate(Span(short.start("month"), short.end()), 2000 + year, month, day)
    number = bisect_left(dates, (end,))
    if number == len(dates) or dates[number].start - end > MAX_CHARS_TO_DATE:
        return NO_DATE
    date = dates[number]
    gap = text[end : date.start]
    if (is_timestamp_text(gap) and (has_colon or not sentence_continues(text, date.end))) or (
        is_timestamp_text(gap, any_name=True) and ends_date_line(text, date.end)
    ):
        return _from_time_expression(date)
    return IN_SENTENCE


def _opens_line(text: str, start: int) -> bool:
    """Return whether a label opens a line, a bracket or a note on the article, or follows a dash.

    "First" and "Last" may precede it.
    """
    before = text[max(0, start - 20) : start].rstrip(" *_>")
    last_word = before.rsplit(None, 1)[-1] if before[-1:].isalpha() else ""
    if last_word in WORDS_BEFORE_LABEL:
        before = before[: -len(last_word)].rstrip(" ")
    return (
        not before
        or before[-1] in "\n([|•·/-–—"
        or OPENING_OF_NOTE.search(text, start - MAX_NOTE_CHARS, start) is not None
    )


def _unlabelled_date(article: Article, dates: Sequence[TimeExpression]) -> PublicationDate | None:
    """Return a date alone on a line near the top or on the last line, after a byline, or in a dateline."""
    blocks = article.get(non_blank_lines)
    for block in blocks[:MAX_HEAD_BLOCKS]:
        date = first_in(dates, block)
        found = date and date_of_head_line(article.text, date, block)
        if found:
            return found
    date = first_in(dates, blocks[-1]) if has_last_line(blocks) else None
    return (date and date_of_last_line(article.text, date, blocks[-1])) or None


def date_of_head_line(text: str, date: TimeExpression, line: Span) -> PublicationDate | Rejection:
    """Return the first date of a line near the top as the article's, or why it is not."""
    start, end = line
    before, after = text[start : date.start], text[date.end : end]
    if fills_line(before, after):
        if not TWEET_HANDLE.search(text, start - 60, start):
            return _from_time_expression(date)
        rejection = BELOW_TWEET
    else:
        rejection = NOT_ALONE
    if len(before) <= MAX_CHARS_TO_DATE and AFTER_DATELINE.match(text, date.end) and DATELINE_PLACE.match(text, start):
        return _from_time_expression(date)
    return rejection


def has_last_line(blocks: Sequence[Span]) -> bool:
    """Return whether the last line may hold the article's date: it follows a paragraph, and is not near the top."""
    return len(blocks) > MAX_HEAD_BLOCKS and blocks[-2].end - blocks[-2].start >= MIN_BODY_CHARS


def date_of_last_line(text: str, date: TimeExpression, line: Span) -> PublicationDate | Rejection:
    """Return the first date of the last line as the article's, or why it is not."""
    start, end = line
    rest = text[date.end : min(end, date.end + MAX_CHARS_BEFORE_DATE)]
    if is_timestamp_text(text[start : date.start]) and is_timestamp_text(rest):
        return _from_time_expression(date)
    return NOT_ALONE


def first_in(dates: Sequence[TimeExpression], line: Span) -> TimeExpression | None:
    """Return the first date of a line, if it stands near the line's beginning."""
    start, end = line
    number = bisect_left(dates, (start,))
    last_end = min(end, start + MAX_CHARS_BEFORE_DATE)
    return dates[number] if number < len(dates) and dates[number].end <= last_end else None
