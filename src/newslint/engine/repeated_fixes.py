"""Fixes applied pass after pass: first as they are offered, then only those that the changes before made possible.

A fix often makes another one possible: `{{ a {{ b }} }}` loses its inner braces first. But a fix must not change what
no finding was about when the run began. So after the first pass, newslint applies a fix only if it overlaps text that
fixes have changed. A rule that finds fault with what its own fix inserts would never end; then nothing is changed.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from newslint.engine.fixes import apply_edits, choose_edits
from newslint.model import Edit, Fix, Span
from newslint.named_tuple import NamedTuple

MAX_PASSES = 10  # that change a text
RuleFix = tuple[str, Fix]
"""A fix, and the name of the rule that offers it."""


class UnsettledFixesError(Exception):
    """Fixes of a text that do not settle. The message names their rules."""


class FixedText(NamedTuple):
    """A text between two passes."""

    text: str
    changed: tuple[Span, ...] = ()  # where fixes have changed it so far
    passes: int = 0
    edits: tuple[Edit, ...] = ()  # of the last pass, in the text before it


def apply_pass(before: FixedText, offered: Iterable[RuleFix]) -> FixedText:
    """Return the text after one more pass; `before` itself if nothing is left to do. Raises UnsettledFixesError."""
    fixes = [fix for fix in offered if not before.passes or _is_within(fix[1], before.changed)]
    edits = choose_edits(before.text, (fix for _, fix in fixes))
    text = apply_edits(before.text, edits)
    if text == before.text:
        return before
    if before.passes >= MAX_PASSES or (before.passes and len(text) > len(before.text)):
        rules = ", ".join(sorted({rule for rule, _ in fixes}))
        raise UnsettledFixesError(f"the fixes of {rules} change again what fixes have changed; nothing was changed")
    return FixedText(text, _changed_after(before.changed, edits), before.passes + 1, tuple(edits))


def apply_until_stable(text: str, find_fixes: Callable[[str], Iterable[RuleFix]]) -> str:
    """Return the text after all passes; `find_fixes` returns the fixes of a text. Raises UnsettledFixesError."""
    state = FixedText(text)
    while (after := apply_pass(state, find_fixes(state.text))) is not state:
        state = after
    return state.text


def _is_within(fix: Fix, changed: Sequence[Span]) -> bool:
    """Return whether every edit of a fix lies in a changed place, or encloses one: it is empty where text was deleted.

    An edit that begins in a changed place and goes on behind it, or the other way round, would take along text that no
    finding was about when the run began, pass after pass.
    """
    for (start, end), _ in fix.edits:
        index = bisect_left(changed, (start + 1,))  # the first place that begins behind the start of the edit
        place = changed[index - 1] if index else Span(start, start)
        lies_in = end <= place[1] and (start < end or place[0] < start < place[1])
        encloses = index < len(changed) and changed[index][1] < end
        if not (lies_in or encloses):
            return False
    return True


def _changed_after(changed: Iterable[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Return where the text is changed after further edits, sorted and without overlaps. `edits` are sorted."""
    starts = [span[0] for span, _ in edits]
    shifts = [0, *accumulate(len(text) - (end - start) for (start, end), text in edits)]

    def moved(offset: int, *, is_end: bool) -> int:
        index = bisect_left(starts, offset)  # how many edits begin before it
        if index and edits[index - 1].span[1] > offset:  # inside an edit
            (start, _), text = edits[index - 1]
            return start + shifts[index - 1] + (len(text) if is_end else 0)
        return offset + shifts[index]

    spans = [
        Span(start + shift, start + shift + len(text)) for ((start, _), text), shift in zip(edits, shifts, strict=False)
    ]
    spans += [Span(moved(start, is_end=False), moved(end, is_end=True)) for start, end in changed]
    merged: list[Span] = []
    for span in sorted(spans):
        # Places that touch stay apart: an edit across both was not offered for either.
        if merged and (span[0] < merged[-1][1] or span == merged[-1]):
            merged[-1] = Span(merged[-1][0], max(span[1], merged[-1][1]))
        else:
            merged.append(span)
    return tuple(merged)
