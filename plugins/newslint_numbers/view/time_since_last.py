"""How long ago something last happened: "the first talks in over two years", "the first talks since 2022"."""

from collections.abc import Iterator, Sequence
from typing import Any

from newslint.api import MONTHS, Article, Lexicon, Mention, NamedTuple, Pattern, Rejection, Span, sentence_at
from newslint_numbers.data.words import LAST_TIME_ABOUT, LAST_TIME_AT_LEAST, LAST_TIME_AT_MOST, SYNONYMS

LEXICON: Lexicon = {"numbers.first": ("first",)}

MAX_CHARS_AFTER_FIRST = 220  # in which the span of time must stand
YEARS_IN_WORDS = {word: count for count, word in enumerate("a two three four five six seven eight nine ten".split(), 1)}
_HEDGES = "|".join((*LAST_TIME_AT_LEAST, *LAST_TIME_AT_MOST, *LAST_TIME_ABOUT)).replace(" ", "[ ]")
# "first" with up to four adjectives, and the noun of what is the first of its kind.
FIRST_WITH_NOUN = Pattern(
    r"first[ ](?:[\w'-]+[ ]){0,4}?(?P<noun>[a-z]{3,})\b"
    r"(?=[ ](?:in|since|between|of|with|to|for|held|that|from|the|they|both)\b)",
    matches=("first face-to-face talks in", "first eclipse since", "First meeting of"),
    misses=("first talks, in", "first to be in", "thirst for"),
)
IN_YEARS = Pattern(
    rf"\bin[ ](?P<hedge>{_HEDGES})?[ ]?(?P<count>\d{{1,2}}|{'|'.join(YEARS_IN_WORDS)})[ ](?P<unit>years?|decades?)\b",
    method="search",
    matches=("held in three years", "in over a decade", "in just under 20 years"),
    misses=("in years", "in three days", "within three years"),
)
SINCE = Pattern(
    rf"\bsince\b[^.,;:“”]{{0,90}}?\b(?:(?P<month>{'|'.join(MONTHS)})[ ])?(?P<year>(?:19|20)\d\d)\b",
    method="search",
    matches=("since 1998", "since the accord of March 1998"),
    misses=("since the war, in 1998", "since spring", "until 1998"),
)

NO_NOUN = Rejection("no noun follows of which it is the first", "form")
NO_SPAN = Rejection('neither "in N years" nor "since YEAR" follows in its clause', "form")


class TimeSinceLast(NamedTuple):
    """The noun of what is first, the words that say for how long, and the interval.

    `value` is {"years": [low, high]} or {"since": [first month, last month]}, months counted from year 0.
    """

    noun: str
    span: Span
    value: dict[str, Any]


def times_since_last(article: Article) -> Iterator[TimeSinceLast]:
    """Yield every "first … in N years" and "first … since YEAR"."""
    for mention in article.mentions("numbers.first"):
        found = time_since_last(article, mention)
        if found:
            yield found


def time_since_last(article: Article, mention: Mention) -> TimeSinceLast | Rejection:
    """Return for how long there was none, after the word "first"."""
    text, (start, mention_end, _word) = article.text, mention
    end = min(sentence_at(article, start).end, mention_end + MAX_CHARS_AFTER_FIRST)
    first = FIRST_WITH_NOUN.match(text, start, end)
    if first is None or first["noun"] == "time":
        return NO_NOUN
    comma = text.find(",", first.end(), end)  # another clause follows it
    end = comma if comma >= 0 else end
    noun = SYNONYMS.get(first["noun"], first["noun"])
    years = IN_YEARS.search(text, first.end(), end)
    if years:
        low, high = _years(years["hedge"], years["count"], years["unit"])
        return TimeSinceLast(noun, Span(years.start() + 3, years.end()), {"years": [low, high]})
    since = SINCE.search(text, first.end(), end)
    if since is None:
        return NO_SPAN
    month = MONTHS.index(since["month"].lower()) if since["month"] else None
    first_month = int(since["year"]) * 12 + (month or 0)
    last_month = first_month + (11 if month is None else 0)
    return TimeSinceLast(noun, Span(*since.span()), {"since": [first_month, last_month]})


def _years(hedge: str | None, count: str, unit: str) -> tuple[float, float]:
    """Return the least and the most: "over two years" is less than three, "three years" may be rounded."""
    step = 10.0 if unit.startswith("decade") else 1.0
    years = step * float(YEARS_IN_WORDS.get(count.lower()) or count)
    hedge = (hedge or "").lower()
    if hedge in LAST_TIME_AT_MOST:
        return years - step / 2, years
    if hedge in LAST_TIME_ABOUT or not hedge:
        return years - step / 2, years + step
    return years, years + (step if years < 10 * step else years / 2)


def contradict(first: dict[str, Any], second: dict[str, Any], common_month: int | None) -> bool:
    """Return whether two values cannot both be right.

    A "since" becomes years by its report's date or, without one, by `common_month`, as `month_of_all` returns it.
    """
    if "since" in first and "since" in second:
        return False  # the first since the war, and the first since the treaty
    ranges = []
    for value in (first, second):
        if "years" in value:
            ranges.append(value["years"])
        else:
            month = _month_number(value["date"]) if value["date"] else common_month
            if month is None:
                return False
            first_month, last_month = value["since"]
            ranges.append([(month - last_month - 1) / 12, (month - first_month) / 12])
    (low, high), (other_low, other_high) = ranges
    return bool(high <= other_low or other_high <= low)


def month_of_all(dates: Sequence[str]) -> int | None:
    """Return the first month of these dates (YYYY-MM-DD), counted from year 0, if they are of one month or two."""
    months = sorted(_month_number(date) for date in dates)
    return months[0] if months and months[-1] - months[0] <= 1 else None


def _month_number(date: str) -> int:
    year, month, _day = date.split("-")
    return int(year) * 12 + int(month) - 1
