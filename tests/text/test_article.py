"""The article: positions, cached views, equality and pickling."""

from __future__ import annotations

import pickle

import pytest

from newslint.api import Article, Span, lines
from newslint.text.lines import line_at, non_blank_lines
from newslint.text.scanner import Scanner


def test_only_a_line_feed_ends_a_line_of_the_canonical_text() -> None:
    article = Article("a", "one\u2028still one\u0085\f still\ntwo\r\nthree")
    assert [article[span] for span in article.get(lines)] == ["one still one still", "two", "three"]
    assert article.position(len("one\u2028still one\u0085\f st")).line == 1
    assert article.start_and_end_position(article.get(lines)[2])[0] == (3, 1, 27)


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 1, 4), (4, 2, 1), (6, 2, 3), (7, 3, 1)]
)
def test_positions_count_code_points_from_one(offset: int, line: int, column: int) -> None:
    assert Article("a", "a\U0001f600é\nbb\n").position(offset) == (line, column, offset)


def test_a_view_is_computed_once() -> None:
    calls = []

    def view(article: Article) -> int:
        calls.append(article)
        return len(calls)

    article = Article("a", "")
    assert (article.get(view), article.get(view), len(calls)) == (1, 1, 1)


def test_articles_compare_by_value_and_can_be_pickled() -> None:
    article = Article("a", "text", 3, {"date": "2025-05-23"})
    article.get(lines)
    again = pickle.loads(pickle.dumps(article))
    assert again == article
    assert hash(again) == hash(article)
    assert again != Article("a", "text", 4, {"date": "2025-05-23"})


def test_blocks_have_no_white_space_around_them_and_keep_their_place_in_the_file() -> None:
    article = Article("a", "\n  one \r\n\n\ttwo\n \n")
    assert [article[span] for span in article.get(non_blank_lines)] == ["one", "two"]
    assert [article.to_raw(span) for span in article.get(non_blank_lines)] == [Span(3, 6), Span(11, 14)]


def test_line_at_returns_the_line_that_holds_an_offset() -> None:
    article = Article("a", "one\n\ntwo")
    assert [article[line_at(article, offset)] for offset in (0, 3, 4, 5, 8)] == ["one", "one", "", "two", "two"]


def test_scanning_gives_an_equal_article_its_mentions() -> None:
    article = Article("a", "text", 3, {"date": "2025-05-23"})
    scanned = Scanner([{"k": ("text",)}]).scan(article)
    assert scanned == article
    assert scanned.mentions("k") == [(0, 4, "text")]
    assert scanned.mentions("other") == article.mentions("k") == ()
