"""The article store: it reads a file of records forwards, and from the beginning only when it must."""

from __future__ import annotations

import json

from newslint.config.settings import Settings
from newslint.files import Source
from newslint.linter.article_store import ArticleStore
from newslint.linter.linter import build_linter


def test_records_can_be_read_in_any_order() -> None:
    rows = "\n".join(json.dumps({"text": f"text {number}"}) for number in range(1, 9))
    texts = ArticleStore(build_linter(Settings()), [Source("a.jsonl", rows.encode()), Source("b.txt", b"other")])
    for record in (1, 2, 5, 3, 8, 1, 8, 7):
        assert texts.text_of("a.jsonl", record) == f"text {record}"
    assert texts.text_of("b.txt", None) == "other"
    assert texts.text_of("a.jsonl", 4) == "text 4"
    assert texts.text_of("a.jsonl", 99) == ""
    assert texts.text_of("a.jsonl", 8) == "text 8"
