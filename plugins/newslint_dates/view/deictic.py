"""Deictic time expressions: those that name a day only to a reader who knows when the article was published."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Pattern, Rejection, TimeExpression, in_quotation, time_expressions, word_before
from newslint_dates.data.words import (
    AFTER_OVERNIGHT,
    AFTER_TODAY,
    AMBIGUOUS_DAY_WORDS,
    BEFORE_TODAY,
    CLAUSE_OPENERS,
    DAY_EVENTS,
    NAMED_AFTER,
    NAMED_BEFORE,
    NAMED_DAYS,
    OTHER_WEEK,
    PAST_TENSES,
    RANGE_WORDS,
)

MARKS_AFTER_WORD = ".,;:!?)”’"
# Characters before and after a day of a month within which a year is taken to be its year.
MAX_CHARS_TO_EARLIER_YEAR, MAX_CHARS_TO_LATER_YEAR = 200, 80
EVENT_BEFORE_TODAY = Pattern(
    rf"\b(?:\w+ed|{'|'.join(BEFORE_TODAY)})\s(?:\w+ly\s)?\Z",
    method="search",
    matches=("she resigned ", "the mayor said publicly ", "he is "),
    misses=("the mayors ", "she resigned", "they play "),
)
_WORD_OF_CLAUSE = rf"(?!(?:{'|'.join(CLAUSE_OPENERS)})\b)[\w$€£'’-]+"
PAST_TENSE_BEFORE_TODAY = Pattern(
    rf"""\b(?:(?:{"|".join(PAST_TENSES)})|\w+ed\s(?:the|an?|its|his|her|their)|will)(?:\s{_WORD_OF_CLAUSE}){{1,6}}\s\Z""",
    method="search",
    matches=("he took his seat in the council ", "They met the mayor ", "they rejected the budget ", "she will speak "),
    misses=("he took a job and lives here ", "they met the mayor who leads ", "he takes a seat "),
)
PAST_TENSE_AFTER_TODAY = Pattern(
    rf",?(?:\s{_WORD_OF_CLAUSE}){{1,5}}?\s(?:\w+ed|was|were|had|will|{'|'.join(PAST_TENSES)})\b",
    matches=(" the council voted", ", in the morning two men were", " Ann Lee will"),
    misses=(", most children learn", " the town is divided", ", those who voted"),
)
EVENT_AFTER_TODAY = Pattern(
    rf"\s(?:\w+ed|{'|'.join(AFTER_TODAY)})\b",
    matches=(" announced", " that it would", " told"),
    misses=(" , announced", " the mayor", " speedy trains"),
)

NOWADAYS = Rejection('it may mean "nowadays" or "some day": no verb beside it tells of one day', "expression")
FULL_DATE = Rejection("it has its year", "expression")
YEAR_NEARBY = Rejection("a year stands near it", "expression")
NAMED_DAY = Rejection("the day is the name of what happened or happens on it", "expression")
ANOTHER_WEEK = Rejection("the word before it makes it any such day, or one of another week", "expression")
ANY_DAY = Rejection('"on a" makes it any such day', "expression")
IN_NAME = Rejection("the weekday is a part of a name", "expression")
THE_NTH = Rejection("a day of the month follows", "expression")
IN_RANGE = Rejection("it is an end of a range of weekdays, as in opening hours", "expression")
IN_TITLE = Rejection("its capital letters make it a part of a title or a name", "expression")
OF_OTHER_PERIOD = Rejection('"of" follows, and says of what it is the last or the next', "expression")
OF_STORY = Rejection('"the" before it counts from the story, not from the publication', "expression")
POSSESSIVE = Rejection('"today\'s" may mean that of our time', "expression")
OF_ONE_NIGHT = Rejection('"overnight" says here how long something lasts, not when', "expression")
QUOTED = Rejection("it stands in a quotation: it is relative to the day on which somebody said so", "expression")


def deictic_expressions(article: Article) -> Iterator[TimeExpression]:
    """Yield the expressions that are relative to the publication date, in order; not those with a year nearby."""
    for expression in article.get(time_expressions):
        if is_deictic(article, expression) is True:
            yield expression


def needs_publication_date(article: Article, expression: TimeExpression) -> bool | Rejection:
    """Return whether an expression by itself needs a publication date: "today" often means "nowadays"."""
    text = article.text
    if text[expression.start : expression.end].lower() not in AMBIGUOUS_DAY_WORDS:
        return True
    start, end = expression.start, expression.end
    tells_of_one_day = (
        EVENT_BEFORE_TODAY.search(text, start - 24, start)
        or EVENT_AFTER_TODAY.match(text, end)
        or PAST_TENSE_BEFORE_TODAY.search(text, max(start - 70, text.rfind("\n", max(0, start - 70), start) + 1), start)
        or (text[start].isupper() and PAST_TENSE_AFTER_TODAY.match(text, end))
    )
    return True if tells_of_one_day else NOWADAYS


def is_deictic(article: Article, expression: TimeExpression) -> bool | Rejection:
    """Return whether an expression is relative to the publication date."""
    if expression.kind == "weekday":
        return _is_day_of_this_week(article.text, expression)
    if expression.kind == "monthday":
        if _names_event(article.text, expression):
            return NAMED_DAY
        return YEAR_NEARBY if _has_year(article, expression) else True
    if expression.kind == "month":
        before = word_before(article.text, expression.start)[0].lower()
        return True if before in ("this", "last", "next") or not _has_year(article, expression) else YEAR_NEARBY
    if expression.kind in ("relative", "ago"):
        return _is_relative_to_publication(article, expression)
    return FULL_DATE


def _names_event(text: str, day: TimeExpression) -> bool:
    """Return whether a day is the name of what happened on it: July 4, the July 7 bombings."""
    if (day.month, day.day) in NAMED_DAYS:
        return True
    before = word_before(text, day.start)[0].lower()
    return before == "the" and _two_words_after(text, day.end)[0] in DAY_EVENTS


def _has_year(article: Article, expression: TimeExpression) -> bool:
    """Return whether a year stands in the same line after the expression, or not far before it."""
    text, years = article.text, article.mentions("year")
    number = bisect_left(years, (expression.start - MAX_CHARS_TO_EARLIER_YEAR,))
    while number < len(years) and years[number][0] < expression.end + MAX_CHARS_TO_LATER_YEAR:
        start = years[number][0]
        if text[start : start + 4].isdecimal() and not text[start + 4 : start + 5].isalnum():
            return "\n" not in text[expression.end : start]  # empty where the year stands before
        number += 1
    return False


def _two_words_after(text: str, end: int) -> tuple[str, str]:
    """Return the next two words of the sentence, without the marks after them; "" where there is none."""
    if text[end : end + 1] != " ":
        return "", ""
    words = text[end : end + 30].partition("\n")[0].split(None, 2)
    first = words[0] if words else ""
    second = words[1] if len(words) > 1 and first[-1] not in ".!?”" else ""
    return first.rstrip(MARKS_AFTER_WORD), second.rstrip(MARKS_AFTER_WORD)


def _is_day_of_this_week(text: str, weekday: TimeExpression) -> bool | Rejection:
    """Return whether a weekday is a day of the week of publication.

    It is not where it is a name (Black Friday, The Sunday Times), an opening hour, or a recurring weekday (Mondays).
    """
    before, before_start = word_before(text, weekday.start)
    after, next_after = _two_words_after(text, weekday.end)
    if before.lower() in OTHER_WEEK:
        return ANOTHER_WEEK
    if _is_name(text, weekday, before, before_start):
        return IN_NAME
    if before == "a" and word_before(text, before_start)[0].lower() == "on":
        return ANY_DAY
    if after == "the" and next_after[:1].isdigit():  # Friday the 13th
        return THE_NTH
    if after in RANGE_WORDS and next_after.lower()[-3:] == "day":  # Monday through Friday
        return IN_RANGE
    if text[weekday.end : weekday.end + 1] in ("-", "–") and (
        text[weekday.end + 1 : weekday.end + 2].isupper() or text[weekday.end + 1 : weekday.end + 4] in ("to-", "thr")
    ):
        return IN_RANGE
    ends_range = before in RANGE_WORDS or text[weekday.start - 1 : weekday.start] in ("-", "–")
    return IN_RANGE if ends_range else True


def _is_name(text: str, weekday: TimeExpression, before: str, before_start: int) -> bool:
    """Return whether a weekday is a part of a name: Black Friday, The Sunday Times, Mail on Sunday, the Friday Club."""
    after, next_after = _two_words_after(text, weekday.end)
    if before in NAMED_BEFORE or not NAMED_AFTER.isdisjoint((after, next_after)):
        return True
    if before.lower() == "on" and word_before(text, before_start)[0] in NAMED_AFTER:
        return True
    opens_name = before.lower() == "the" or text[weekday.start - 1 : weekday.start] in ("“", "‘")
    return opens_name and after[:1].isupper() and after.isalpha()


def _is_relative_to_publication(article: Article, expression: TimeExpression) -> bool | Rejection:
    text, start, end = article.text, expression.start, expression.end
    words = text[start:end]
    if words[:1].isupper() and (words.istitle() or not _starts_sentence(text, start)):
        # Last Week Tonight, This Morning, USA Today
        if " " in words or not _starts_sentence(text, start):
            return IN_TITLE
        return QUOTED if in_quotation(article, start) else True
    before = word_before(text, start)[0]
    after = _two_words_after(text, end)[0]
    if words.startswith(("last", "next")) and after == "of":  # the last week of May
        return OF_OTHER_PERIOD
    if words.startswith("next") and before == "the":  # the next week: seen from the story, not from today
        return OF_STORY
    if words == "today" and text[end : end + 1] == "'":  # today's youth
        return POSSESSIVE
    if words == "overnight" and text[end : end + 1] == " " and after not in AFTER_OVERNIGHT:
        return OF_ONE_NIGHT
    return QUOTED if in_quotation(article, start) else True


def _starts_sentence(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip(" “")[-1:] in ("", ".", "!", "?", "\n")
