"""boilerplate/comment-widget: the words of a comment form."""

from newslint_boilerplate.junk_rule import JunkRule


class CommentWidget(JunkRule):
    """Finds the words of a page's comment form: "Leave a reply", "3 comments", "You must be logged in to post a comment".

    Forms and their hints stand below nearly every article on the web, and an extractor of the page's text includes
    them. They say nothing about the event, and readers who meet them in the text take the article for unedited. Jan
    Pomikálek (Removing Boilerplate and Duplicate Content from Web Corpora, Masaryk University 2011) counts reader
    comments and their forms among what does not belong to a page's text.

    ```bad
    The vote is due on Tuesday, the chairwoman of the committee said after the meeting.
    3 comments
    ^^^^^^^^^^ "3 comments" belongs to the page's comments; remove the line.
    You must be logged in to post a comment.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "You must be logged in to post a comment." belongs to the page's comments; remove the line.
    ```

    ```fixed
    The vote is due on Tuesday, the chairwoman of the committee said after the meeting.
    ```

    ```good
    The mayor declined to comment.
    Asked about the delay, she said: “No comment.”
    Comments by the minister moved the currency
    The bank had kept silent for a week, and traders took every word for a promise of higher rates to come.
    ```
    """  # noqa: E501

    name = "boilerplate/comment-widget"
    kind = "comment"
    reason = "belongs to the page's comments"
