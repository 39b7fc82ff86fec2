"""Checks fixes and applies them to a text. Of fixes that overlap, the first in order is applied."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article
from newslint.model import Edit, Fix
from newslint.text.quotations import overlaps_quotation

MARKS = ("“", "”", "‘", "’", '"', "'", "«", "»", "„", "‚")


def check_edits(fix: Fix, length: int | None) -> None:
    """Raise ValueError for edits that overlap, or lie outside a text of so many code points (None: unknown)."""
    before: tuple[int, int] | None = None
    for (start, end), text in sorted(fix.edits):
        if not 0 <= start <= end or (length is not None and end > length):
            size = "" if length is None else f"'s {length} characters"
            raise ValueError(f"the fix's edit {start}-{end} lies outside the article{size}")
        # The order of two insertions at one offset would be undefined.
        if before and (start < before[1] or (start, end) == before):
            raise ValueError(
                f"the fix's edits {before[0]}-{before[1]} and {start}-{end} overlap; make one edit of them"
            )
        before = start, end
        text.encode()  # raises for what is not a string, or cannot be written as UTF-8


def applicable_fix(fix: Fix, article: Article) -> Fix | None:
    """Return the fix with the offsets of the raw text, or None if it must not be applied.

    That is so if it would change a quotation, cut markup in two, or cut what may be two paragraphs.
    Raises ValueError for edits that do not fit.
    """
    check_edits(fix, len(article.text))
    if changes_quotation(fix, article):
        return None
    if article.has_raw_offsets:  # fast path: the usual case
        return fix
    edits = [_raw_edit(edit, article) for edit in fix.edits]
    return None if None in edits else fix._replace(edits=tuple(edit for edit in edits if edit))


def applicable_raw_fix(fix: Fix, article: Article) -> Fix | None:
    """Return a fix that has the offsets of the raw text already, or None if it must not be applied.

    Raises ValueError for edits that do not fit.
    """
    check_edits(fix, len(article.raw))
    canonical = fix._replace(edits=tuple(Edit(article.to_canonical(span), text) for span, text in fix.edits))
    is_doubtful = any(article.has_doubtful_line_end(span) for span, _ in canonical.edits)
    if is_doubtful or changes_quotation(canonical, article):
        return None
    if article.blocks is None:
        return fix
    from newslint.engine.markup_edits import leaves_markup

    return fix if all(leaves_markup(edit, article) for edit in fix.edits) else None


def _raw_edit(edit: Edit, article: Article) -> Edit | None:
    """Return the edit of the raw text, or None if it must not be made: see `applicable_fix`."""
    span = article.to_raw(edit.span) if edit.text else article.to_deletion(edit.span)
    if article.has_doubtful_line_end(edit.span):
        return None
    if article.blocks is None:
        return Edit(span, edit.text)
    from newslint.engine.markup_edits import edit_in_markup  # for files with markup alone

    return edit_in_markup(edit, span, article)


def changes_quotation(fix: Fix, article: Article) -> bool:
    """Return whether a fix would change words that the article quotes, which newslint never does."""
    return any(
        overlaps_quotation(article, span) for span, text in fix.edits if not (text and _is_read_as(text, article[span]))
    )


def _is_read_as(text: str, canonical: str) -> bool:
    """Return whether a text is canonical already, or a quotation mark in another form: `&quot;` stands for it."""
    return text == canonical or (canonical in MARKS and text in MARKS)


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """Return the text with the fixes applied, in order, without those that overlap a fix before them."""
    return apply_edits(text, choose_edits(text, fixes))


def choose_edits(text: str, fixes: Iterable[Fix]) -> list[Edit]:
    """Return the edits of the fixes, sorted, without those of fixes that overlap a fix before them."""
    # A cell for each character and for each gap between characters: an insertion occupies its gap, a replacement its
    # characters and the gaps within. Edits overlap if they occupy the same cell.
    cells = bytearray(2 * len(text) + 1)
    edits: list[Edit] = []
    for fix in fixes:
        ranges = [(2 * start + (start < end), 2 * end + (start == end)) for (start, end), _ in fix.edits]
        if all(cells.find(1, first, last) < 0 for first, last in ranges):
            edits += fix.edits
            for first, last in ranges:
                cells[first:last] = b"\1" * (last - first)
    return sorted(edits)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with sorted edits that do not overlap."""
    done = 0
    pieces: list[str] = []
    for (start, end), replacement in edits:
        pieces += text[done:start], replacement
        done = end
    return "".join([*pieces, text[done:]])
