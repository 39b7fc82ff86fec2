"""boilerplate/credit-line: a leftover credit to agencies below the text."""

from newslint.api import Article
from newslint_boilerplate.junk_rule import JunkRule, quote
from newslint_boilerplate.view.junk import Junk


class CreditLine(JunkRule):
    """Finds a credit that was left below the text: "With Post Wires", "— With files from …", "… contributed to this report".

    Credits are owed and worth keeping, but not as a paragraph: they belong in the byline or in the metadata, under the
    agency's full name. NPR's guidance on bylines (2017) asks that they make clear to readers who created the work. The
    rule leaves alone the credit to the place where a text first appeared, which a licence may ask for.

    ```bad
    The two ministers will meet again in March, both of their offices said after the talks had ended.
    With Gazette Wires
    ^^^^^^^^^^^^^^^^^^ "With Gazette Wires" is a leftover credit; move it to the byline or remove it.
    ```

    ```fixed
    The two ministers will meet again in March, both of their offices said after the talks had ended.
    ```

    ```good
    With the wires down, the village was cut off
    Crews could not reach the last of the masts before nightfall, and the operator expects no power until Saturday.
    This article was first published in The Example Review.
    ```
    """  # noqa: E501

    name = "boilerplate/credit-line"
    severity = "info"
    kind = "credit"
    reason = "is a leftover credit"

    def message(self, article: Article, piece: Junk) -> str:
        """Name the other place where a credit may go."""
        return f'"{quote(article, piece)}" {self.reason}; move it to the byline or remove it.'
