"""boilerplate/related-link: links to other stories, and the headings of lists of them."""

from newslint_boilerplate.junk_rule import JunkRule


class RelatedLink(JunkRule):
    """Finds links to other stories: "Related: …", "READ MORE: …", "See also", "Most popular", "You may also like".

    Without the page's design, a link to another story between two paragraphs looks like a subheading, and readers take
    its claim for one of the article's own. In a corpus it puts words about one event into the text about another. The
    guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL SIGWAC, 2007) remove lists of links from a
    text.

    ```bad
    The strike will end on Friday if both sides accept what the mediator has put before them, the union said.
    READ MORE: Ten questions about the new bus lanes
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "READ MORE: Ten questions about the new bus lanes" links to other stories; remove the line.
    The employers called it a fair result and said that they would ask their members for approval by Wednesday.
    ```

    ```fixed
    The strike will end on Friday if both sides accept what the mediator has put before them, the union said.
    The employers called it a fair result and said that they would ask their members for approval by Wednesday.
    ```

    ```good
    Related cases are before two other courts, and a ruling in one of them is expected before the end of the month.
    What to read into the figures
    The bank itself warns that one month is too little to see a trend, and that the early Easter moved many purchases.
    ```
    """  # noqa: E501

    name = "boilerplate/related-link"
    kind = "related"
    reason = "links to other stories"
