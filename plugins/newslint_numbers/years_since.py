"""numbers/years-since: a number of years that contradicts the years beside it."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Number, Pattern, Rejection, Span, numbers, publication_date
from newslint_numbers.data.words import PART_OF_SPAN, SPAN_ABOUT, SPAN_AT_LEAST, SPAN_AT_MOST
from newslint_numbers.figure_rule import FigureRule

_YEAR = r"(?:1[5-9]|20)\d\d"
_LAST_YEAR = rf"({_YEAR})\b(?![-–/]\d)"
_UNIT = r"[ -](?:year|decade)s?"
_ABOUT, _AT_LEAST, _AT_MOST = (
    "|".join(hedges).replace(" ", "[ ]") for hedges in (SPAN_ABOUT, SPAN_AT_LEAST, SPAN_AT_MOST)
)
# Between the number and the years: "of budget surpluses", "in prison", "he was president".
_GAP = (
    r"(?:[ ](?:of|in|as)(?:[ ][\w'-]+){1,3}?"
    r"|(?:[ ]that)?[ ](?:he|she|it|they)[ ](?:was|were|had|led|ran)(?:[ ][\w'-]+){0,3}?)?"
)
ANY_YEAR = Pattern(_YEAR, method="search", matches=("in 1998", "2001-2005"), misses=("in 1498", "2101"))
SPAN_AFTER = Pattern(
    rf"""{_UNIT}\b(?:,?(?P<gap>{_GAP}),?[ ](?:from|between)[ ](?P<first>{_YEAR})[ ]
        (?:to|through|until|till|and)[ ]|[ ]\((?P<begin>{_YEAR})[-–]){_LAST_YEAR}""",
    matches=(" years from 1998 to 2001", " years he was president, between 1953 and 1960", " years (1980-1988"),
    misses=(" years from 1998", " years (1980", " days from 1998 to 2001", " years losses incurred from 1984 to 1992"),
)
SPAN_BEFORE = Pattern(
    rf"""\b(?:from|between)[ ]({_YEAR})[ ](?:to|through|until|and)[ ]({_YEAR})
        (?:,|[ ](?:--|—|–)|[ ]\()[ ]?(?:an?[ ]|the[ ])?$""",
    method="search",
    matches=("from 1980 to 2000, a ", "between 1980 and 2000 ("),
    misses=("from 1980 to 2000 a ", "in 1980 and 2000, "),
)
AGO_IN_YEAR = Pattern(
    rf"{_UNIT}[ -]ago,?[ ](?:back[ ])?in[ ](?:[A-Z][a-z]+[ ])?{_LAST_YEAR}",
    case_sensitive=True,
    matches=(" years ago, in 2003", " years ago in May 2003", "-decade ago back in 2003"),
    misses=(" years ago, in the 2003 war", " years ago", " years after 2003", " years earlier, in 2003"),
)
AGO = Pattern(rf"{_UNIT}[ ]ago\b", matches=(" years ago", " decade ago"), misses=(" years agone", " days ago"))
YEAR_BEFORE = Pattern(
    rf"\b(?:in|since)[ ]{_LAST_YEAR}(?:,|[ ](?:--|—|–)|[ ]\()[ ]?(?:[a-z]+[ ]){{0,2}}$",
    method="search",
    matches=("in 2003, some ", "since 2003 — "),
    misses=("in 2003 ", "by 2003, "),
)
AFTER_YEAR = Pattern(
    rf"""{_UNIT}[ -](?:after|since|anniversary[ ]of|on[ ]from)[ ](?:the[ ]|its[ ]|his[ ]|her[ ]|their[ ])?
        (?:[\w'-]+[ ]){{0,3}}?{_LAST_YEAR}""",
    matches=(" years after the 1990 merger", "-year anniversary of the 2008", " years on from 2003"),
    misses=(" years before 2003", " years since", " years after 2003-04"),
)
AT_LEAST = Pattern(
    rf"\b(?:{_AT_LEAST})[ ]$", method="search", matches=("more than ", "for over "), misses=("nearly ", "moreover ")
)
AT_MOST = Pattern(
    rf"\b(?:{_AT_MOST})[ ]$", method="search", matches=("nearly ", "up to "), misses=("over ", "asunder ")
)
ABOUT = Pattern(rf"\b(?:{_ABOUT})[ ]$", method="search", matches=("about ", "Some "), misses=("over ", "troublesome "))
PART = Pattern(
    rf"\b(?:{'|'.join(PART_OF_SPAN)})[ ]$",
    method="search",
    matches=("the first ", "spent "),
    misses=("the ", "lonely "),
)
YEARS_SLACK, DECADES_SLACK = 1.5, 4.5  # years

NO_NUMBER = Rejection("no number stands before it", "form")
NOT_WHOLE = Rejection("the number is not a whole one below 500", "form")
NO_YEAR = Rejection("no year stands near it", "form")
NO_FORM = Rejection("it stands with the years near it in none of the forms that this rule checks", "form")
NOT_IN_ORDER = Rejection("the first of the two years is not the earlier one", "years")
NO_DATE = Rejection("the article states no publication date to count from", "years")
FITS = Rejection("the number fits the years, as far as its words and one year more or less allow", "value")


class YearsSince(FigureRule):
    """Finds a number of years that the years beside it contradict: "nine years, from 1998 to 2001".

    The sum needs only the numbers in the text, and an anniversary is often the point of such a paragraph. Scott Maier
    (Numbers in the News: A Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a
    newspaper's errors with numbers to be self-evident, and the mathematics elementary.

    It speaks only where a sentence has one of these forms. N counts years or decades, Y and Z are years, and P is the
    year of publication; if that is unknown, the rule ignores the last three forms. It accepts one year more or less:
    both ends may count, and a birthday may not have come yet.

    | form | example | what must hold |
    |---|---|---|
    | N years from Y to Z | 16 years from 1961 to 1977 | N is Z - Y |
    | N years of X from Y to Z | nine years of surpluses from 1998 to 2007 | N is not more than Z - Y |
    | from Y to Z, an N-year | from 1980 to 2000, a 20-year run | N is not more than Z - Y |
    | N years ago, in Y | fifteen years ago, in 2003 | N is P - Y |
    | in Y, N years ago | in 2003, some fifteen years ago | N is P - Y |
    | N years after the Y | ten years after the 2003 invasion | N is not more than P - Y |

    ```bad
    date 2018-06-12

    He led the party for 21 years from 1961 to 1977.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ "21 years from 1961 to 1977" is wrong: …
    Twenty years ago, in 2003, the city burned.
    ^^^^^^^^^^^^^^^^^^^^^^^^^ "Twenty years ago, in 2003" is wrong in an article of 2018: that is 15 …
    ```

    ```good
    date 2018-06-12

    He led the party for 16 years from 1961 to 1977. Fifteen years ago, in 2003, the city burned.
    ```
    """

    name = "numbers/years-since"
    required_kinds = ("numbers.years",)
    not_judged = "counts neither years nor decades"

    def lexicon(self) -> Lexicon:
        """Return the words for years and decades."""
        return {"numbers.years": ("year", "years", "decade", "decades")}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each word for years, with a finding where its number contradicts the years beside it."""
        text, found = article.text, article.get(numbers)
        for start, end, word in article.mentions("numbers.years"):
            index = bisect_left(found, (start,)) - 1
            if index >= 0 and start - found[index].end == 1:
                number = found[index]
            elif word == "decade" and text[start - 2 : start].lower() == "a ":
                number = Number(start - 2, start - 1, 1.0)
            else:
                yield Span(start, end), NO_NUMBER
                continue
            place = Span(number.start, end)
            if number.value >= 500 or number.value != int(number.value):
                yield place, NOT_WHOLE
            elif ANY_YEAR.search(text, number.start - 40, number.end + 100):
                yield place, _judge_years(article, number, 10 if word.startswith("decade") else 1)
            else:
                yield place, NO_YEAR


def _judge_years(article: Article, number: Number, unit: int) -> Finding | Rejection:
    """Judge a number of years (`unit` 1) or decades (`unit` 10)."""
    text, start, end = article.text, number.start, number.end
    after = SPAN_AFTER.match(text, end, end + 100)
    if after:
        first, last = int(after["first"] or after["begin"]), int(after[4])
        if first >= last:
            return NOT_IN_ORDER
        is_exact = not after["gap"] and not PART.search(text, start - 10, start)
        if _fits(text, number, unit, last - first, is_exact):
            return FITS
        return _wrong_span(Span(start, after.end()), article[start, after.end()], first, last)
    before = SPAN_BEFORE.search(text, start - 40, start)
    if before:
        first, last = int(before[1]), int(before[2])
        if first >= last:
            return NOT_IN_ORDER
        if _fits(text, number, unit, last - first, False):
            return FITS
        span = Span(before.start(), end)
        return _wrong_span(span, f"{article[span]} …", first, last)
    match, is_exact = AGO_IN_YEAR.match(text, end, end + 50), True
    if match is None and AGO.match(text, end, end + 14):
        match = YEAR_BEFORE.search(text, start - 40, start)
    if match is None:
        match, is_exact = AFTER_YEAR.match(text, end, end + 70), False
    if match is None:
        return NO_FORM
    published = article.get(publication_date)
    if published is None:
        return NO_DATE
    length = published.year - int(match[1])
    if _fits(text, number, unit, length, is_exact):
        return FITS
    span = Span(min(start, match.start()), max(end, match.end()))
    return Finding(
        span,
        f'"{article[span]}" is wrong in an article of {published.year}: that is {length} years; check all the numbers.',
    )


def _wrong_span(span: Span, words: str, first: int, last: int) -> Finding:
    return Finding(span, f'"{words}" is wrong: from {first} to {last} is {last - first} years; check all the numbers.')


def _fits(text: str, number: Number, unit: int, length: int, is_exact: bool) -> bool:
    """Return whether a number of years is right for `length` years, or if not `is_exact`, for a part of them."""
    start, years = number.start, number.value * unit
    slack = YEARS_SLACK if unit == 1 else DECADES_SLACK
    if ABOUT.search(text, start - 16, start):
        slack = max(slack, 0.15 * years)
    if years > length + slack:
        return AT_MOST.search(text, start - 12, start) is not None and years < 1.5 * length
    return not is_exact or years >= length - slack or AT_LEAST.search(text, start - 12, start) is not None
