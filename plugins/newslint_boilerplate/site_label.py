"""boilerplate/site-label: the labels under which a site files its articles."""

from newslint_boilerplate.junk_rule import JunkRule


class SiteLabel(JunkRule):
    """Finds the labels under which a site files its articles: "Category:", "Tags: …", "Filed under …", "Topics".

    They serve the site's search, not the reader of the text, and an empty one ("Category:") says nothing. If you need
    the topics, put them into the article's metadata. The guidelines for annotators of CLEANEVAL (Marco Baroni and Serge
    Sharoff, ACL SIGWAC, 2007) count what is repeated on most pages of a site as boilerplate.

    ```bad
    The library will stay open until midnight during the examinations, the university said on Friday evening.

    Filed under: Education, Local
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Filed under: Education, Local" is a label of the site; remove the line.
    Category:
    ^^^^^^^^^ "Category:" is a label of the site; remove the line.
    ```

    ```fixed
    The library will stay open until midnight during the examinations, the university said on Friday evening.
    ```

    ```good
    The topics of the summit
    Grain, gas and the exchange of prisoners stand on the agenda, according to the chancellery, in this order.
    Price tags: what shops must show
    From July on the price for a kilogram has to be as large as the price itself, the new regulation says.
    ```
    """

    name = "boilerplate/site-label"
    kind = "label"
    reason = "is a label of the site"
