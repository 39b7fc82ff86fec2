"""advertising/promo-line: the headline of an advertisement between the paragraphs."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Rule, truncate
from newslint_advertising.data.words import LEXICON
from newslint_advertising.view.findings import finding, promotions


class PromoLine(Rule):
    """Finds the headline of an advertisement that stands between the paragraphs or after the last one.

    Where the boxes and colours of a page are gone, as in a syndicated or scraped article, nothing tells an
    advertisement from a subheading any more, and readers take it for the newsroom's words. Advertising has to be
    recognizable as such wherever it runs: so the Federal Trade Commission's "Enforcement Policy Statement on
    Deceptively Formatted Advertisements" (United States, 2015), and the Society of Professional Journalists' Code of
    Ethics, which asks to "distinguish news from advertising and shun hybrids that blur the lines between the two".

    Looked at are lines in Title Case that are shorter than a paragraph (120 characters). No sign decides alone; they are
    weighed: how few of its words the article itself uses, how long the line is, whether it opens like a list, talks to
    the reader or uses the words of bait and of sale, and whether the article's own subheadings are in Title Case too.
    The message names what weighed most. The article's headline, what else stands before its first paragraph, and lists
    of titles are left alone. So are stamps, and headlines that stand in a row with four other lines that are no
    sentences: those are a page's links, and `boilerplate/stray-line` has them.

    ```bad
    The city council voted on Tuesday to close the old harbour bridge for two years of repairs, and to send the traffic over the northern ring road.
    Drivers Born Before 1970 Should See This New Insurance Trick
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Drivers Born Before 1970 Should See This New Insurance Trick" reads like promotion, not like part of the article: it shares no word with the article…
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
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each line."""
        for span, reasons in article.get(promotions).items():
            said, why = truncate(article[span], max_chars=80), _listed(reasons)
            message = f'"{said}" reads like promotion, not like part of the article: it {why}; take it out.'
            yield finding(article, span, message)


def _listed(parts: list[str]) -> str:
    """Several things in one sentence."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
