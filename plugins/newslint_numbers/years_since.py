"""numbers/years-since: a number of years that does not fit the years it stands with."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Number, Pattern, Rule, Span, numbers, publication_date

ANY_YEAR = Pattern(r"(?:1[5-9]|20)\d\d")
YEAR = r"((?:1[5-9]|20)\d\d)\b(?![-–/]\d)"
UNIT = r"[ -](?:year|decade)s?"
# "nine years from 1998 to 2001", "the 14 years he was president, between 1953 and 1960", "eight years (1980-1988)"
SPAN = Pattern(
    rf"""{UNIT}\b(?:,?(?P<gap>(?:[ ][\w'’-]+){{0,6}}?),?[ ](?:from|between)[ ](?P<first>(?:1[5-9]|20)\d\d)[ ]
        (?:to|through|until|till|and)[ ]|[ ]\((?P<begin>(?:1[5-9]|20)\d\d)[-–]){YEAR}"""
)
# "from 1980 to 2000, a 20-year span"
SPANNED = Pattern(
    r"""\b(?:from|between)[ ]((?:1[5-9]|20)\d\d)[ ](?:to|through|until|and)[ ]((?:1[5-9]|20)\d\d)
        (?:,|[ ](?:--|—|–)|[ ]\()[ ]?(?:an?[ ]|the[ ])?$"""
)
AGO = Pattern(rf"{UNIT}[ -](?:earlier|ago),?[ ](?:back[ ])?in[ ](?:[A-Z][a-z]+[ ])?{YEAR}", case_sensitive=True)
AGO_ALONE = Pattern(rf"{UNIT}[ ]ago\b")
SAID_BEFORE = Pattern(rf"\b(?:in|since)[ ]{YEAR}(?:,|[ ](?:--|—|–)|[ ]\()[ ]?(?:[a-z]+[ ]){{0,2}}$")
SINCE = Pattern(
    rf"""{UNIT}[ -](?:after|since|anniversary[ ]of|on[ ]from)[ ](?:the[ ]|its[ ]|his[ ]|her[ ]|their[ ])?
        (?:[\w'’-]+[ ]){{0,3}}?{YEAR}"""
)
MORE = Pattern(r"\b(?:more[ ]than|over|at[ ]least|well[ ]over)[ ]$")
LESS = Pattern(r"\b(?:less[ ]than|under|up[ ]to|fewer[ ]than|nearly|almost)[ ]$")
ROUGHLY = Pattern(r"\b(?:about|some|around|roughly|nearly|almost|approximately)[ ]$")
PART = Pattern(r"\b(?:first|last|past|next|every|final|only|spent|for)[ ]$")


class YearsSince(Rule):
    """Finds a span of years that the years beside it contradict: "nine years, from 1998 to 2001".

    The sum takes no more than the figures that stand there, and an anniversary is what such paragraphs hang on. Scott
    Maier (Numbers in the News: A Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a
    newspaper's errors with numbers to be self-evident, and the mathematics elementary. One year more or less passes:
    both ends may count, and a birthday may not have come yet. "Years ago" is held against the article's publication
    date, and left alone where there is none.

    ```bad
    date 2018-06-12

    He led the party for 21 years from 1961 to 1977.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ "21 years from 1961 to 1977" does not fit: …
    Twenty years ago, in 2003, the city burned.
    ^^^^^^^^^^^^^^^^^^^^^^^^^ "Twenty years ago, in 2003" does not fit an article of 2018: that is 15 years; …
    ```

    ```good
    date 2018-06-12

    He led the party for 16 years from 1961 to 1977. Fifteen years ago, in 2003, the city burned.
    ```
    """

    name = "numbers/years-since"
    required_kinds = ("numbers.years",)

    def lexicon(self) -> Lexicon:
        """Years and decades."""
        return {"numbers.years": ("year", "years", "decade", "decades")}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each number of years."""
        text, found = article.text, article.get(numbers)
        for at, _end, word in article.mentions("numbers.years"):
            number = bisect_left(found, (at, 0, 0.0)) - 1
            if number >= 0 and at - found[number].end == 1:
                figure = found[number]
            elif word == "decade" and text[at - 2 : at].lower() == "a ":
                figure = Number(at - 2, at - 1, 1.0)
            else:
                continue
            value = figure.value
            if value < 500 and value == int(value) and ANY_YEAR.search(text, figure.start - 40, figure.end + 100):
                yield from _judge(article, figure, 10 if word.startswith("decade") else 1)


def _judge(article: Article, figure: Number, unit: int) -> Iterator[Finding]:
    text, start, end = article.text, figure.start, figure.end
    span = SPAN.match(text, end, end + 100)
    if span:
        first, last = int(span["first"] or span["begin"]), int(span[4])
        exact = not span["gap"] and not PART.search(text, start - 10, start)
        if first < last and not _fits(text, figure, unit, last - first, exact):
            at = Span(start, span.end())
            yield Finding(at, f'"{article[at]}" does not fit: {_that_is(first, last)}; check all the figures.')
        return
    spanned = SPANNED.search(text, start - 40, start)
    if spanned:
        first, last = int(spanned[1]), int(spanned[2])
        if first < last and not _fits(text, figure, unit, last - first, False):
            at = Span(spanned.start(), end)
            yield Finding(at, f'"{article[at]} …" does not fit: {_that_is(first, last)}; check all the figures.')
        return
    match, exact = AGO.match(text, end, end + 50), True
    if match is None and AGO_ALONE.match(text, end, end + 14):
        match = SAID_BEFORE.search(text, start - 40, start)
    if match is None:
        match, exact = SINCE.match(text, end, end + 70), False
    dated = article.get(publication_date) if match else None
    if match and dated and not _fits(text, figure, unit, dated.year - int(match[1]), exact):
        at = Span(min(start, match.start()), max(end, match.end()))
        length = dated.year - int(match[1])
        yield Finding(
            at,
            f'"{article[at]}" does not fit an article of {dated.year}: that is {length} years; check all the figures.',
        )


def _that_is(first: int, last: int) -> str:
    return f"from {first} to {last} it is {last - first} years"


def _fits(text: str, figure: Number, unit: int, length: int, exact: bool) -> bool:
    """Whether so many years may be said of `length` years; not `exact`: of a part of them, too."""
    start, value = figure.start, figure.value * unit
    slack = 1.5 if unit == 1 else 4.5
    if ROUGHLY.search(text, start - 16, start):
        slack = max(slack, 0.15 * value)
    if value > length + slack:
        return LESS.search(text, start - 12, start) is not None and value < 1.5 * length
    return not exact or value >= length - slack or MORE.search(text, start - 12, start) is not None
