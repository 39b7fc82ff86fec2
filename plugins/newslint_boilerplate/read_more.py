"""boilerplate/read-more: links to the rest of the text, to another page, to the source."""

from newslint_boilerplate.junk_rule import JunkRule


class ReadMore(JunkRule):
    """Finds links to the rest of the text or to another page: "Read the full article here", "Click here".

    The words of a link are useful only where readers can click them. In a text they promise what is not there. Often
    they show that the article was cut off at this place: check whether the rest is missing before you remove the line.
    The guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL SIGWAC, 2007) remove links and lists
    of links from a text.

    ```bad
    The court will hear both sides again in autumn, its spokesman said when the session had ended.
    Read the full article here
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ "Read the full article here" is a link to another page; remove the line.
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
    reason = "is a link to another page"
