"""Lines of a page rather than of an article, recognised by their first words."""

import pytest

from newslint.api import is_page_element

LINES = """
Now: x|Also: x|Read: x|See: x|Watch: x|More: x|Related: x|Next: x|This: x|Stories: x|Videos: x|Photos: x|Pictures: x
Listen: x|Must read: x|Recommended: x|Trending: x|Don't miss: x|Miss: x|Live: x|On: x|Like: x|News: x|Follow us
Available on the App Store|Download our app|Get it on Google Play|Please log in|You must be logged in|Log in|Sign up
Subscribe|Register now|Leave a reply|Post a comment|Add your comment|View comments|Report this comment
Comments are closed|Join our mailing list|Share this|Contact us|E-mail us|Email us|Tweet this|Print this|Click here
Continue reading|Article continues|Content continues|Advertisement|Sponsored links|Promoted stories|Donate
Originally published|Filed under Harbours|Copyright 2020|Support our work|Consider a gift|Become a member
All rights reserved|Enter your name|Already a member|Create an account|Was this useful|Got a tip|Your browser
"""


def test_every_first_word_of_a_page_notice_is_recognised() -> None:
    # Most lines are skipped by their first word, before the pattern runs, so each first word must be listed.
    lines = [line for row in LINES.strip().split("\n") for line in row.split("|")]
    assert [line for line in lines if not is_page_element(f"» {line}", 0, len(line) + 2)] == []


@pytest.mark.parametrize("line", ["Follow our reporters on Instagram", "Get it today from the App Store", "News — x"])
def test_more_words_may_stand_within_a_page_notice(line: str) -> None:
    assert is_page_element(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "Follow the river on Monday",
        "Like many firms, it left the App Store",
        "Available on Monday",
        "News:room",
        "Now read this next story: x",
        "Log interest",
        "Read moreover",
    ],
)
def test_the_first_words_of_a_sentence_are_no_page_notice(line: str) -> None:
    assert not is_page_element(line, 0, len(line))
