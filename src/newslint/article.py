"""An article: a text that never changes, with the views that were computed from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from newslint.model import Mention, Position, Span

T = TypeVar("T")
View = Callable[["Article"], T]
"""A function that computes something from an article alone: `article.get(view)` computes it once."""
_MISSING: Any = object()


class Article:
    """One article. Two articles are equal if their path, text, record and meta are; the rest is computed from these.

    `path` is the file's path as newslint prints it, relative and with `/`. `record` is the line, from 1, of the JSONL
    file that holds the article, or None. `meta` holds strings that a reader knows beside the text (`date`, …).

    A reader makes an article of these four. The engine scans it and gives rules the same article with
    `mentions_by_kind`: the mentions of every kind of word, in the order of their ends; kinds without one are absent.
    """

    __slots__ = ("_line_starts", "_views", "mentions_by_kind", "meta", "path", "record", "text")

    def __init__(
        self,
        path: str,
        text: str,
        record: int | None = None,
        meta: Mapping[str, str] | None = None,
        mentions_by_kind: Mapping[str, Sequence[Mention]] | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.record = record
        self.meta: Mapping[str, str] = meta or {}
        self.mentions_by_kind: Mapping[str, Sequence[Mention]] = mentions_by_kind or {}
        self._views: dict[View[Any], Any] = {}
        self._line_starts: list[int] | None = None

    def __getitem__(self, span: tuple[int, int] | Span) -> str:
        return self.text[span[0] : span[1]]

    def get(self, view: View[T]) -> T:
        """Return `view(article)`, computed once. The function itself is the cache key: use a named one."""
        value: T = self._views.get(view, _MISSING)
        if value is _MISSING:
            value = self._views[view] = view(self)
        return value

    def mentions(self, kind: str) -> Sequence[Mention]:
        """Return the mentions of one kind of word, in the order of their ends; none lies within another."""
        return self.mentions_by_kind.get(kind, ())

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts, in order. Only `\\n` ends a line."""
        if self._line_starts is None:
            starts, line_end = [0], self.text.find("\n")
            while line_end >= 0:
                starts.append(line_end + 1)
                line_end = self.text.find("\n", line_end + 1)
            self._line_starts = starts
        return self._line_starts

    def line_index(self, offset: int) -> int:
        """Return the index in `line_starts` of the line that contains an offset."""
        return bisect_right(self.line_starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        index = self.line_index(offset)
        return Position(index + 1, offset - self.line_starts[index] + 1, offset)

    def start_and_end_position(self, span: tuple[int, int] | Span) -> tuple[Position, Position]:
        """Return the positions of a span's start and end."""
        return self.position(span[0]), self.position(span[1])

    def _value(self) -> tuple[str, str, int | None, dict[str, str]]:
        return self.path, self.text, self.record, dict(self.meta)

    def __eq__(self, other: object) -> bool:
        return self._value() == other._value() if isinstance(other, Article) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.path, self.record, self.text))

    def __repr__(self) -> str:
        return f"Article({self.path!r}, {len(self.text)} characters)"

    def __reduce__(self) -> tuple[type[Article], tuple[str, str, int | None, dict[str, str]]]:
        return Article, self._value()
