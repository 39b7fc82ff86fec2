"""advertising/offer: the terms of a sale, addressed to the reader."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Rule, Span, TraceStep
from newslint_advertising.data.words import LEXICON
from newslint_advertising.view.findings import make_finding
from newslint_advertising.view.offers import offers


class Offer(Rule):
    """Finds an offer to the reader: a discount, a code, a free trial, a price for a limited time.

    An offer is a seller's text, and it becomes outdated: the code expires, the price changes, the article stays. Whether
    it is an advertisement or a tip that earns money for the publisher, readers must be able to tell. The Federal Trade
    Commission asks for that in its "Enforcement Policy Statement on Deceptively Formatted Advertisements" (2015).

    A sentence is an offer if it has the words of one and addresses the reader: it gives an order ("Get", "Use the code")
    or says "you". News about prices, discounts and deals does neither. Appeals to subscribe or to sign up belong to a
    page's forms, and `boilerplate/sign-up-widget` reports them.

    ```bad
    The retailer will close forty of its shops by the end of the year.
    Use code SPRING at checkout and get 20% off your first order.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Use code SPRING at checkout and get 20% off your first order." is a sales offer…
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
    required_kinds = ("advertising.order", "advertising.offer", "advertising.price", "advertising.call")

    def lexicon(self) -> Lexicon:
        """Return the family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """Report each passage."""
        for span in article.get(offers):
            yield make_finding(article, span, "is a sales offer to the reader; remove it.")

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield the steps of the words of sellers in a span."""
        from newslint_advertising.view.trace import trace_offers  # no other run needs it

        return trace_offers(article, span)
