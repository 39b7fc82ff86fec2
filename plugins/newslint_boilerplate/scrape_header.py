"""boilerplate/scrape-header: metadata that a scraper put before the lede, in the line of the lede."""

from newslint.api import Article
from newslint_boilerplate.junk_rule import JunkRule, quote
from newslint_boilerplate.view.junk import Junk


class ScrapeHeader(JunkRule):
    """Finds metadata merged into the first line: "date 2025-05-23 …", "Title/ Site/ CITY/ Byline/ …", a byline.

    A scraper that joins the pieces of a page with spaces makes one line of headline, time stamp, byline and lede. Readers
    have to guess where the report begins, and a program takes the headline's words for the lede's. The rule reports only
    the part that is junk. The fix is not safe, for the date may be the only one that the article has: keep it on a
    separate line or in the metadata. The guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL
    SIGWAC, 2007) count the headers of pages as boilerplate.

    ```bad
    date 2024-03-02 The dam held, the governor said on Saturday, and the villages below it were no longer in danger.
    ^^^^^^^^^^^^^^^ "date 2024-03-02" is merged into the first sentence; put it on a separate line or remove it.
    ```

    ```fixed
    The dam held, the governor said on Saturday, and the villages below it were no longer in danger.
    ```

    ```bad
    Dam Holds As Flood Recedes/ Example Post/ SACRAMENTO/ Staff/ Evening Edition/ The dam held, the governor said.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Dam Holds As Flood Recedes/ Example Post/ SACRAMENTO/ …" is merged into …
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
        return f'"{quote(article, piece)}" is merged into the first sentence; put it on a separate line or remove it.'
