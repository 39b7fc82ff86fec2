"""The articles of a run, read again: for reporters that show them, and for fixes of rules that compare articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from newslint.api import Article
from newslint.engine.checker import format_exception
from newslint.files import Source
from newslint.linter.linter import Linter
from newslint.linter.read_articles import read_articles, reader_label
from newslint.model import Failure
from newslint.plugin_loader import PluginError

if TYPE_CHECKING:
    from newslint.linter.stored_articles import StoredArticles

MAX_CACHED_ARTICLES = 4  # a reporter asks for the same article more than once


class ArticleStore:
    """Articles by path and record. Requests in output order read a file of many records only once.

    A file of records that must be opened again, because a related location is in it or in another such file, is read
    once more in all, however many requests follow: its articles then wait in a temporary file.
    """

    def __init__(self, linter: Linter, sources: Sequence[Source]) -> None:
        self._linter = linter
        self._sources = sources  # sorted by path
        self._path: str | None = None
        self._unread: Iterator[Article | Failure] = iter(())  # the articles of the file at that path
        self._opened: set[str] = set()  # the files of records that were read before
        self._stored: StoredArticles | None = None
        self.article_of = lru_cache(maxsize=MAX_CACHED_ARTICLES)(self._article_of)

    def text_of(self, path: str, record: int | None) -> str:
        """Return the text of an article; empty if the file does not hold it any more."""
        if self._stored and path in self._stored:
            return self._stored.text_of(path, record)
        article = self.article_of(path, record)
        return article.raw if article else ""

    def _article_of(self, path: str, record: int | None) -> Article | None:
        if self._stored and path in self._stored:
            return self._stored.article_of(path, record)
        article = self._advance_to(record) if path == self._path else None
        if article is None:  # another file, or an earlier record of this one
            if path in self._opened:
                return self._store(path).article_of(path, record)
            if record is not None:
                self._opened.add(path)
            self._path, self._unread = path, self._read(path)
            article = self._advance_to(record)
        return article

    def _store(self, path: str) -> StoredArticles:
        if self._stored is None:
            from newslint.linter.stored_articles import StoredArticles  # few runs need it

            self._stored = StoredArticles()
        self._stored.add(path, self._read(path))
        if path == self._path:
            self._path, self._unread = None, iter(())
        return self._stored

    def _read(self, path: str) -> Iterator[Article | Failure]:
        """Yield the articles of a file. Raises PluginError for a reader that takes too long."""
        items = read_articles(self._linter, self._source(path))
        reader = reader_label(self._linter, path)
        while True:
            try:
                with self._linter.guard(reader):
                    item = next(items, None)
            except TimeoutError as error:
                raise PluginError(f"{path}: {reader}: {format_exception(error)}") from error
            if item is None:
                return
            yield item

    def _source(self, path: str) -> Source:
        index = bisect_left(self._sources, path, key=attrgetter("path"))  # a dict would need as much memory again
        if self._sources[index : index + 1] and self._sources[index].path == path:
            return self._sources[index]
        raise KeyError(path)

    def _advance_to(self, record: int | None) -> Article | None:
        for item in self._unread:
            if isinstance(item, Article) and item.record == record:
                return item
        return None
