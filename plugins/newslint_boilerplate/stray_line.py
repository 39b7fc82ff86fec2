"""boilerplate/stray-line: a line whose place, typography, words and neighbours show that it is junk."""

from newslint.api import Article
from newslint_boilerplate.data.weights import WEIGHTS
from newslint_boilerplate.junk_rule import JunkRule, quote
from newslint_boilerplate.view.junk import Junk

# The features that can count for junk by themselves, in the words of the message.
REASONS = {
    "after the text": "follows the last sentence",
    "near the end": "follows the last long paragraph",
    "first line": "is the first line",
    "last line": "is the last line",
    "after junk": "stands next to other leftovers of the page",
    "near junk": "stands next to other leftovers of the page",
    "before junk": "stands next to other leftovers of the page",
    "run holds junk": "stands next to other leftovers of the page",
    "run is partly junk": "stands among other leftovers of the page",
    "run is mostly junk": "stands among other leftovers of the page",
    "neighbours like junk": "stands among lines like it",
    "neighbours are junk": "stands among lines like it",
    "many neighbours like junk": "stands among lines like it",
    "under a list's heading": "stands below the heading of a list of links",
    "among comments": "stands below the page's comments",
    "in a short run": "is in a run of lines that are not sentences",
    "in a run": "is in a run of lines that are not sentences",
    "in a long run": "is in a run of lines that are not sentences",
    "page element": "begins like an element of the page",
    "page's words": "has a phrase that pages use",
    "words of a form": "has a phrase that pages use",
    "words of a related": "has a phrase that pages use",
    "words of a label": "has a phrase that pages use",
    "words of a credit": "has a phrase that pages use",
    "words of a read more": "has a phrase that pages use",
    "section name": "is the name of a site's section",
    "buttons": "consists of button labels",
    "half buttons": "contains button labels",
    "address": "contains an address",
    "domain": "contains an address",
    "handle": "contains an address",
    "no letters": "contains no word",
    "no word": "contains no word",
    "says nothing": "contains only stop words",
    "date": "is only a date",
    "clock": "contains the length of a recording or a time of day",
    "unended": "is not a sentence",
    "one word": "is a single word",
    "two words": "is two words",
    "shares nothing": "shares no word with the text",
    "shares little": "shares few words with the text",
    "lower case": "begins in lower case",
    "numbered": "begins with a number",
    "mark first": "begins with a mark of the page",
    "mark last": "ends with a mark of the page",
    "label": "begins with a label",
    "label in capitals": "begins with a label in capitals",
    "capitals": "is set in capitals",
    "bar": "is divided by bars",
    "bars": "is divided by bars",
    "hashtags": "consists of tags",
    "list of names": "is a list of names",
    "words run together": "contains words that are run together",
    "says the same twice": "says the same twice",
    "stands twice": "stands in the text twice",
    "one visitor word": "has a word with which pages speak to visitors",
    "two visitor words": "has words with which pages speak to visitors",
    "three visitor words": "has words with which pages speak to visitors",
    "many visitor words": "has words with which pages speak to visitors",
    "you": "addresses the reader",
    "our": "speaks for the publisher",
}
MAX_REASONS = 3  # in a message
MIN_WEIGHT = 4  # of a feature that a message names


class StrayLine(JunkRule):
    """Finds lines that do not belong to the article by their place and form, though no phrase shows it.

    A menu, a list of tags or the headlines of other stories have no words of their own, but they have a place, a form and
    neighbours that the article's text does not have. Christian Kohlschütter, Peter Fankhauser and Wolfgang Nejdl
    (Boilerplate Detection using Shallow Text Features, WSDM 2010) showed that a few such features find most of them. Each
    feature, and each word that pages often use, has a weight that was learned from labelled pages of 250 publishers, and
    the message names those that weigh most. A line is weighed only if it has words of a page, or if the article holds other
    junk; far from any junk, it takes a higher score. Lists and
    tables of the article, its headline, corrections, captions and addresses are not weighed. A headline in Title Case
    outside a run of lines is a subheading or an advertisement, which `advertising/promo-line` tells apart.

    ```bad
    Health
    ^^^^^^ "Health" does not seem to belong to the article: it …
    Local
    ^^^^^ "Local" does not seem to belong to the article: it …
    Weather
    ^^^^^^^ "Weather" does not seem to belong to the article: it …
    Sports
    ^^^^^^ "Sports" does not seem to belong to the article: it …
    The county will test the wells of eleven villages after traces of a solvent were found in drinking water near an old airfield, it said.
    Residents can collect bottled water at the fire stations until the results are known, which will take about a week in all.
    You may also like
    Nine ways to wear a scarf this winter
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Nine ways to wear a scarf this winter" does not seem to belong to the article: it …
    ```

    ```good
    Wells of eleven villages to be tested
    The county will test the wells of eleven villages after traces of a solvent were found in drinking water near an old airfield, it said.
    Bottled water
    Residents can collect bottled water at the fire stations until the results are known, which will take about a week in all.
    Correction: An earlier version of this article gave a wrong number of villages.
    ```
    """  # noqa: E501

    name = "boilerplate/stray-line"
    severity = "info"
    kind = "stray"

    def message(self, article: Article, piece: Junk) -> str:
        """Name the features that weigh most."""
        if not piece.is_line:
            return f'"{quote(article, piece)}" follows the last sentence but is not one; remove it.'
        reasons: dict[str, None] = {}
        for name in sorted(piece.evidence, key=lambda name: -WEIGHTS.get(name, 0)):
            if WEIGHTS.get(name, 0) >= MIN_WEIGHT and (reason := _reason(name)):
                reasons[reason] = None
        named = list(reasons)[:MAX_REASONS] or ["is neither a sentence of the text nor a subheading"]
        listed = named[0] if len(named) == 1 else ", ".join(named[:-1]) + " and " + named[-1]
        return f'"{quote(article, piece)}" does not seem to belong to the article: it {listed}; remove the line.'


def _reason(name: str) -> str:
    """Return what a feature or a word of a line says, in the words of the message; "" where it is no reason alone."""
    return f'has the word "{name[1:]}", as pages have' if name[0] == "=" else REASONS.get(name, "")
