"""The article: positions, cached views, equality and pickling."""

from __future__ import annotations

import pickle

import pytest

from newslint.api import Article, Span, lines
from newslint.text.lines import line_at, non_blank_lines
from newslint.text.scanner import Scanner


def test_only_a_line_feed_ends_a_line() -> None:
    article = Article("a", "one\u2028still one\u0085\f\rstill\ntwo\r\nthree")
    assert article.position(len("one\u2028still one\u0085\f\rst")).line == 1
    assert [article[span] for span in article.get(lines)] == ["one\u2028still one\u0085\f\rstill", "two", "three"]


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


def test_filled_lines_exclude_surrounding_white_space() -> None:
    article = Article("a", "\n  one \r\n\n\ttwo\n \n")
    assert [article[span] for span in article.get(non_blank_lines)] == ["one", "two"]
    assert article.get(non_blank_lines)[0] == Span(3, 6)


def test_line_at_returns_the_line_that_holds_an_offset() -> None:
    article = Article("a", "one\n\ntwo")
    assert [article[line_at(article, offset)] for offset in (0, 3, 4, 5, 8)] == ["one", "one", "", "two", "two"]


def test_scanning_gives_an_equal_article_its_mentions() -> None:
    article = Article("a", "text", 3, {"date": "2025-05-23"})
    scanned = Scanner([{"k": ("text",)}]).scan(article)
    assert scanned == article
    assert scanned.mentions("k") == [(0, 4, "text")]
    assert scanned.mentions("other") == article.mentions("k") == ()
