"""Reads plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.api import Article


class TextReader:
    """The `.txt` format: the whole file is one article."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt",)

    def read(self, path: str, text: str) -> Iterator[Article]:
        """Yield one article, also for an empty file."""
        yield Article(path, text)
