"""advertising/subscription-plug: a publisher asks its readers to subscribe, to sign up or to give."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Rule
from newslint_advertising.lexicon import LEXICON
from newslint_advertising.passages import finding, short
from newslint_advertising.pitches import plugs


class SubscriptionPlug(Rule):
    """Finds a plea to subscribe, to sign up for a newsletter, to download an app or to support the newsroom.

    It is the outlet's own advertising. On the outlet's page a box sets it apart; in a copy of the article it stands
    among the reporting, promises what the new place cannot keep, and counts as text wherever articles are counted,
    summarized or searched.

    A sentence is taken for a plea when it gives the reader an order ("Sign up", "Support our") for something that
    publishers hand out (a newsletter, alerts, journalism), or promises a delivery to the inbox. What people are quoted
    or reported as saying is left alone, and so is advice to sign up for something else.

    ```bad
    The bridge will stay closed until the spring, the council said.
    Sign up for our morning newsletter to read the news first.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Sign up for our morning newsletter to read the news first." promotes the publisher…
    Repairs have begun on the northern ramp.
    ```

    ```fixed
    The bridge will stay closed until the spring, the council said.
    Repairs have begun on the northern ramp.
    ```

    ```good
    Residents can sign up for the alerts at the town hall, the council said.
    The newspaper asked its readers to subscribe, and two thousand did.
    ```
    """  # noqa: E501

    name = "advertising/subscription-plug"
    triggers = ("advertising.plug", "advertising.inbox")

    def lexicon(self) -> Lexicon:
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each passage."""
        for span in article.get(plugs):
            yield finding(
                article, span, f'"{short(article[span])}" promotes the publisher; take it out of the article.'
            )
