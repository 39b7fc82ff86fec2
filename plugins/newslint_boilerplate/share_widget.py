"""boilerplate/share-widget: buttons to share, save, print or follow."""

from newslint.api import Article, Pattern
from newslint_boilerplate.junk_rule import JunkRule
from newslint_boilerplate.view.junk import Junk

CONTACT = Pattern(
    r"""@\w | \b(?:reach|reached|contact|write\sto|get\sin\stouch|send|tips?|newsroom|story\sidea)\b
      | \be-?mail\s(?:us|him|her|them|the\s\w+)\b | \babout\s(?:the|this|our)\s\w+\W*$""",
    method="search",
    matches=("Reach Ada Example on X", "ada@news.example", "Email the author", "About this reporter"),
    misses=("Share Tweet Email", "Email this article", "Follow us on X"),
)


class ShareWidget(JunkRule):
    """Finds the buttons of a page: share, tweet, follow us, copy link, print.

    A row of buttons loses its pictures when the page becomes text, and "Share Tweet Email" is left. Plain requests to
    share ("Share this story with your friends") belong to the site too, not to the report. The guidelines for
    annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL SIGWAC, 2007) count what is repeated on most pages of a
    site as boilerplate.

    ```bad
    Share Tweet Email Copy link
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Share Tweet Email Copy link" belongs to the page's buttons; remove the line.

    The river rose by two metres overnight and flooded the cellars along the old harbour, the fire brigade said.

    Follow us on Telegram
    ^^^^^^^^^^^^^^^^^^^^^ "Follow us on Telegram" belongs to the page's buttons; remove the line.
    ```

    ```fixed
    The river rose by two metres overnight and flooded the cellars along the old harbour, the fire brigade said.
    ```

    ```good
    Share prices fell
    The index lost two per cent by noon, and the exchange halted trading in three of the smaller banks for an hour.
    He asked those who follow him on Facebook to share what they knew about the missing boat.
    ```
    """

    name = "boilerplate/share-widget"
    kind = "share"
    reason = "belongs to the page's buttons"
    has_safe_labels = True

    def reason_for(self, article: Article, piece: Junk) -> str:
        """Tell contacts from buttons."""
        text, span = article.text, piece.span
        is_contact = CONTACT.search(text, *span) and not text.startswith(("Follow", "FOLLOW"), span.start)
        return "tells readers how to reach the newsroom" if is_contact else self.reason
