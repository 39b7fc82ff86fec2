"""The articles of a run, read again: for reporters that show them, and for fixes of rules that compare articles."""

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

MAX_CACHED_ARTICLES = 4  # a reporter asks for the same article more than once


class ArticleStore:
    """Articles by path and record. Requests in output order read a file of many records only once.

    A request for an earlier record, such as that of a related location, keeps the text of all records of the file, so
    that each of many such requests does not read the file again.
    """

    def __init__(self, linter: Linter, sources: Sequence[Source]) -> None:
        self._linter = linter
        self._sources = sources  # sorted by path
        self._path: str | None = None
        self._last = 0  # the record that was read last
        self._unread: Iterator[Article | Failure] = iter(())  # the articles of the file at that path
        self._texts: dict[int | None, str] = {}  # of the file at `_texts_path`, by record
        self._texts_path: str | None = None
        self.article_of = lru_cache(maxsize=MAX_CACHED_ARTICLES)(self._article_of)

    def text_of(self, path: str, record: int | None) -> str:
        """Return the text of an article; empty if the file does not hold it any more."""
        if path != self._texts_path and self._is_behind(path, record):
            articles = read_articles(self._linter, self._source(path))
            self._texts = {item.record: item.raw for item in articles if isinstance(item, Article)}
            self._texts_path = path
        if path == self._texts_path:
            return self._texts.get(record, "")
        article = self.article_of(path, record)
        return article.raw if article else ""

    def _is_behind(self, path: str, record: int | None) -> bool:
        """Return whether the open file of many records has been read further than this one."""
        return path == self._path and record is not None and record < self._last

    def _article_of(self, path: str, record: int | None) -> Article | None:
        article = self._advance_to(record) if path == self._path else None
        if article is None:  # another file, or an earlier record of this one
            self._path, self._unread = path, read_articles(self._linter, self._source(path))
            self._last = 0
            article = self._advance_to(record)
        return article

    def _source(self, path: str) -> Source:
        index = bisect_left(self._sources, path, key=attrgetter("path"))  # a dict would need as much memory again
        if self._sources[index : index + 1] and self._sources[index].path == path:
            return self._sources[index]
        raise KeyError(path)

    def _advance_to(self, record: int | None) -> Article | None:
        for item in self._unread:
            if isinstance(item, Article):
                self._last = item.record or 0
                if item.record == record:
                    return item
        return None
