"""The article store: it reads a file of records forwards, and from the beginning only when it must."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.files import Source
from newslint.linter import article_store
from newslint.linter.article_store import ArticleStore
from newslint.linter.linter import Linter, build_linter
from newslint.model import Failure


def test_records_can_be_read_in_any_order() -> None:
    rows = "\n".join(json.dumps({"text": f"text {number}"}) for number in range(1, 9))
    texts = ArticleStore(build_linter(Settings()), [Source("a.jsonl", rows.encode()), Source("b.txt", b"other")])
    for record in (1, 2, 5, 3, 8, 1, 8, 7):
        assert texts.text_of("a.jsonl", record) == f"text {record}"
    assert texts.text_of("b.txt", None) == "other"
    assert texts.text_of("a.jsonl", 4) == "text 4"
    assert texts.text_of("a.jsonl", 99) == ""
    assert texts.text_of("a.jsonl", 8) == "text 8"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the path of each file that the store reads, as often as it does."""
    paths = []
    read_articles = article_store.read_articles

    def counted(linter: Linter, source: Source) -> Iterator[Article | Failure]:
        paths.append(source.path)
        return read_articles(linter, source)

    monkeypatch.setattr(article_store, "read_articles", counted)
    return paths


def records(name: str, count: int) -> Source:
    rows = "\n".join(json.dumps({"text": f"{name} {number}", "date": "2024-05-05"}) for number in range(1, count + 1))
    return Source(f"{name}.jsonl", rows.encode())


def test_requests_for_earlier_records_do_not_read_the_file_again_each_time(opened: list[str]) -> None:
    store = ArticleStore(build_linter(Settings()), [records("a", 300)])
    for record in range(1, 301):
        for related in (record, max(1, record - 20), 1):
            assert store.text_of("a.jsonl", related) == f"a {related}"
    assert opened == ["a.jsonl"] * 2


@pytest.mark.parametrize("related", [lambda n: n, lambda n: 50 - n, lambda n: n * 7 % 50 + 1])
def test_related_records_of_other_files_do_not_read_them_each_time(
    opened: list[str], related: Callable[[int], int]
) -> None:
    store = ArticleStore(build_linter(Settings()), [records(name, 50) for name in "abc"])
    for name in "abc":
        for record in range(1, 50):
            assert store.text_of(f"{name}.jsonl", record) == f"{name} {record}"
            for other in "abc":
                at = related(record)
                article = store.article_of(f"{other}.jsonl", at)
                assert article is not None
                assert (article.raw, article.record, dict(article.meta)) == (
                    f"{other} {at}",
                    at,
                    {"date": "2024-05-05"},
                )
                assert store.text_of(f"{other}.jsonl", 99) == ""
    assert sorted(opened) == [f"{name}.jsonl" for name in "aabbcc"]


def test_a_file_of_one_article_is_read_when_it_is_asked_for(opened: list[str]) -> None:
    sources = [Source(f"{name}.txt", name.encode()) for name in "ab"]
    store = ArticleStore(build_linter(Settings()), sources)
    for name in "abab":
        assert store.text_of(f"{name}.txt", None) == name
    assert opened == ["a.txt", "b.txt"]


def test_a_stored_record_is_read_once_for_all_places_in_it() -> None:
    store = ArticleStore(build_linter(Settings()), [records("a", 9)])
    for record in (9, 1):  # it is stored, since the file must be read again
        store.text_of("a.jsonl", record)
    assert store.text_of("a.jsonl", 5) is store.text_of("a.jsonl", 5)
