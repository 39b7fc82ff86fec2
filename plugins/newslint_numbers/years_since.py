"""numbers/years-since: a number of years that does not fit the years it stands with."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Figure, Finding, Lexicon, Pattern, Rule, Span, figures, publication

YEAR = r"((?:1[5-9]|20)\d\d)"
AGO = Pattern(rf"[ -]years?[ -](?:earlier|ago),?[ ](?:back[ ])?in[ ](?:[A-Z][a-z]+[ ])?{YEAR}\b", exact=True)
SPAN = Pattern(
    rf"[ -]years?\b,?((?:[ ][\w'’-]+){{0,6}}?),?[ ](?:from|between)[ ]{YEAR}[ ](?:to|through|until|till|and)[ ]{YEAR}\b"
)
SINCE = Pattern(
    rf"[ -]years?[ -](?:after|since|anniversary[ ]of|on[ ]from)[ ](?:the[ ]|its[ ]|his[ ]|her[ ]|their[ ])?(?:[\w'’-]+[ ]){{0,3}}?{YEAR}\b"
)
BEFORE = Pattern(
    rf"\b[Ii]n[ ]{YEAR},[ ](?:some[ ]|about[ ]|nearly[ ]|almost[ ]|just[ ]|more[ ]than[ ]|over[ ])?$", exact=True
)
AGO_ALONE = Pattern(r"[ ]years?[ ]ago\b")
LOOSE = Pattern(
    r"\b(?:more[ ]than|less[ ]than|over|under|at[ ]least|up[ ]to|fewer[ ]than|the[ ](?:first|last|past|next)|every|nearly|almost|about|some|around)[ ]$"
)


class YearsSince(Rule):
    """Finds a span of years that the years beside it contradict: "nine years, from 1998 to 2001".

    The sum takes no more than the figures that stand there, and an anniversary is what such paragraphs hang on. One year
    more or less passes: both ends may count, and a birthday may not have come yet. "Years ago" is held against the
    article's publication date, and left alone where there is none.

    ```bad
    date 2018-06-12

    He led the party for 21 years from 1961 to 1977. Twenty years ago, in 2003, the city burned.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ "21 years from 1961 to 1977" does not fit: from 1961 to 1977 it is 16 years; check all the figures.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ "Twenty years ago, in 2003" does not fit an article of 2018: that is 15 years; check all the figures.
    ```

    ```good
    date 2018-06-12

    He led the party for 16 years from 1961 to 1977. Fifteen years ago, in 2003, the city burned.
    ```
    """

    name = "numbers/years-since"
    triggers = ("numbers.years",)

    def lexicon(self) -> Lexicon:
        """The word "years"."""
        return {"numbers.years": ("year", "years")}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each span of years."""
        found = article.get(figures)
        for at, _end, _word in article.mentions("numbers.years"):
            number = bisect_left(found, (at, 0, 0.0)) - 1
            if number >= 0 and at - found[number].end == 1:
                yield from _judge(article, found[number])


def _judge(article: Article, figure: Figure) -> Iterator[Finding]:
    text, (start, end, value) = article.text, figure
    if value != int(value) or value > 1000:
        return
    span = SPAN.at(text, end, end + 90)
    if span:
        length, loose = int(span[3]) - int(span[2]), bool(span[1]) or LOOSE.within(text, start - 14, start)
        if length > 0 and (value > length + 1.5 or (value < length - 1 and not loose)):
            at = Span(start, span.end())
            yield Finding(
                at,
                f'"{article[at]}" does not fit: from {span[2]} to {span[3]} it is {length} years; check all the figures.',
            )
        return
    ago, since = AGO.at(text, end, end + 40), None
    before = BEFORE.within(text, start - 24, start) if not ago and AGO_ALONE.at(text, end, end + 12) else None
    if not ago and not before:
        since = SINCE.at(text, end, end + 70)
    match = ago or before or since
    dated = article.get(publication) if match else None
    if not match or not dated:
        return
    now, length = dated.year, dated.year - int(match[1])
    hedged = LOOSE.within(text, start - 14, start)
    if value > length + 1.5 or (value < length - 1 and not since and not hedged):
        at = Span(min(start, match.start()), max(end, match.end()))
        yield Finding(
            at,
            f'"{article[at]}" does not fit an article of {now}: that is {length} years; check all the figures.',
        )
