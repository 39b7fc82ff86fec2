"""boilerplate/player-widget: the words of players and galleries."""

from newslint_boilerplate.junk_rule import JunkRule


class PlayerWidget(JunkRule):
    """Finds the words of players and galleries: "Watch now", "Back to gallery", "Please enable JavaScript", "Loading…".

    The text has neither the video nor the pictures, only the labels of their buttons and notices for browsers. The
    guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL SIGWAC, 2007) count what is repeated on
    most pages of a site as boilerplate.

    ```bad
    Back to gallery
    ^^^^^^^^^^^^^^^ "Back to gallery" belongs to a player or a gallery; remove the line.
    The comet can be seen with the naked eye until Sunday, low above the horizon in the north-west after sunset.
    ```

    ```fixed
    The comet can be seen with the naked eye until Sunday, low above the horizon in the north-west after sunset.
    ```

    ```good
    Watch the skies
    The comet can be seen with the naked eye until Sunday, low above the horizon in the north-west after sunset.
    It was back to the gallery for the two paintings, which had hung in the minister's office since the war.
    ```
    """

    name = "boilerplate/player-widget"
    kind = "player"
    reason = "belongs to a player or a gallery"
