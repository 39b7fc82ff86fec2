"""boilerplate/read-more: links that lead on, or back, or to where the text came from."""

from newslint_boilerplate.junk_rule import JunkRule


class ReadMore(JunkRule):
    """Finds links that lead on: "Read the full article here", "Continue reading", "Click here", "Back to top".

    The words of a link are of use only where they can be clicked. In a text they promise what is not there, and often
    show that the article was cut off at this place: look whether the rest is missing before you remove the line. The
    guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL SIGWAC, 2007) take links and their lists
    out of a text.

    ```bad
    The court will hear both sides again in autumn, its spokesman said when the session had ended.
    Read the full article here
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ "Read the full article here" is a link that leads elsewhere; remove the line.
    ```

    ```fixed
    The court will hear both sides again in autumn, its spokesman said when the session had ended.
    ```

    ```good
    Pupils who read more at home wrote better, the study says.
    She had read the full article before she called the editor, and she had questions about every paragraph of it.
    ```
    """

    name = "boilerplate/read-more"
    kind = "read more"
    reason = "is a link that leads elsewhere"
    safe = True
