"""Reads JSON lines: an article on each line, whose number is the article's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.api import Article, Failure


class JsonLinesReader:
    """The `.jsonl` format: the text is in the field `text`; other strings, such as `date`, become the metadata."""

    suffixes: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """Yield the articles in order, and a failure for each line that does not hold one."""
        import json

        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Failure("record", path, f"line {number} is not JSON: {error}; fix or remove it")
                continue
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                yield Failure("record", path, f'line {number} has no string in "text"; put the article there')
                continue
            meta = {key: value for key, value in row.items() if key != "text" and isinstance(value, str)}
            yield Article(path, row["text"], number, meta)
