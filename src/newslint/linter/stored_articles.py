"""Articles of files of records in a temporary file: their texts may need more memory than there is."""

from __future__ import annotations

import pickle
import weakref
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO, Any

from newslint.api import Article
from newslint.model import Failure

MAX_CACHED_ARTICLES = 4  # a reporter asks for the places of a finding one by one


class StoredArticles:
    """Articles by path and record."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 it has no name, and goes when it is closed
        weakref.finalize(self, _close, self._file)
        self._end = 0
        self._offsets: dict[str, dict[int | None, int]] = {}  # by path and record
        self._values = lru_cache(maxsize=MAX_CACHED_ARTICLES)(self._read)

    def __contains__(self, path: str) -> bool:
        return path in self._offsets

    def add(self, path: str, items: Iterable[Article | Failure]) -> None:
        """Store all articles of a file."""
        offsets = self._offsets[path] = {}
        self._file.seek(self._end)
        for item in items:
            if isinstance(item, Article) and item.record not in offsets:
                offsets[item.record] = self._file.tell()
                values = item.path, item.raw, item.record, dict(item.meta), item.blocks
                pickle.dump(values, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()

    def text_of(self, path: str, record: int | None) -> str:
        """Return the text of an article; empty if the file has none for this record."""
        values = self._values(path, record)
        return values[1] if values else ""

    def article_of(self, path: str, record: int | None) -> Article | None:
        """Return an article; None if the file has none for this record."""
        values = self._values(path, record)
        return Article(*values) if values else None

    def _read(self, path: str, record: int | None) -> tuple[Any, ...] | None:
        offset = self._offsets[path].get(record)
        if offset is None:
            return None
        self._file.seek(offset)
        values: tuple[Any, ...] = pickle.load(self._file)
        return values


def _close(file: IO[bytes]) -> None:
    # A copy of this process shares the place in the file, and may have moved it: the buffer then cannot give it back.
    with suppress(OSError):
        file.close()
