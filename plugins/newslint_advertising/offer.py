"""advertising/offer: the terms of a sale, said to the reader."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Rule, truncate
from newslint_advertising.data.words import LEXICON
from newslint_advertising.view.findings import finding
from newslint_advertising.view.offers import offers


class Offer(Rule):
    """Finds an offer made to the reader: a discount, a code, a free trial, a price for a limited time.

    An offer is a seller's text, and it goes stale: the code expires, the price changes, the article stays. Whether it
    stood there as an advertisement or as a tip that pays the publisher, the reader has to be able to tell; the Federal
    Trade Commission asks for that in its "Enforcement Policy Statement on Deceptively Formatted Advertisements" (2015).

    A sentence is taken for an offer when it holds the words of one and turns to the reader: it gives an order ("Get",
    "Use the code") or says "you". News about prices, discounts and deals does neither. Pleas to subscribe or to sign up
    are a page's boxes, and `boilerplate/sign-up-widget` has them.

    ```bad
    The retailer will close forty of its shops by the end of the year.
    Use code SPRING at checkout and get 20% off your first order.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Use code SPRING at checkout and get 20% off your first order." is an offer…
    The unions have called for talks.
    ```

    ```fixed
    The retailer will close forty of its shops by the end of the year.
    The unions have called for talks.
    ```

    ```good
    The chain sold its winter coats at 60% off and still made a loss.
    Customers who buy now, the bank said, would pay twice.
    Buy now, pay later is how most of them were sold.
    ```
    """  # noqa: E501

    name = "advertising/offer"
    required_kinds = ("advertising.order", "advertising.offer", "advertising.price")

    def lexicon(self) -> Lexicon:
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each passage."""
        for span in article.get(offers):
            said = truncate(article[span], max_chars=80)
            yield finding(article, span, f'"{said}" is an offer to the reader; take it out of the article.')
