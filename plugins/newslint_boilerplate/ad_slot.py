"""boilerplate/ad-slot: the word that marked the place of an advertisement."""

from newslint_boilerplate.junk_rule import JunkRule


class AdSlot(JunkRule):
    """Finds words that marked the place of an advertisement: "Advertisement", "Story continues below", "Sponsored links".

    The Advertising and Marketing Communications Code of the International Chamber of Commerce asks that advertising be
    recognizable as such, so pages mark it. The advertisement itself is a picture, and only the mark reaches the text.
    The rules of the family `advertising` report what advertises in words.

    ```bad
    The tram line to the airport will be closed for six weeks in summer, the operator said on Wednesday.
    Advertisement - story continues below
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Advertisement - story continues below" marks where an advertisement stood; remove the line.
    Buses will run every ten minutes instead, from the central station and from both ends of the old line.
    ```

    ```fixed
    The tram line to the airport will be closed for six weeks in summer, the operator said on Wednesday.
    Buses will run every ten minutes instead, from the central station and from both ends of the old line.
    ```

    ```good
    The advertisement ran for a week before the council asked for its removal, and forty people had complained by then.
    Advertising revenue halved
    The station lost most of its advertisers after the broadcast, and its owner now looks for somebody to buy it.
    ```
    """  # noqa: E501

    name = "boilerplate/ad-slot"
    kind = "ad slot"
    reason = "marks where an advertisement stood"
    has_safe_labels = True
