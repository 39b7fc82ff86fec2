"""Reads JSON lines: an article a line, its text in `text`; the line number is the article's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.api import Article, Failure


class JsonLinesReader:
    """Every other field that holds a string (`date`, `title`, …) becomes meta."""

    suffixes: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """The articles in order; a line that holds none is a failure, and the rest is read."""
        import json

        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Failure("record", path, f"line {number} is not JSON: {error}; mend or remove it")
                continue
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                yield Failure("record", path, f'line {number} has no string in "text"; put the article there')
                continue
            meta = {key: value for key, value in row.items() if key != "text" and isinstance(value, str)}
            yield Article(path, row["text"], number, meta)
