"""boilerplate/sign-up-widget: forms for subscribers and members, and appeals to become one."""

from newslint_boilerplate.junk_rule import JunkRule


class SignUpWidget(JunkRule):
    """Finds forms and appeals for subscribers and members: "Sign up for our newsletter", "Log in", "Support our work".

    Publishers put them between the paragraphs to stop readers there, and they stay there when the page becomes text.
    Their promises ("the stories that matter, in your inbox") are written like sentences, so filters that look for full
    stops keep them. In a copy of the article they promise what the new place cannot keep. The Society of Professional
    Journalists' Code of Ethics asks to "distinguish news from advertising"; that holds for an outlet's own advertising
    as well.

    A sentence is an appeal if it orders the reader ("Sign up", "Support our") to take something that publishers offer (a
    newsletter, alerts, journalism), or if it promises a delivery to the inbox. On a separate line, the rule reports the
    line; within a paragraph, the sentence. It leaves alone what people are quoted or reported as saying, and advice to
    sign up for something else.

    ```bad
    Engineers have to examine the bridge before it can be opened to lorries again, the ministry said on Monday.

    Sign up for our morning newsletter
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Sign up for our morning newsletter" belongs to a form for subscribers; remove the line.

    Cars and buses may use one of the two lanes from Thursday on, at no more than thirty kilometres an hour.
    ```

    ```fixed
    Engineers have to examine the bridge before it can be opened to lorries again, the ministry said on Monday.

    Cars and buses may use one of the two lanes from Thursday on, at no more than thirty kilometres an hour.
    ```

    ```good
    About 3,000 people signed up for the newsletter of the campaign in its first week, its organizers said.
    The prize goes to those who subscribe to nobody's opinion
    The jury said so in a letter that was read out in the town hall, and the hall laughed and rose to its feet.
    ```
    """  # noqa: E501

    name = "boilerplate/sign-up-widget"
    kind = "sign-up"
    reason = "belongs to a form for subscribers"
