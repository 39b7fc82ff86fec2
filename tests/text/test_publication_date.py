"""The publication date: which date of an article says when it was published."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.text.dates.publication import PublicationDate, publication_date
from newslint.text.dates.publication_candidates import publication_candidates
from newslint.text.lexicons import LEXICONS
from newslint.text.scanner import Scanner

SCANNER = Scanner(LEXICONS)
PARAGRAPH = (
    "The harbor board voted on Tuesday to close the old pier to all visitors until the engineers have looked at "
    "every one of its four hundred wooden piles."
)
BODY = "\n\n".join([PARAGRAPH] * 16)
MAY_16 = (2025, 5, 16)


def date_of(text: str, **meta: str) -> tuple[int, int, int] | None:
    date = SCANNER.scan(Article("a.txt", text, meta=meta)).get(publication_date)
    return (date.year, date.month, date.day) if date else None


@pytest.mark.parametrize(
    "line",
    [
        "Published May 16, 2025",
        "Published: May 16, 2025",
        "Published on May 16, 2025 at 9:30 a.m. EDT",
        "Posted by admin on May 16, 2025",
        "First published May 16, 2025",
        "Last updated: Friday, May 16, 2025, 21h05",
        "Article published May 16, 2025",
        "(Updated May 16, 2025)",
        "By Mara Quell | Updated May 16, 2025",
        "By Mara Quell — Updated May 16, 2025",
        "The story ran long. Date: May 16, 2025",
        "> Published May 16, 2025",
        "*Published May 16, 2025*",
        "This story was originally published May 16, 2025, in the Coast Wire.",
        "An earlier version of this article was first published May 16, 2025.",
        "A version of this article appears in print on May 16, 2025, on page 4.",
        "Published: 5/16/25",
        "Posted on 05.16.25",
        "Updated 5-16-25 at noon",
        "Published May 16, 2025 and last updated 2 hours ago",
        "Posted 9:30 AM, May 16, 2025",
        "Published: May 16, 2025, the day of the vote",
        "Published by Mara Quell on May 16, 2025. It held.",
        "Updated May 16, 2025 a.m. in the old town of Dunmere",
    ],
)
def test_a_label_marks_the_date(line):
    assert date_of(f"{BODY}\n\n{line}\n\n{PARAGRAPH}\n") == MAY_16


@pytest.mark.parametrize(
    "line",
    [
        "The study was published May 16, 2025, and read by few.",
        "It was updated May 16, 2025.",
        "Published May 16, 2025, the study was read by few.",
        "Published in a small journal of the islands on May 16, 2025, it was read by few.",
        "Published by the board of the harbor, which met to vote on it twice, on May 16, 2025",
        "Update: the pier was closed on May 16, 2025, by the board.",
        "This study was originally published May 16, 2025.",
        "Published in a small journal of the islands on May 16, 2025",
        "Published by mistake on May 16, 2025. It was withdrawn soon.",
        "Published May 2025",
        "Published: 5/16-25",
    ],
)
def test_a_word_in_a_sentence_is_no_label(line):
    assert date_of(f"{BODY}\n\n{line}\n\n{PARAGRAPH}\n") is None


@pytest.mark.parametrize(
    "line",
    [
        "May 16, 2025",
        "Friday, May 16, 2025",
        "May 16, 2025 | 9:30 a.m. PDT",
        "(May 16, 2025)",
        "May 16, 2025 · 3 min read",
        "May 16, 2025 originally, last modified 2 days ago",
        "May 16, 2025 modified May 18, 2025",
        "Friday @ 9:30 May 16, 2025",
        "By Mara Quell May 16, 2025",
        "By Mara Quell, Coast Wire May 16, 2025 Updated 3 hrs ago",
        "by mara quell, May 16, 2025",
        "Mara Quell May 16, 2025",
        "Coast Wire | May 16, 2025",
        "Source: May 16, 2025 | Harbors",
        "May 16, 2025 | Harbors",
        "May 16, 2025 • Harbors",
        "May 16, 2025 / Harbors",
        "May 16, 2025 at 9:30 in Dunmere",
        "DUNMERE, May 16, 2025 — The pier is closed to all visitors, the board said.",
        "Ostervik, May 16, 2025 (Coast Wire) - The pier is closed to all visitors, the board said.",
        "ST JOHN, May 16, 2025. -- The pier is closed to all visitors, the board said.",
        "DUNMERE, May 16, 2025) The pier is closed.",
    ],
)
def test_a_line_at_the_top_is_the_date(line):
    assert date_of(f"Old Pier Closed\n\n{line}\n\n{PARAGRAPH}\n") == MAY_16


@pytest.mark.parametrize(
    "line",
    [
        "The pier was closed on May 16, 2025, by the board.",
        "The pier was closed May 16, 2025 | Harbors",
        "By Mara Quell, who has for many years written about harbors, piers and also the sea May 16, 2025",
        "DUNMERE saw its old pier shut to all visitors by a vote of the board on May 16, 2025 — a first.",
        "Deadline: May 16, 2025",
        "Born May 16, 2025",
        "Photo By Mara Quell May 16, 2025",
        "Mara Quell (@quell) May 16, 2025",
        "mara quell May 16, 2025",
        "The Very Old Harbor Board Of Dunmere May 16, 2025",
        "FILE PHOTO, May 16, 2025 — The pier.",
        "the DUNMERE pier, May 16, 2025 — closed.",
        "DUNMERE, May 16, 2025, saw rain.",
        "May 16, 2025 The pier is closed to all visitors.",
        "May 16, 2025, " + "Harbors of the north and of the south and " * 3,
        "By Mara Quell, who has for many years written about harbors and piers and the sea, " * 2 + "May 16, 2025",
    ],
)
def test_another_line_at_the_top_is_not(line):
    assert date_of(f"Old Pier Closed\n\n{line}\n\n{PARAGRAPH}\n") is None


def test_a_date_below_a_tweet_is_the_tweets():
    assert date_of(f"Old Pier Closed\n\nIt is shut. — Harbor (@harbor)\n\nMay 16, 2025\n\n{PARAGRAPH}\n") is None
    assert date_of(f"Old Pier Closed\n\nIt is shut. — Harbor\n\nMay 16, 2025\n\n{PARAGRAPH}\n") == MAY_16


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{BODY}\n\nMay 16, 2025\n", MAY_16),
        (f"{BODY}\n\n(Updated) May 16, 2025, 9:30 a.m.\n", MAY_16),
        (f"{BODY}\n\nThey met May 16, 2025\n", None),
        (f"{BODY}\n\nMay 16, 2025, they met\n", None),
        (f"{BODY}\n\nSee also\n\nMay 16, 2025\n", None),  # below a list of links
        (f"{BODY}\n\nMay 16, 2025\n\n{PARAGRAPH}\n", None),  # neither near the top nor last
    ],
)
def test_the_last_line_may_be_the_date(text, date):
    assert date_of(text) == date


def test_a_label_comes_before_a_line_and_the_first_label_counts():
    text = f"May 14, 2025\n\n{PARAGRAPH}\n\nPublished May 16, 2025\n\nUpdated May 18, 2025\n"
    assert date_of(text) == MAY_16


@pytest.mark.parametrize(
    ("meta", "date"),
    [
        ({"date": "2025-05-16"}, MAY_16),
        ({"date": "20250516T0700"}, MAY_16),
        ({"date": "2024-02-29"}, (2024, 2, 29)),
        ({"date": "2025-02-29"}, (2025, 5, 14)),
        ({"date": "2025-13-01"}, (2025, 5, 14)),
        ({"date": "2025-00-01"}, (2025, 5, 14)),
        ({"date": "2025-01-00"}, (2025, 5, 14)),
        ({"date": "0000-01-01"}, (2025, 5, 14)),
        ({"date-if-none": "2025-05-16"}, (2025, 5, 14)),
    ],
)
def test_metadata_and_text(meta, date):
    assert date_of(f"May 14, 2025\n\n{PARAGRAPH}\n", **meta) == date


def test_a_date_of_the_metadata_for_articles_without_one():
    assert date_of(f"{PARAGRAPH}\n", **{"date-if-none": "2025-05-16"}) == MAY_16
    assert date_of(f"{PARAGRAPH}\n") is None


NOT_ALONE = "its line is neither a date line nor a byline, and no place before the date makes it a dateline"
NOT_FIRST = "it is not the first date of its line, or more than 120 characters stand before it"
IN_SENTENCE = "the label and the date are part of a sentence, not a timestamp"


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            f"{PARAGRAPH}\n\nPublished May 16, 2025\n\nIn May 2025, and on May 14, it rained.\n",
            [("May 16, 2025", MAY_16), ("May 2025", "it has no day"), ("May 14", "it has no year")],
        ),
        ("It rained in May, years ago and last week.", []),
        # A label of another date, or too far before it, says nothing about this one.
        (
            f"Published May 16, 2025, the study was read on May 18, 2025, by few. {PARAGRAPH}\n",
            [
                ("May 16, 2025", IN_SENTENCE),
                ("May 18, 2025", NOT_FIRST),
            ],
        ),
        (
            f"It was published May 16, 2025.\n\n{PARAGRAPH}\n",
            [("May 16, 2025", NOT_ALONE)],
        ),
        (
            f"May 16, 2025\n\n{PARAGRAPH} May 18, 2025, was dull.\n",
            [
                ("May 16, 2025", MAY_16),
                ("May 18, 2025", NOT_FIRST),
            ],
        ),
        (
            f"Pier Shut — Harbor (@harbor)\n\nMay 16, 2025\n\n{PARAGRAPH}\n",
            [("May 16, 2025", "it stands below a tweet, and is the date of that")],
        ),
        (
            f"{BODY}\n\nOn May 16, 2025, it rained.\n\n{PARAGRAPH}\n\nMay 18, 2025\n",
            [
                (
                    "May 16, 2025",
                    "no label precedes it, and it stands neither in the first 15 lines nor in the last",
                ),
                ("May 18, 2025", (2025, 5, 18)),
            ],
        ),
        (
            f"{BODY}\n\nIt rained May 18, 2025\n",
            [("May 18, 2025", NOT_ALONE)],
        ),
        (
            f"{BODY}\n\nPosted by a reader of May 14, 2025, who is old.\n\n{PARAGRAPH}\n",
            [("May 14, 2025", IN_SENTENCE)],
        ),
    ],
)
def test_every_date_is_the_publication_date_or_has_a_reason(text, outcomes):
    article = SCANNER.scan(Article("a.txt", text))
    found = [
        (article[span], (one.year, one.month, one.day) if isinstance(one, PublicationDate) else one.reason)
        for span, one in publication_candidates(article)
    ]
    assert found == outcomes
