"""boilerplate/stray-line: a line that, by all that is known of it, does not belong to the article."""

from newslint.api import Article
from newslint_boilerplate.data.weights import WEIGHTS
from newslint_boilerplate.junk_rule import JunkRule, quote
from newslint_boilerplate.view.junk import Junk

# What speaks for junk, in the words of the message.
REASONS = {
    "after the text": "stands after the last sentence",
    "near the end": "stands after the last long paragraph",
    "first line": "is the first line",
    "run holds junk": "stands together with other leftovers of the page",
    "near junk": "stands together with other leftovers of the page",
    "after junk": "stands together with other leftovers of the page",
    "under a list's heading": "stands under the heading of a list of links",
    "among comments": "stands below the page's comments",
    "in a long run": "stands in a run of lines that are no sentences",
    "section name": "names a section of a site",
    "buttons": "consists of the names of buttons",
    "half buttons": "names buttons",
    "address": "holds an address",
    "no letters": "holds no word",
    "says nothing": "says nothing by itself",
    "date": "is a bare date",
    "unended": "is no sentence",
    "one word": "is a single word",
    "two words": "is two words",
    "shares nothing": "shares no word with the text",
    "shares little": "shares hardly a word with the text",
    "lower case": "begins in lower case",
    "numbered": "begins with a figure",
    "stands twice": "stands here twice",
}
MAX_REASONS = 3  # in a message


class StrayLine(JunkRule):
    """Finds lines that do not belong to the article by all that is known of them, though no phrase gives them away.

    A menu, a list of tags, the headlines of other stories: none of them has words of its own, but each has a place, a
    shape and neighbours that text does not have. As Christian Kohlschütter, Peter Fankhauser and Wolfgang Nejdl showed
    (Boilerplate Detection using Shallow Text Features, WSDM 2010), a few such features tell most of it. Each piece of
    evidence has a weight; they were fitted on labelled articles, and the message names what weighed most. Subheadings
    stand alone between long paragraphs and share words with them: that speaks for them. A headline in Title Case that
    stands in no row is one, or an advertisement, which `advertising/promo-line` tells apart.

    ```bad
    Health
    ^^^^^^ "Health" does not seem to belong to the article: it is a single word, …
    Local
    ^^^^^ "Local" does not seem to belong to the article: it is a single word, …
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
        for name in sorted(piece.evidence, key=lambda name: -WEIGHTS.get(name, 0.0)):
            if name in REASONS and WEIGHTS.get(name, 0.0) > 0:
                reasons[REASONS[name]] = None
        named = list(reasons)[:MAX_REASONS] or ["is neither a sentence of the text nor a subheading"]
        listed = named[0] if len(named) == 1 else ", ".join(named[:-1]) + " and " + named[-1]
        return f'"{quote(article, piece)}" does not seem to belong to the article: it {listed}; remove the line.'
