"""Properties of the canonical text that hold for any text: its map, its form, and what a deletion leaves."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.api import Article, Span, TextBlock, TextPiece
from newslint.canonical.canonicalize import canonicalize

# Stretches that the canonical text changes, beside plain words.
STRETCHES = (
    "word", "Name", "the", "govern-", "ment", "a", "5", ".", ",", "?", ":", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r",
    "\xa0", "\u2028", "\xad", "\u200b", "\ufeff", "“", "”", "‘", "’", "'", '"', "''", "``", "«", "»", "„", "&nbsp;",
    "&amp;quot;", "&#39;", "&#32;", "&amp;#x20;", "&shy;", "&unknown;", "â€™", "Ã©", "Â\xa0", "e\u0301", "\u0301",
    "😀", "\0", "\ud800", "-", "- ", "* ", "1. ", "Mr.", "May", " " + "x" * 50 + " ",
)  # fmt: skip
texts = st.lists(st.sampled_from(STRETCHES), max_size=60).map("".join) | st.text(max_size=80)
WRAPPED = "It was said of the old bridge over the river that\nit would not last a winter, and that nobody knew\nwhy.\n"


@given(texts)
@example(WRAPPED)
def test_the_canonical_text_stays_as_it_is(raw: str) -> None:
    text = canonicalize(raw)[0]
    lines = text.split("\n")
    assert lines == [line.strip(" ") for line in lines]
    assert "  " not in text.replace("\n", "x")
    assert not {"\r", "\t", "\xa0", "\xad", "\u200b", "\ufeff"}.intersection(text)


PIECES = st.tuples(texts, st.sampled_from([None, None, "", " ", " | ", "x"]), st.booleans())


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4), max_size=4))
def test_no_block_has_white_space_around_it_and_each_character_has_its_place(
    blocks: list[list[tuple[str, str | None, bool]]],
) -> None:
    """A reader may leave text out, and put other text in its place or between two stretches."""
    raw, made = "", []
    for parts in blocks:
        pieces = []
        for part, shown, is_empty in parts:
            start = len(raw)
            raw += part
            pieces.append(TextPiece(start, start if is_empty and shown is not None else len(raw), shown))
        made.append(TextBlock("paragraph", tuple(pieces)))
    article = Article("a.md", raw, blocks=made)
    text = article.text
    assert text.split("\n") == [line.strip(" ") for line in text.split("\n")]
    assert "  " not in text
    spans = [article.to_raw((at, at + 1)) for at in range(len(text))]
    assert spans == sorted(spans)
    assert [span.end for span in spans] == sorted(span.end for span in spans)
    assert all(0 <= start <= end <= len(raw) for start, end in spans)
    for at, span in enumerate(spans):
        back = article.to_canonical(span)
        assert back.start <= at < back.end or span.start == span.end


@given(texts, st.data())
@example(WRAPPED, None)
def test_a_span_maps_to_the_raw_text_and_back(raw: str, data: st.DataObject | None) -> None:
    article = Article("a.txt", raw)
    size = len(article.text)
    spans = [Span(start, start + 1) for start in range(size)]
    if data and size:
        start = data.draw(st.integers(0, size))
        spans.append(Span(start, data.draw(st.integers(start, size))))
    for span in spans:
        raw_span = article.to_raw(span)
        assert 0 <= raw_span.start <= raw_span.end <= len(raw)
        back = article.to_canonical(raw_span)
        assert back.start <= span.start
        assert span.end <= back.end or span.start == span.end


@given(texts)
@example(WRAPPED)
def test_both_maps_keep_the_order_of_offsets(raw: str) -> None:
    article = Article("a.txt", raw)
    starts = [article.to_raw((at, at + 1)).start for at in range(len(article.text))]
    ends = [article.to_raw((at, at + 1)).end for at in range(len(article.text))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    starts = [article.to_canonical((at, at + 1)).start for at in range(len(raw))]
    assert starts == sorted(starts)


@given(texts)
def test_a_text_without_a_map_has_the_length_of_the_raw_text(raw: str) -> None:
    text, span_map, *_ = canonicalize(raw)
    assert span_map is not None or len(text) == len(raw)


@given(texts, st.data())
def test_deleting_a_line_leaves_the_other_lines(raw: str, data: st.DataObject) -> None:
    article = Article("a.txt", raw)
    lines = article.text.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    start = sum(map(len, lines[:number])) + number
    span = article.to_deletion((start, start + len(lines[number])))
    kept = article.raw[: span.start] + article.raw[span.end :]
    words = [word for line in (*lines[:number], *lines[number + 1 :]) for word in line.split()]
    # Whether marks open or close may depend on their neighbours; the words may not.
    assert _bare(Article("a.txt", kept).text) == _bare(" ".join(words))


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("pieces", [[(0, 5), (3, 8)], [(4, 6), (0, 2)], [(0, 99)], [(3, 2)]])
def test_pieces_that_overlap_or_lie_outside_are_refused(pieces: list[tuple[int, int]]) -> None:
    blocks = [TextBlock("paragraph", tuple(TextPiece(start, end) for start, end in pieces))]
    with pytest.raises(ValueError, match="overlaps another, or is outside the text"):
        Article("a.txt", "one two three", blocks=blocks)


def _count_calls(function: Callable[[], object]) -> int:
    """Return how many functions a call calls, those written in C included."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "paragraph",
    [
        WRAPPED,
        "He said 'that the boys' bikes' were 'ours, not ' theirs 'and the ' end\n",
        "the «word and «word and „word and \"word and “word and ``word and ''word\n",
        "&nbsp;&amp;quot; \xad â€™ \r\n",
        "the old govern-\nment of the long and very old town\n",
        "“It is a thing that was open\n",
        "- item\n* item\n",
    ],
)
def test_a_text_ten_times_as_long_takes_ten_times_the_calls(paragraph: str) -> None:
    canonicalize(paragraph * 20)  # compiles patterns
    few, many = (_count_calls(lambda text=paragraph * times: canonicalize(text)) for times in (20, 200))  # type: ignore[misc]
    assert many < 12 * few
