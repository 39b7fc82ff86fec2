"""Short lines: their position and shape, the words they share with the article, and their deletion."""

from __future__ import annotations

import pytest

from newslint.api import (
    Article,
    Span,
    body_overlap_ratio,
    body_vocabulary,
    content_words,
    deletion_spans,
    line_style,
    short_blocks,
)
from newslint.text.page.deletions import overlaps_any

LONG = "The council voted on Tuesday to close the bridge for repairs, and to send the traffic over the ring road. " * 2


def test_the_position_of_a_short_block() -> None:
    article = Article("a", f"Headline\n{LONG}\nBetween\n\n{LONG}\nOne\nTwo\n")
    found = article.get(short_blocks)
    assert [article[block.span] for block in found] == ["Headline", "Between", "One", "Two"]
    assert [block.number for block in found] == [0, 2, 4, 5]
    assert [(block.after_long, block.before_long) for block in found] == [
        (False, True),
        (True, True),
        (True, False),
        (False, False),
    ]
    assert [block.before_body for block in found] == [True, False, False, False]
    assert [block.after_body for block in found] == [False, False, True, True]


def test_without_long_blocks_every_block_is_leading_and_trailing() -> None:
    (block,) = Article("a", "\n  A line \n").get(short_blocks)
    assert block.span == (1, 7) and block.before_body and block.after_body
    assert Article("a", LONG).get(short_blocks) == []


@pytest.mark.parametrize(
    ("line", "titled", "capitals", "ending"),
    [
        ("What the Bridge Means for You", 1.0, 0.0, "u"),
        ("what the Bridge means for you", 0.5, 0.0, "u"),
        ("WHAT NOW?", 0.0, 1.0, "?"),
        ("A Big Deal", 1.0, 0.0, "l"),
        ("“It is over.”", 0.0, 0.0, "."),
        ("—", 0.0, 0.0, "—"),
    ],
)
def test_the_shape_of_a_line(line: str, titled: float, capitals: float, ending: str) -> None:
    form = line_style(Article("a", line), (0, len(line)))
    assert form[1:] == (titled, capitals, ending)


def test_overlap_ignores_stop_words() -> None:
    article = Article("a", f"{LONG}\nThe Bridges and the Councils\nWhat to Know About Penguins\nWhat Now")
    bridges, penguins, empty = (line_style(article, block.span).words for block in article.get(short_blocks))
    assert content_words(bridges) == ["bridges", "councils"]
    assert content_words(["B", "Bridge"]) == ["bridge"]
    assert body_overlap_ratio(article, bridges) == 1.0
    assert body_overlap_ratio(article, penguins) == 0.0
    assert body_overlap_ratio(article, empty) == 1.0


def test_overlap_matches_the_beginnings_of_words() -> None:
    own = Article("a", LONG).get(body_vocabulary)
    assert "traffic" in own and "repairing" in own
    assert "idge" not in own and "ouncil" not in own


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("P\nAD\nQ\n", "P\nQ\n"),
        ("P\n\nAD\n\nQ\n", "P\n\nQ\n"),
        ("P\n\nAD\nQ\n", "P\n\nQ\n"),
        ("P\nAD\n\nQ\n", "P\n\nQ\n"),
        ("AD\n\nQ\n", "Q\n"),
        ("P\n\nAD\n", "P\n"),
        ("P\n\nAD", "P"),
        ("P ADQ", "P Q"),
        ("P\r\n\r\nAD\r\n\r\nQ\r\n", "P\r\n\r\nQ\r\n"),
        ("P\n \n  AD \n \nQ\n", "P\n \nQ\n"),
        ("P. AD Q", "P. Q"),
        ("AD Q", "Q"),
        ("P. AD \nQ", "P.\nQ"),
        ("P. AD\r\nQ", "P.\r\nQ"),
        ("AD", ""),
    ],
)
def test_a_deletion_leaves_no_gap_and_changes_nothing_else(text: str, left: str) -> None:
    at = text.index("AD")
    article = Article("a", text)
    ((start, end),) = [
        article.to_deletion(span) for span in deletion_spans(article, [article.to_canonical((at, at + 2))])
    ]
    assert text[:start] + text[end:] == left


def test_a_span_overlaps_the_last_of_the_others_that_begins_before_its_end() -> None:
    others = [Span(0, 2), Span(4, 6)]
    assert [overlaps_any(Span(*span), others) for span in ((1, 3), (2, 4), (5, 9), (6, 9))] == [
        True,
        False,
        True,
        False,
    ]
