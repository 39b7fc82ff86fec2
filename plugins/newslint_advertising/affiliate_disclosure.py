"""advertising/affiliate-disclosure: the publisher earns a commission by the links."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Rule, Span, TraceStep
from newslint_advertising.data.words import LEXICON
from newslint_advertising.view.findings import make_finding
from newslint_advertising.view.offers import disclosures


class AffiliateDisclosure(Rule):
    """Finds a notice that the publisher earns a commission by the article's links.

    Where the links are, the notice has to be as well: the Federal Trade Commission's Endorsement Guides (16 CFR Part 255)
    ask for it. It tells an editor two things: the article was written to sell, at least in part; and in a copy without
    the links, the notice refers to nothing.

    ```bad
    The new model is lighter than the old one and costs as much.
    We may earn a commission if you buy through the links on this page.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "We may earn a commission if you buy through the links on this page." says that the article earns…
    ```

    ```fixed
    The new model is lighter than the old one and costs as much.
    ```

    ```good
    Agents earn a commission of two percent on every house they sell.
    ```
    """  # noqa: E501

    name = "advertising/affiliate-disclosure"
    severity = "info"
    required_kinds = ("advertising.affiliate",)

    def lexicon(self) -> Lexicon:
        """Return the family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """Report each passage."""
        statement = "says that the article earns a commission; keep it only while its links are in the text."
        for span in article.get(disclosures):
            yield make_finding(article, span, statement)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield the steps of the words about commissions in a span."""
        from newslint_advertising.view.trace import trace_disclosures  # no other run needs it

        return trace_disclosures(article, span)
