"""Texts so long that lists of their lines and offsets would take hundreds of megabytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, count
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

LONG_TEXT_CHARS = 1_000_000  # hardly the length of an article
PART_CHARS = 100_000  # of a long text: small beside it, and few parts


def is_long(text: str) -> bool:
    """Return whether a text is so long that memory must be saved."""
    return len(text) > LONG_TEXT_CHARS


def offsets(text: str, first: Iterable[int] = ()) -> list[int] | array[int]:
    """Return a new sequence for offsets of a text, and of what is made of it: a list, or an array if it is long."""
    if not is_long(text):
        return [*first]
    from array import array

    return array("I", first)


def line_starts(text: str) -> list[int] | array[int]:
    """Return the offset at which each line of a text starts."""
    if is_long(text):
        return offsets(text, chain((0,), (at + 1 for at in _line_ends(text))))
    lengths = accumulate(map(len, text.split("\n")[:-1]), initial=0)
    return [*map(add, lengths, count())]  # each line end before a line adds one


def parts(text: str) -> list[str]:
    """Return the text in parts, between which a line end was left out; a text that is not long is one part."""
    if not is_long(text):
        return [text]
    found, start = [], 0
    while (end := text.find("\n", start + PART_CHARS)) >= 0:
        found.append(text[start:end])
        start = end + 1
    return [*found, text[start:]]


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)
