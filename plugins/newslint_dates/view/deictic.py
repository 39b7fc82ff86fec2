"""Deictic time expressions: those that name a day only to a reader who knows when the article was published."""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import Article, Pattern, TimeExpression, in_quotation, time_expressions, word_before
from newslint_dates.data.words import (
    AFTER_OVERNIGHT,
    AFTER_TODAY,
    AMBIGUOUS_DAY_WORDS,
    BEFORE_TODAY,
    NAMED_AFTER,
    NAMED_BEFORE,
    NAMED_DAYS,
    OTHER_WEEK,
    RANGE_WORDS,
)

# Characters before and after a day of a month within which a year is taken to be its year.
MAX_CHARS_TO_EARLIER_YEAR, MAX_CHARS_TO_LATER_YEAR = 200, 80
EVENT_BEFORE_TODAY = Pattern(
    rf"\b(?:\w+ed|{'|'.join(BEFORE_TODAY)})\s(?:\w+ly\s)?\Z",
    method="search",
    matches=("she resigned ", "the mayor said publicly ", "he is "),
    misses=("the mayors ", "she resigned", "they play "),
)
EVENT_AFTER_TODAY = Pattern(
    rf"\s(?:\w+ed|{'|'.join(AFTER_TODAY)})\b",
    matches=(" announced", " that it would", " told"),
    misses=(" , announced", " the mayor", " speedy trains"),
)


def deictic_expressions(article: Article) -> list[TimeExpression]:
    """Return the expressions that are relative to the publication date, in order; not those with a year nearby."""
    return [expression for expression in article.get(time_expressions) if _is_deictic(article, expression)]


def needs_publication_date(article: Article, expression: TimeExpression) -> bool:
    """Return whether an expression by itself needs a publication date: "today" often means "nowadays"."""
    text = article.text
    if text[expression.start : expression.end].lower() not in AMBIGUOUS_DAY_WORDS:
        return True
    start, end = expression.start, expression.end
    return bool(EVENT_BEFORE_TODAY.search(text, start - 24, start) or EVENT_AFTER_TODAY.match(text, end))


def _is_deictic(article: Article, expression: TimeExpression) -> bool:
    if expression.kind == "weekday":
        return _is_day_of_this_week(article.text, expression)
    if expression.kind == "monthday":
        return (expression.month, expression.day) not in NAMED_DAYS and not _has_year(article, expression)
    if expression.kind == "month":
        before = word_before(article.text, expression.start)[0].lower()
        return before in ("this", "last", "next") or not _has_year(article, expression)
    if expression.kind in ("relative", "ago"):
        return _is_relative_to_publication(article, expression)
    return False


def _has_year(article: Article, expression: TimeExpression) -> bool:
    """Return whether a year stands in the same line after the expression, or not far before it."""
    text, years = article.text, article.mentions("year")
    number = bisect_left(years, (expression.start - MAX_CHARS_TO_EARLIER_YEAR,))
    while number < len(years) and years[number][0] < expression.end + MAX_CHARS_TO_LATER_YEAR:
        start = years[number][0]
        if text[start : start + 4].isdecimal() and not text[start + 4 : start + 5].isalnum():
            return start < expression.start or "\n" not in text[expression.end : start]
        number += 1
    return False


def _two_words_after(text: str, end: int) -> tuple[str, str]:
    """Return the next two words, the second without the marks after it; "" where there is none."""
    words = text[end : end + 30].split(None, 2)
    return words[0] if words else "", words[1].strip(",.") if len(words) > 1 else ""


def _is_day_of_this_week(text: str, weekday: TimeExpression) -> bool:
    """Return whether a weekday is a day of the week of publication.

    It is not where it is a name (Black Friday, The Sunday Times), an opening hour, or a recurring weekday (Mondays).
    """
    before, before_start = word_before(text, weekday.start)
    after, next_after = _two_words_after(text, weekday.end)
    if before.lower() in OTHER_WEEK or before in NAMED_BEFORE or not NAMED_AFTER.isdisjoint((after, next_after)):
        return False
    if before == "a" and word_before(text, before_start)[0].lower() == "on":
        return False
    if after == "the" and next_after[:1].isdigit():  # Friday the 13th
        return False
    if after in RANGE_WORDS and next_after.lower()[-3:] == "day":  # Monday through Friday
        return False
    if text[weekday.end : weekday.end + 1] in ("-", "–") and text[weekday.end + 1 : weekday.end + 2].isupper():
        return False
    return before not in RANGE_WORDS and text[weekday.start - 1 : weekday.start] not in ("-", "–")


def _is_relative_to_publication(article: Article, expression: TimeExpression) -> bool:
    text, start, end = article.text, expression.start, expression.end
    words = text[start:end]
    if words[:1].isupper() and (words.istitle() or not _starts_sentence(text, start)):
        # Last Week Tonight, This Morning, USA Today
        return " " not in words and _starts_sentence(text, start) and not in_quotation(article, start)
    before = word_before(text, start)[0]
    after = _two_words_after(text, end)[0]
    if words.startswith(("last", "next")) and after == "of":  # the last week of May
        return False
    if words.startswith("next") and before == "the":  # the next week: seen from the story, not from today
        return False
    if words == "today" and text[end : end + 1] == "'":  # today's youth
        return False
    if words == "overnight" and text[end : end + 1] == " " and after not in AFTER_OVERNIGHT:
        return False
    return not in_quotation(article, start)


def _starts_sentence(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip(" “")[-1:] in ("", ".", "!", "?", "\n")
