"""The article store: it reads a file of records forwards, and from the beginning only when it must."""

from __future__ import annotations

import json
from collections.abc import Iterator

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


def test_requests_for_earlier_records_do_not_read_the_file_again_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    count, read = 300, 0
    read_articles = article_store.read_articles

    def counted(linter: Linter, source: Source) -> Iterator[Article | Failure]:
        nonlocal read
        for item in read_articles(linter, source):
            read += 1
            yield item

    monkeypatch.setattr(article_store, "read_articles", counted)
    rows = "\n".join(json.dumps({"text": f"text {number}"}) for number in range(1, count + 1))
    store = ArticleStore(build_linter(Settings()), [Source("a.jsonl", rows.encode())])
    for record in range(1, count + 1):
        for related in (record, max(1, record - 20), 1):
            assert store.text_of("a.jsonl", related) == f"text {related}"
    assert read <= 3 * count
