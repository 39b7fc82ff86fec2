"""The article: a text that never changes, with everything that was read out of it kept beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from newslint.model import Mention, Position, Span

T = TypeVar("T")
View = Callable[["Article"], T]
_MISSING: Any = object()


class Article:
    """One article. Its value is path, text, record and meta; what is read out of it is a cache.

    `path` is how people know it (relative, with `/`), `record` the line of a JSONL file that holds it (from 1) or
    None, `meta` what a reader knows from outside the text (`date`, `title`, …), as strings.
    """

    __slots__ = ("_mentions", "_starts", "_views", "meta", "path", "record", "text")

    def __init__(self, path: str, text: str, record: int | None = None, meta: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.text = text
        self.record = record
        self.meta: Mapping[str, str] = meta or {}
        self._mentions: Mapping[str, Sequence[Mention]] | None = None
        self._views: dict[View[Any], Any] = {}
        self._starts: list[int] | None = None

    def __getitem__(self, span: tuple[int, int] | Span) -> str:
        return self.text[span[0] : span[1]]

    def get(self, view: View[T]) -> T:
        """What `view` reads out of this article; computed once. The function itself is the key."""
        value: T = self._views.get(view, _MISSING)
        if value is _MISSING:
            value = self._views[view] = view(self)
        return value

    @property
    def mentions_by_kind(self) -> Mapping[str, Sequence[Mention]]:
        """Every mention by kind; kinds that the article does not mention are absent."""
        if self._mentions is None:
            raise LookupError(f"{self.path}: the article was not scanned; a Scanner's `read` does that")
        return self._mentions

    def _set_mentions(self, mentions: Mapping[str, Sequence[Mention]]) -> None:
        """Take what the one pass over the text found. The scanner alone calls this."""
        self._mentions = mentions

    def mentions(self, kind: str) -> Sequence[Mention]:
        """The mentions of one kind of word, in order of their ends; none within another of the same kind."""
        return self.mentions_by_kind.get(kind, ())

    @property
    def line_starts(self) -> list[int]:
        """Where each line begins. Only `\\n` ends a line."""
        if self._starts is None:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def position(self, offset: int) -> Position:
        """Line and column of a code point."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1, offset)

    def start_and_end_position(self, span: tuple[int, int] | Span) -> tuple[Position, Position]:
        """The positions of a span's two ends."""
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
