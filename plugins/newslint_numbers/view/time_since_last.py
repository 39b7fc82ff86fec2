"""How long ago something had last happened: "the first talks in over two years", "the first talks since 2022"."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newslint.api import Article, Lexicon, Pattern, Span, sentence_at

LEXICON: Lexicon = {"numbers.first": ("first",)}

WINDOW = 220  # characters behind "first" in which its span of time has to stand
SYNONYMS = dict.fromkeys("talk talks negotiation negotiations dialogue discussion discussions meeting".split(), "talks")
# "first" with up to four adjectives and what is the first of its kind.
FIRST = Pattern(
    r"first[ ](?:[\w’'-]+[ ]){0,4}?(?P<noun>[a-z]{3,})\b"
    r"(?=[ ](?:in|since|between|of|with|to|for|held|that|from|the|they|both)\b)"
)
IN_YEARS = Pattern(
    r"""\bin[ ](?P<hedge>more[ ]than|over|nearly|almost|about|around|some|at[ ]least|just[ ]over|just[ ]under)?[ ]?
        (?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|a)[ ](?P<unit>years?|decades?)\b"""
)
SINCE = Pattern(
    r"\bsince\b[^.,;:“”]{0,90}?\b(?:(?P<month>january|february|march|april|may|june|july|august|september|october"
    r"|november|december)[ ])?(?P<year>(?:19|20)\d\d)\b"
)
NUMBERS = {word: number for number, word in enumerate("zero a two three four five six seven eight nine ten".split())}
MONTHS = "january february march april may june july august september october november december".split()
BELOW = ("nearly", "almost", "just under")
ABOUT = ("about", "around", "some")


class TimeSinceLast(NamedTuple):
    """The noun of what is first, the words that say for how long, and the span in years or the months since."""

    noun: str
    span: Span
    value: dict[str, Any]


def firsts(article: Article) -> Iterator[TimeSinceLast]:
    """Every "first … in N years" and "first … since YEAR"."""
    text = article.text
    for start, end, _word in article.mentions("numbers.first"):
        until = min(sentence_at(article, start).end, end + WINDOW)
        first = FIRST.match(text, start, until)
        if first is None or first["noun"] == "time":
            continue
        comma = text.find(",", first.end(), until)  # behind it stands another clause
        until = comma if comma >= 0 else until
        noun = SYNONYMS.get(first["noun"], first["noun"])
        years = IN_YEARS.search(text, first.end(), until)
        if years:
            low, high = _years(years["hedge"], years["count"], years["unit"])
            yield TimeSinceLast(noun, Span(years.start() + 3, years.end()), {"years": [low, high]})
            continue
        since = SINCE.search(text, first.end(), until)
        if since:
            month = MONTHS.index(since["month"].lower()) if since["month"] else None
            begin = int(since["year"]) * 12 + (month or 0)
            yield TimeSinceLast(noun, Span(*since.span()), {"since": [begin, begin + (11 if month is None else 0)]})


def _years(hedge: str | None, count: str, unit: str) -> tuple[float, float]:
    """The least and the most: "over two years" is less than three, "three years" may be counted generously."""
    number = float(NUMBERS.get(count.lower()) or count)
    step = 10.0 if unit.startswith("decade") else 1.0
    number *= step
    said = (hedge or "").lower()
    if said in BELOW:
        return number - step / 2, number
    if said in ABOUT or not said:
        return number - step / 2, number + step
    return number, number + (step if number < 10 * step else number / 2)


def contradict(one: dict[str, Any], other: dict[str, Any], today: int | None) -> bool:
    """Whether two values cannot both be right; `today`, a month like those of "since", turns that into years."""
    if "since" in one and "since" in other:
        return bool(one["since"][1] < other["since"][0] or other["since"][1] < one["since"][0])
    ranges = []
    for value in (one, other):
        if "years" in value:
            ranges.append(value["years"])
        else:
            written = _month(value["date"]) if value["date"] else today
            if written is None:
                return False
            early, late = value["since"]
            ranges.append([(written - late - 1) / 12, (written - early) / 12])
    (low, high), (least, most) = ranges
    return bool(high <= least or most <= low)


def month_of_all(dates: Sequence[str]) -> int | None:
    """The month in which reports came out that are said to be of these dates, if they came out together."""
    months = sorted(_month(date) for date in dates)
    return months[0] if months and months[-1] - months[0] <= 1 else None


def _month(date: str) -> int:
    year, month, _day = date.split("-")
    return int(year) * 12 + int(month) - 1
