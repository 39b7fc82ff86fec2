"""boilerplate/copyright-notice: copyright, terms, privacy, liability."""

from newslint_boilerplate.junk_rule import JunkRule


class CopyrightNotice(JunkRule):
    """Finds notices of copyright, terms, privacy and liability: "© …", "All rights reserved", "The views expressed …".

    They are about the page and its owner, not about the event. The guidelines for annotators of CLEANEVAL (Marco Baroni
    and Serge Sharoff, ACL SIGWAC, 2007) name copyright notices among the first things to remove. The fix is not safe: a
    publisher who passes the text on may owe its owner the notice, and then it belongs in the metadata.

    ```bad
    The ferry is to sail again as soon as the wind has dropped, the port authority said in the morning.
    Copyright 2024 Example Media. All rights reserved.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Copyright 2024 Example Media. All rights reserved." is a site notice; remove the line.
    ```

    ```fixed
    The ferry is to sail again as soon as the wind has dropped, the port authority said in the morning.
    ```

    ```good
    Copyright law lags behind
    The court found that a work without an author cannot be protected, and left it to parliament to change that.
    The composer kept all rights to the song and gave the money to a school.
    ```
    """  # noqa: E501

    name = "boilerplate/copyright-notice"
    kind = "notice"
    reason = "is a site notice"
