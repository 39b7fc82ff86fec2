"""The lines that two versions of a text share, found in time that grows with their number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counting import count
from newslint.engine import line_matcher
from newslint.engine.line_matcher import LineMatcher

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=25)


@given(old=LINES, new=LINES, pairs=st.sampled_from([0, 4, 30, line_matcher.MAX_PAIRS]))
def test_the_operations_make_one_version_of_the_other(old: list[str], new: list[str], pairs: int) -> None:
    limit, line_matcher.MAX_PAIRS = line_matcher.MAX_PAIRS, pairs
    try:
        made: list[str] = []
        for operation, start, end, other, other_end in LineMatcher(old, new).get_opcodes():
            made += old[start:end] if operation == "equal" else new[other:other_end]
    finally:
        line_matcher.MAX_PAIRS = limit
    assert made == new


def test_a_long_text_keeps_the_lines_around_each_change() -> None:
    old = [f"line {number}\n" if number % 3 else "\n" for number in range(2_000)]
    new = [line if number % 10 else "changed\n" for number, line in enumerate(old)]
    changed = [one for one in LineMatcher(old, new).get_opcodes() if one[0] != "equal"]
    assert [(start, end) for _, start, end, _, _ in changed] == [(at, at + 1) for at in range(0, 2_000, 10)]


def test_twice_the_changes_cost_twice_as_much() -> None:
    def cost(lines: int) -> int:
        old = [f"line {number}\n" for number in range(lines)]
        new = [line if number % 10 else "changed\n" for number, line in enumerate(old)]
        return count(lambda: LineMatcher(old, new).get_opcodes())[0]

    assert cost(4_000) <= 2.6 * cost(2_000)
