"""The articles of a run, read again: for reporters that show them, and for fixes that come of comparing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from newslint.api import Article
from newslint.files import Source
from newslint.linter.linter import Linter
from newslint.linter.read_articles import read_articles
from newslint.model import Failure


class ArticleStore:
    """Asked in the order of output, so a file of many records is read on from where the last one stood."""

    def __init__(self, linter: Linter, sources: Sequence[Source]) -> None:
        self._session = linter
        self._sources = sources  # in the order of their paths
        self._path: str | None = None
        self._coming: Iterator[Article | Failure] = iter(())
        self.article_of = lru_cache(maxsize=4)(self._article_of)  # a reporter asks more than once for one article

    def text_of(self, path: str, record: int | None) -> str:
        """An article's text; empty where the file no longer has it."""
        article = self.article_of(path, record)
        return article.text if article else ""

    def _article_of(self, path: str, record: int | None) -> Article | None:
        found = self._advance_to(record) if path == self._path else None
        if found is None:  # another file, or a record that was passed already
            self._path, self._coming = path, read_articles(self._session, self._source(path))
            found = self._advance_to(record)
        return found

    def _source(self, path: str) -> Source:
        at = bisect_left(self._sources, path, key=attrgetter("path"))  # a table of them all would weigh as much as they
        if self._sources[at : at + 1] and self._sources[at].path == path:
            return self._sources[at]
        raise KeyError(path)

    def _advance_to(self, record: int | None) -> Article | None:
        for item in self._coming:
            if isinstance(item, Article) and item.record == record:
                return item
        return None
