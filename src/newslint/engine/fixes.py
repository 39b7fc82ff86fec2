"""Applies fixes to a text. Overlapping ones resolve the same way every time: the first in order wins whole."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix in it whose edits touch none of a fix already taken."""
    taken: list[Edit] = []
    for fix in fixes:
        if not any(_touch(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
    for span, replacement in sorted(taken, reverse=True):
        text = text[: span[0]] + replacement + text[span[1] :]
    return text


def _touch(one: Edit, other: Edit) -> bool:
    if one == other:
        return True
    (start, end), (begin, stop) = one.span, other.span
    return start < stop and begin < end
