"""Reads JSON lines: an article on each line, whose number is the article's record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.api import Article, Failure
from newslint.readers.metadata import field_value, metadata


class JsonLinesReader:
    """The `.jsonl` format: a field holds the text, and others the metadata. The configuration may name both."""

    suffixes: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")
    text_keys: Sequence[str] = ("text",)
    date_keys: Sequence[str] | None = None

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """Yield the articles in order, and a failure for each line that does not hold one."""
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Failure("record", path, f"line {number} is not JSON: {error}; fix or remove it")
                continue
            fields = row if isinstance(row, dict) else {}
            content = next((value for key in self.text_keys if (value := field_value(fields, key)) is not None), None)
            if not isinstance(content, str):
                names = " or ".join(f'"{key}"' for key in self.text_keys)
                advice = "put the article there, or name its field with text-key in .newslint.toml"
                yield Failure("record", path, f"line {number} has no string in {names}; {advice}")
                continue
            others = {name: value for name, value in fields.items() if name not in self.text_keys}
            yield Article(path, content, number, metadata(others, self.date_keys))
