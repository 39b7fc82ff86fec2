"""Applies fixes to a text. Overlapping ones resolve the same way every time: the first in order wins whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from newslint.article import Article
from newslint.model import Edit, Fix
from newslint.text.quotations import overlaps_quotation

T = TypeVar("T")
MAX_PASSES = 10  # one fix may make another possible, and rules that undo each other must not loop for ever


def check_edits(fix: Fix, length: int | None) -> None:
    """Raises ValueError for edits that do not fit an article of this length (None: not known here) or each other."""
    before: tuple[int, int] | None = None
    for (start, end), text in sorted(fix.edits):
        if not 0 <= start <= end or (length is not None and end > length):
            size = "" if length is None else f"'s {length} characters"
            raise ValueError(f"the fix's edit {start}-{end} lies outside the article{size}")
        # Which of two insertions at one place comes first would be anybody's guess.
        if before and (start < before[1] or (start, end) == before):
            raise ValueError(
                f"the fix's edits {before[0]}-{before[1]} and {start}-{end} overlap; make one edit of them"
            )
        before = start, end
        text.encode()  # raises for what is no text, or could not be written


def applicable_fix(fix: Fix, article: Article) -> Fix | None:
    """The fix, or none where it would change what is quoted. Raises ValueError for edits that do not fit."""
    check_edits(fix, len(article.text))
    return None if changes_quotation(fix, article) else fix


def changes_quotation(fix: Fix, article: Article) -> bool:
    """Whether a fix would change what somebody is quoted as saying, which nothing may."""
    return any(overlaps_quotation(article, span) for span, _ in fix.edits)


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix in it whose edits touch none of a fix already taken."""
    # A cell for each character and for each gap around them: an insertion takes its gap, a replacement its characters
    # and the gaps within. Edits touch where they want the same cell.
    cells = bytearray(2 * len(text) + 1)
    taken: list[Edit] = []
    for fix in fixes:
        wanted = [(2 * start + (start < end), 2 * end + (start == end)) for (start, end), _ in fix.edits]
        if all(cells.find(1, *stretch) < 0 for stretch in wanted):
            taken += fix.edits
            for begin, stop in wanted:
                cells[begin:stop] = b"\1" * (stop - begin)
    done = 0
    pieces: list[str] = []
    for (start, end), replacement in sorted(taken):
        pieces += text[done:start], replacement
        done = end
    return "".join([*pieces, text[done:]])


def apply_until_stable(text: str, find_fixes: Callable[[str], Iterable[Fix]]) -> str:
    """Return the text with every fix applied that `find_fixes` finds in it, pass after pass until nothing changes."""
    return repeat_until_stable(text, lambda before: apply_fixes(before, find_fixes(before)))


def repeat_until_stable(state: T, next_pass: Callable[[T], T]) -> T:
    """Return the state that `next_pass` no longer changes, or the one after `MAX_PASSES` passes."""
    for _ in range(MAX_PASSES):
        before, state = state, next_pass(state)
        if state == before:
            break
    return state
