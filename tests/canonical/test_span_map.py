"""The map between two texts, and the merging of replacements."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from newslint.api import Span
from newslint.canonical.span_map import Replacement, merge, replace


def test_replacements_of_the_same_length_need_no_map() -> None:
    assert replace("a-b-c", [(1, 2, "+"), (3, 4, "+")]) == ("a+b+c", None)


def test_spans_map_across_what_was_replaced() -> None:
    text, spans = replace("one&nbsp;two\u00ad three", [(3, 9, " "), (12, 13, "")])
    assert text == "one two three"
    assert spans is not None
    assert spans.to_raw((0, 3)) == Span(0, 3)
    assert spans.to_raw((3, 4)) == Span(3, 9)
    assert spans.to_raw((4, 7)) == Span(9, 12)
    assert spans.to_deletion((4, 7)) == Span(9, 13)
    assert spans.to_canonical((5, 6)).start in (3, 4)
    assert spans.to_canonical((12, 13)) == Span(7, 7)
    assert pickle.loads(pickle.dumps(spans)).to_raw((3, 4)) == Span(3, 9)


def test_merged_replacements_do_what_both_do_in_turn() -> None:
    raw = "a  b\r\nc  d"
    first = [(1, 3, " "), (4, 6, "\n"), (7, 9, " ")]
    assert replace(raw, first)[0] == "a b\nc d"
    merged = [*merge(first, [(3, 4, " ")])]
    assert merged == [(1, 3, " "), (4, 6, " "), (7, 9, " ")]
    assert replace(raw, merged)[0] == "a b c d"


PARTS = st.lists(st.tuples(st.text("ab", max_size=3), st.none() | st.text("cd", max_size=4)), max_size=8)
LATER = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 4), st.text("ef", max_size=3)), max_size=6)


@given(PARTS, LATER)
def test_merged_replacements_of_any_kind_do_what_both_do_in_turn(
    parts: list[tuple[str, str | None]], later: list[tuple[int, int, str]]
) -> None:
    """The first replacements take parts of a text; the second ones take any stretches of what that gives."""
    raw, between, first = "", "", list[Replacement]()
    for part, new in parts:
        if new is not None:
            first.append((len(raw), len(raw) + len(part), new))
        raw += part
        between += part if new is None else new
    second, done = list[Replacement](), 0
    for gap, size, text in later:
        if done + gap + size <= len(between):
            second.append((done + gap, done + gap + size, text))
            done += gap + size
    assert replace(raw, first)[0] == between
    assert replace(raw, merge(first, second))[0] == replace(between, second)[0]
