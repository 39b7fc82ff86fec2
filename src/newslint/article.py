"""An article: its raw text, the canonical text that rules read, and the views that were computed from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from newslint.canonical.canonicalize import canonicalize
from newslint.canonical.characters import undecoded
from newslint.canonical.line_signs import may_end_paragraph
from newslint.canonical.long_texts import LONG_TEXT_CHARS, line_starts, offsets
from newslint.canonical.long_texts import is_long as is_long_text
from newslint.model import Mention, Position, Span, TextBlock, make_position

if TYPE_CHECKING:
    from newslint.compact_spans import CompactSpans

T = TypeVar("T")
S = TypeVar("S", bound=tuple[Any, ...])
if TYPE_CHECKING:
    SpanList = list[S] | CompactSpans[S]
View = Callable[["Article"], T]
"""A function that computes something from an article alone: `article.get(view)` computes it once.

A view may be a generator: of a long article, whose items would take much memory, each `get` runs it anew.
"""
_MISSING: Any = object()
MAX_LINE_TAIL_CHARS = 40  # before a line end, in which its sentence's end is looked for


class Article:
    """One article. Two articles are equal if their path, raw text, record, meta and blocks are.

    `path` is the file's path as newslint prints it, relative and with `/`. `raw` is the text as the file holds it: the
    offsets of locations and fixes are offsets of it. `record` is the line, from 1, of the JSONL file that holds the
    article, or None. `meta` holds strings that a reader knows beside the text (`date`, …). `blocks` are the parts of
    `raw` that are text, in order, if the file has markup; without them all of it is. An iterator of them takes less
    memory than a list.

    A reader makes an article of these five. `text` is the canonical text, made from them once: rules and views read it
    alone, and spans are spans of it. Only `\\n` ends a line of it, and a line is a block; `line_starts` are the offsets
    at which its lines start. The engine scans the article and gives rules the same article with `mentions_by_kind`: the
    mentions of every kind of word, in the order of their ends; kinds without one are absent.
    """

    __slots__ = (
        "_doubtful_line_ends",
        "_raw_line_starts",
        "_span_map",
        "_views",
        "blocks",
        "has_raw_offsets",
        "line_starts",
        "mentions_by_kind",
        "meta",
        "path",
        "raw",
        "record",
        "text",
    )

    def __init__(
        self,
        path: str,
        raw: str,
        record: int | None = None,
        meta: Mapping[str, str] | None = None,
        blocks: Iterable[TextBlock] | None = None,
    ) -> None:
        self.path = path
        self.raw = raw
        self.record = record
        self.meta: Mapping[str, str] = meta or {}
        self.blocks = blocks if blocks is None or isinstance(blocks, Sequence) else _block_list(raw, blocks)
        # What is not a string is reported where readers are called, and the articles behind it are read.
        canonical = canonicalize(raw if isinstance(raw, str) else "", self.blocks)
        self.text, self.line_starts, self._span_map, self._doubtful_line_ends, is_unwrapped = canonical
        # Spans and edits of `text` are then those of `raw`: the usual case.
        self.has_raw_offsets = self._span_map is None and blocks is None and not is_unwrapped
        self.mentions_by_kind: Mapping[str, Sequence[Mention]] = {}
        self._views: dict[View[Any], Any] = {}
        self._raw_line_starts: Sequence[int] | None = None

    def with_mentions(self, mentions_by_kind: Mapping[str, Sequence[Mention]]) -> Article:
        """Return the same article with other mentions, and with no view computed."""
        scanned = object.__new__(Article)
        scanned.path, scanned.raw, scanned.record = self.path, self.raw, self.record
        scanned.meta, scanned.blocks = self.meta, self.blocks
        scanned.text, scanned._span_map = self.text, self._span_map
        scanned._doubtful_line_ends, scanned.has_raw_offsets = self._doubtful_line_ends, self.has_raw_offsets
        scanned.mentions_by_kind = mentions_by_kind
        scanned._views = {}
        scanned.line_starts, scanned._raw_line_starts = self.line_starts, self._raw_line_starts
        return scanned

    def __getitem__(self, span: tuple[int, int] | Span) -> str:
        """Return the canonical text of a span."""
        return self.text[span[0] : span[1]]

    @overload
    def get(self, view: View[Iterator[T]]) -> Iterable[T]: ...
    @overload
    def get(self, view: View[T]) -> T: ...
    def get(self, view: View[Any]) -> Any:
        """Return `view(article)`, computed once. The function itself is the cache key: use a named one.

        What a generator yields comes as a list, or of a long article as an iterator: go over it once.
        """
        value = self._views.get(view, _MISSING)
        if value is _MISSING:
            value = view(self)
            if hasattr(value, "__next__"):  # a compiled generator is of a type of its own
                if is_long(self):
                    return value
                value = list(value)
            self._views[view] = value
        return value

    def drop_views(self, *, of_others_than: str) -> None:
        """Forget what views have computed that neither newslint nor this package has, to save memory."""
        kept = (__name__.partition(".")[0], of_others_than)
        self._views = {view: value for view, value in self._views.items() if view.__module__.partition(".")[0] in kept}

    def mentions(self, kind: str) -> Sequence[Mention]:
        """Return the mentions of one kind of word, in the order of their ends; none lies within another."""
        return self.mentions_by_kind.get(kind, ())

    def line_index(self, offset: int) -> int:
        """Return the index in `line_starts` of the line of `text` that contains an offset."""
        return bisect_right(self.line_starts, offset) - 1

    def to_raw(self, span: tuple[int, int] | Span) -> Span:
        """Return the span of `raw` from which a span of `text` was made."""
        return self._span_map.to_raw(span) if self._span_map else Span(span[0], span[1])

    def to_deletion(self, span: tuple[int, int] | Span) -> Span:
        """Return the span of `raw` to delete for a span of `text`, with the white space that `text` leaves out."""
        if self._span_map is None:
            return Span(span[0], span[1])
        return self._span_map.to_raw(span) if self.blocks else self._span_map.to_deletion(span)

    def to_canonical(self, span: tuple[int, int] | Span) -> Span:
        """Return the span of `text` that was made from a span of `raw`; it is empty for markup."""
        return self._span_map.to_canonical(span) if self._span_map else Span(span[0], span[1])

    def undecoded(self) -> list[tuple[Span, str]]:
        """Return the spans of `raw` that hold entities (`&nbsp;`) or mojibake, each with what `text` has instead.

        In a file with markup, entities are part of the markup: the list is empty.
        """
        if self._span_map is None or self.blocks is not None:
            return []
        return [(Span(start, end), new) for start, end, new in undecoded(self.raw)]

    def may_be_two_blocks(self, span: tuple[int, int] | Span) -> bool:
        """Return whether a span of `text` may be two paragraphs: a full line ends with a sentence in it.

        Only the width of the lines puts that line end within a paragraph. Where no sentence ends, a full line seldom
        ends a paragraph; a fix is not applied there all the same (see `has_doubtful_line_end`).
        """
        return any(map(self._follows_sentence, self._doubtful_within(span)))

    def has_doubtful_line_end(self, span: tuple[int, int] | Span) -> bool:
        """Return whether a span of `text` has a line end that only the width of the lines puts within a paragraph."""
        return bool(self._doubtful_within(span))

    def _follows_sentence(self, offset: int) -> bool:
        return may_end_paragraph(self.raw[max(0, offset - MAX_LINE_TAIL_CHARS) : offset].rstrip())

    def _doubtful_within(self, span: tuple[int, int] | Span) -> Sequence[int]:
        if not self._doubtful_line_ends:
            return ()
        start, end = self.to_raw(span)
        doubtful = self._doubtful_line_ends
        return doubtful[bisect_left(doubtful, start) : bisect_left(doubtful, end)]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset of `raw`."""
        starts = self._raw_line_starts
        if starts is None:
            # A lone carriage return ends a line of `text`, and none of `raw`.
            is_same = self.has_raw_offsets and "\r" not in self.raw
            starts = self._raw_line_starts = self.line_starts if is_same else line_starts(self.raw)
        line = bisect_right(starts, offset)
        return make_position((line, offset - starts[line - 1] + 1, offset))

    def start_and_end_position(self, span: tuple[int, int] | Span) -> tuple[Position, Position]:
        """Return the positions in `raw` of the start and the end of a span of `text`."""
        start, end = self.to_raw(span)
        return self.position(start), self.position(end)

    def _value(self) -> tuple[str, str, int | None, dict[str, str], Sequence[TextBlock] | None]:
        return self.path, self.raw, self.record, dict(self.meta), self.blocks

    def __eq__(self, other: object) -> bool:
        return self._value() == other._value() if isinstance(other, Article) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.path, self.record, self.raw))

    def __repr__(self) -> str:
        return f"Article({self.path!r}, {len(self.raw)} characters)"

    def __reduce__(self) -> tuple[type[Article], tuple[Any, ...]]:
        return Article, self._value()


def _block_list(raw: str, blocks: Iterable[TextBlock]) -> Sequence[TextBlock]:
    """Return the blocks of an iterator; those of a long text are kept in arrays."""
    if not is_long_text(raw):
        return [*blocks]
    from newslint.compact_blocks import CompactBlocks  # which few articles need

    return CompactBlocks(blocks)


def is_long(article: Article) -> bool:
    """Return whether an article is so long that views must save memory."""
    return len(article.text) > LONG_TEXT_CHARS


def is_long_part(start: int, end: int) -> bool:
    """Return whether a part of an article is so long that views must save memory."""
    return end - start > LONG_TEXT_CHARS


def offset_list(article: Article) -> MutableSequence[int]:
    """Return an empty list for offsets and other numbers from 0; for a long article an array, a tenth of its size."""
    return offsets(article.text)


def span_list(article: Article, make: Callable[[Any], S], pack: Callable[[S], Iterable[Any]] = tuple) -> SpanList[S]:
    """Return an empty list for a view: of tuples that begin with a start and an end, such as spans and numbers.

    For a long article it is a sequence that keeps them in arrays; `make` makes one of a plain tuple. `pack` makes such
    a tuple of one that begins otherwise, or holds more offsets: there they are relative to the start.
    """
    if len(article.text) <= LONG_TEXT_CHARS:
        return []
    from newslint.compact_spans import CompactSpans  # which few articles need

    return CompactSpans(make, pack)
