"""boilerplate/sign-up-widget: forms for subscribers and members, and pleas to become one."""

from newslint_boilerplate.junk_rule import JunkRule


class SignUpWidget(JunkRule):
    """Finds forms and pleas for subscribers and members: "Sign up for our newsletter", "Log in", "Support our work".

    They are set between the paragraphs because readers are held there, and stay there when the page becomes text.
    What they promise ("the stories that matter, in your inbox") is written like a sentence, so filters that look for
    full stops keep it. In a copy of the article it promises what the new place cannot keep. That the Society of
    Professional Journalists' Code of Ethics asks to "distinguish news from advertising" holds for an outlet's own
    advertising as well.

    A sentence is taken for a plea when it gives the reader an order ("Sign up", "Support our") for something that
    publishers hand out (a newsletter, alerts, journalism), or promises a delivery to the inbox. A line of its own goes
    as a whole; within a paragraph the sentence goes alone. What people are quoted or reported as saying is left alone,
    and so is advice to sign up for something else.

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
