"""The map between two texts, and the merging of replacements."""

from __future__ import annotations

import pickle

from newslint.api import Span
from newslint.canonical.span_map import merge, replace


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
    between, spans = replace(raw, first)
    assert between == "a b\nc d"
    merged = merge(first, spans, [(3, 4, " ")])
    assert merged == [(1, 3, " "), (4, 6, " "), (7, 9, " ")]
    assert replace(raw, merged)[0] == "a b c d"
