"""boilerplate/stray-line: a line whose place, typography, words and neighbours show that it is junk."""

from newslint.api import Article
from newslint_boilerplate.data.feature_wording import REASONS
from newslint_boilerplate.data.weights import WEIGHTS
from newslint_boilerplate.junk_rule import JunkRule, quote
from newslint_boilerplate.view.junk import Junk

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
