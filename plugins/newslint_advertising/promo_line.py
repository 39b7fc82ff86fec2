"""advertising/promo-line: the headline of an advertisement between the paragraphs."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Rule, Span, TraceStep
from newslint_advertising.data.words import LEXICON
from newslint_advertising.view.findings import make_finding, promotional_headlines


class PromoLine(Rule):
    """Finds the headline of an advertisement that stands between the paragraphs or after the last one.

    Without the boxes and colours of a page, as in a syndicated or scraped article, an advertisement looks like a
    subheading, and readers take it for the newsroom's words. Advertising has to be recognizable as such wherever it
    stands. The Federal Trade Commission's "Enforcement Policy Statement on Deceptively Formatted Advertisements" (United
    States, 2015) says so, and the Society of Professional Journalists' Code of Ethics asks to "distinguish news from
    advertising and shun hybrids that blur the lines between the two".

    The rule examines lines in Title Case that are shorter than a paragraph (120 characters). No feature decides alone.
    Each has a weight: how few of its words the article itself uses, whether they name the article's subject, how long
    the line is, whether it opens like a list or uses the words of clickbait and of sale, how advertisements word their
    headlines, and whether the article's own subheadings are in Title Case too. The message names those that weigh most.
    A line needs a persuasive word, or to be worded more like advertising than like news. The rule leaves alone the
    article's headline, all else before the first paragraph, lists of titles and of names, credits, addresses, and time
    stamps. It also leaves alone headlines in a run with three other lines that are not sentences: those are a page's
    links, and `boilerplate/stray-line` reports them.

    ```bad
    The city council voted on Tuesday to close the old harbour bridge for two years of repairs, and to send the traffic over the northern ring road.
    Drivers Born Before 1970 Should See This New Insurance Trick
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Drivers Born Before 1970 Should See This New Insurance Trick" reads like promotion, not like part of the article: it is worded like promotion…
    The bridge, built in 1931, carries twice the number of lorries it was made for, according to the engineers who presented their report to the council.
    ```

    ```fixed
    The city council voted on Tuesday to close the old harbour bridge for two years of repairs, and to send the traffic over the northern ring road.
    The bridge, built in 1931, carries twice the number of lorries it was made for, according to the engineers who presented their report to the council.
    ```

    ```good
    The city council voted on Tuesday to close the old harbour bridge for two years of repairs, and to send the traffic over the northern ring road.
    What the Bridge Closure Means for Traffic
    The bridge, built in 1931, carries twice the number of lorries it was made for, according to the engineers who presented their report to the council.
    ```
    """  # noqa: E501

    name = "advertising/promo-line"

    def lexicon(self) -> Lexicon:
        """Return the family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """Report each line."""
        for span, reasons in article.get(promotional_headlines).items():
            statement = f"reads like promotion, not like part of the article: it {_join(reasons)}; remove it."
            yield make_finding(article, span, statement)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield the steps of the lines in a span: whether each is a headline, and advertises."""
        from newslint_advertising.view.trace import trace_headlines  # no other run needs it

        return trace_headlines(article, span)


def _join(parts: list[str]) -> str:
    """Return the parts as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
