"""Fixes pass after pass: what a change makes possible is fixed, what lies beside it is not, and all of it ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.api import Edit, Fix, Span
from newslint.engine.fixes import apply_edits
from newslint.engine.repeated_fixes import (
    MAX_PASSES,
    FixedText,
    RuleFix,
    UnsettledFixesError,
    apply_pass,
    apply_until_stable,
)


def fix(start: int, end: int, text: str = "") -> RuleFix:
    return "t/rule", Fix("t", True, (Edit(Span(start, end), text),))


def replace_all(pattern: str, text: str) -> Callable[[str], list[RuleFix]]:
    return lambda before: [fix(*found.span(), found.expand(text)) for found in re.finditer(pattern, before)]


def test_what_a_fix_makes_possible_is_fixed() -> None:
    assert apply_until_stable("((()))a()", replace_all(r"\(\)", "")) == "a"
    assert apply_until_stable("Kiiiiev", replace_all("iiii", "ii")) == "Kiiev"
    assert apply_until_stable("Kiiiiev", replace_all("iiii|ii", "i")) == "Kiev"
    assert apply_until_stable("a&amp;lt;b", replace_all("&amp;", "&")) == "a&lt;b"
    assert apply_until_stable("a&&b", replace_all("a&&b", "a&b")) == "a&b"


def test_what_lies_beside_a_fix_is_left() -> None:
    first_line = lambda text: [fix(0, text.index("\n") + 1)] if "\n" in text else []  # noqa: E731
    assert apply_until_stable("1\n2\n3\n4\n", first_line) == "2\n3\n4\n"
    last_line = lambda text: [fix(text.rindex("\n", 0, -1), len(text))] if text.count("\n") > 1 else []  # noqa: E731
    assert apply_until_stable("1\n2\n3\n4\n", last_line) == "1\n2\n3"
    after_insertion = replace_all("(?<=b)c|^a", "b")
    assert apply_until_stable("acc", after_insertion) == "bcc"


@pytest.mark.parametrize(
    ("text", "pattern", "replacement", "after"),
    [
        ("abbbbb", "ab", "a", "abbbb"),  # goes on behind what was changed
        ("bbbbba", "ba", "a", "bbbba"),  # begins before it
        ("Kiiiev", "ii", "i", "Kiiev"),
        ("1\n2\n3\n4\n5\n6\n7\n", r"(?m)^(\d+)\n\d+\n", "\\1\n", "1\n3\n5\n7\n"),  # goes on in the next changed place
        ("1 2 3 4 5 6", r"(\d) \d(?= |$)", r"\1", "1 3 5"),
        ("a1b2c3d", r"\d[a-z]", "0", "a000"),
        ("a1bc2de", r"\d\w", "0", "a0c0e"),
    ],
)
def test_a_later_fix_takes_no_text_beside_what_was_changed(
    text: str, pattern: str, replacement: str, after: str
) -> None:
    """Else a fix eats the text beside it, pass after pass, of which no finding was when the run began."""
    assert apply_until_stable(text, replace_all(pattern, replacement)) == after


LETTERS = st.text("ab\n", min_size=1, max_size=12)
# None of these can match on both sides of what another has changed, without what it changed.
PATTERNS = st.sampled_from(
    [
        *[("a", "b"), ("b", "a"), ("ab", "a"), ("ba", "a"), ("a+", "b"), ("ab?", "a"), ("aa", "a"), ("bb", "b")],
        *[("(?m)^.+$", "a"), (r"a\n", "a"), (r"\n.", "a"), ("(?m)^a\n", "")],
    ]
)


@given(LETTERS, st.lists(PATTERNS, min_size=1, max_size=3))
def test_the_ends_of_a_text_that_no_finding_was_about_stay(text: str, patterns: list[tuple[str, str]]) -> None:
    def find(current: str) -> list[RuleFix]:
        return [one for pattern, new in patterns for one in replace_all(pattern, new)(current)]

    spans = [span for _, one in find(text) for span, _ in one.edits]
    try:
        after = apply_until_stable(text, find)
    except UnsettledFixesError:
        return
    if spans:
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        assert after.startswith(text[:first])
        assert after.endswith(text[last:])
    else:
        assert after == text


def test_a_later_fix_with_an_edit_elsewhere_is_left() -> None:
    def offered(text: str) -> list[RuleFix]:
        if text == "a(())b":
            return [fix(2, 4)]
        both = Edit(Span(0, 1), ""), Edit(Span(1, 3), "")
        return [("t/both", Fix("t", True, both))] if text == "a()b" else []

    assert apply_until_stable("a(())b", offered) == "a()b"


@pytest.mark.parametrize(
    ("text", "pattern", "replacement"),
    [
        ("Kyiv", "Kyiv", "Kyiv (Kyiv)"),  # grows
        ("a", "a", "aa"),
        ("a.", "a(?=[.])|b(?=[.])", "ab"),  # grows at one end
        ("ab", "^(.)(.)", r"\\2\\1"),  # undoes itself
        ("(" * 40 + ")" * 40, r"\(\)", ""),  # needs more passes than there are
    ],
)
def test_fixes_that_do_not_settle_are_an_error_that_names_the_rule(text: str, pattern: str, replacement: str) -> None:
    passes: list[str] = []

    def offered(before: str) -> list[RuleFix]:
        passes.append(before)
        return replace_all(pattern, replacement.replace("\\\\", "\\"))(before)

    with pytest.raises(UnsettledFixesError, match=r"^the fixes of t/rule change again what fixes have changed"):
        apply_until_stable(text, offered)
    assert len(passes) <= MAX_PASSES + 1
    assert max(map(len, passes)) <= 3 * len(text) + 8


def test_a_fix_that_makes_the_text_longer_once_is_applied() -> None:
    assert apply_until_stable("km.", replace_all("km", "kilometres")) == "kilometres."


@given(st.text("ab", min_size=1, max_size=12), st.lists(st.lists(st.tuples(*[st.integers(0, 12)] * 3))))
def test_a_place_stays_the_changed_one_through_further_passes(
    text: str, passes: list[list[tuple[int, int, int]]]
) -> None:
    """Compare with marked characters: what was inserted is in upper case."""
    state, marked = FixedText(text), text
    for offered in passes:
        fixes = [
            fix(min(a, b, len(state.text)), min(max(a, b), len(state.text)), "cde"[: size % 3])
            for a, b, size in offered
        ]
        try:
            after = apply_pass(state, fixes)
        except UnsettledFixesError:
            return
        if after is not state:
            marked = apply_edits(marked, [Edit(span, new.upper()) for span, new in after.edits])
        state = after
        assert state.text == marked.lower()
        covered = {at for start, end in state.changed for at in range(start, end)}
        assert {at for at, letter in enumerate(marked) if letter.isupper()} <= covered
        assert [*state.changed] == sorted(state.changed)
