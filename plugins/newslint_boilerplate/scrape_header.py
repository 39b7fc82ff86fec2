"""boilerplate/scrape-header: what a scraper set before the lede, in the lede's own line."""

from newslint.api import Article
from newslint_boilerplate.junk_rule import JunkRule, quote
from newslint_boilerplate.view.junk import Junk


class ScrapeHeader(JunkRule):
    """Finds metadata that was run into the first line: "date 2025-05-23 …", "Title/ Site/ CITY/ Byline/ …", a byline.

    A scraper that joins the page's pieces with spaces makes one line of headline, stamp, byline and lede. A reader has
    to guess where the report begins, and a program takes the headline's words for the lede's. Only the part that is
    junk is reported. The fix is not a safe one, for the date may be the only one the article has: keep it in a line of
    its own or in the metadata. The guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL SIGWAC,
    2007) count headers of pages as boilerplate.

    ```bad
    date 2024-03-02 The dam held, the governor said on Saturday, and the villages below it were no longer in danger.
    ^^^^^^^^^^^^^^^ "date 2024-03-02" was run into the first sentence; give it a line of its own or remove it.
    ```

    ```fixed
    The dam held, the governor said on Saturday, and the villages below it were no longer in danger.
    ```

    ```bad
    Dam Holds As Flood Recedes/ Example Post/ SACRAMENTO/ Staff/ Evening Edition/ The dam held, the governor said.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Dam Holds As Flood Recedes/ Example Post/ SACRAMENTO/ …" was run into …
    ```

    ```good
    SACRAMENTO, Calif. (AP) — The dam held, the governor said on Saturday, and the villages were no longer in danger.
    ```

    ```good
    March 2, 2024
    By a Staff Reporter
    The dam held, the governor said on Saturday, and the villages below it were no longer in danger.
    ```
    """  # noqa: E501

    name = "boilerplate/scrape-header"
    kind = "header"

    def message(self, article: Article, piece: Junk) -> str:
        """Name the other place where metadata may go."""
        return f'"{quote(article, piece)}" was run into the first sentence; give it a line of its own or remove it.'
