"""Checks fixes and applies them to a text. Of fixes that overlap, the first in order is applied."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article
from newslint.model import Edit, Fix, Span
from newslint.text.page.roles import role_at
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
    return None if is_doubtful or changes_quotation(canonical, article) else fix


def _raw_edit(edit: Edit, article: Article) -> Edit | None:
    """Return the edit of the raw text, or None if it must not be made: see `applicable_fix`."""
    span = article.to_raw(edit.span) if edit.text else article.to_deletion(edit.span)
    if article.has_doubtful_line_end(edit.span):
        return None
    if article.blocks is None:
        return Edit(span, edit.text)
    is_within_block = span.end - span.start == edit.span.end - edit.span.start and "\n" not in article.raw[slice(*span)]
    if is_within_block and (edit.text or not _is_whole_line(edit.span, article)):
        return Edit(span, edit.text)
    return None if edit.text else _block_deletion(edit.span, article)


def _is_whole_line(span: Span, article: Article) -> bool:
    """Return whether a span covers a line of the canonical text, which is a block, from its start to its end."""
    starts, text = article.line_starts, article.text
    return span[0] == starts[article.line_index(span[0])] and text[span[1] : span[1] + 1] in ("", "\n")


def _block_deletion(span: Span, article: Article) -> Edit | None:
    """Return the edit that removes a whole block with its markup, or None where what stands around it would change."""
    raw, text = article.raw, article[span]
    bare = text.strip()
    at = span[0] + len(text) - len(text.lstrip())
    role = role_at(article, at)
    if not bare or "\n" in bare or role == "table-row":
        return None
    first, last = article.to_raw((at, at + len(bare)))
    start = raw.rfind("\n", 0, first) + 1
    end = raw.find("\n", last)
    end = len(raw) if end < 0 else end + 1
    before, after = article.to_canonical((start, first)), article.to_canonical((last, end))
    if article[before].strip() or article[after].strip():
        return None  # another block stands in the same line
    line_before = raw[raw.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()
    line_after = raw[end : raw.find("\n", end) % (len(raw) + 1)].strip()
    if role != "list-item" and (line_before or line_after):
        return None  # they would become one paragraph, or the line below is markup of this block
    if _has_other_content(article, start, end):
        return None
    if not line_before and not line_after and end < len(raw):
        end = raw.find("\n", end) % len(raw) + 1  # one blank line is enough
    return Edit(Span(start, end), "")


def _has_other_content(article: Article, start: int, end: int) -> bool:
    """Return whether a stretch of the raw text has letters or digits that are not text of the article.

    They belong to a picture, to code or to a comment, and would go with the text. Only the number of a list's item may,
    and the target of a link that closes behind its text.
    """
    import re  # for files with markup alone

    pieces = [piece for block in article.blocks or () for piece in block.pieces if start <= piece.start < end]
    at, others = start, []
    for piece in pieces:
        others.append(article.raw[at : piece.start])
        at = piece.end
    others.append(article.raw[at:end])
    others[0] = others[0].lstrip(" \t0123456789")
    rest = [re.sub(r"\A[*_~]*\][(][^()\s]*(?:\s+\"[^\"\n]*\")?[)]", "", other) for other in others]
    return any(character.isalnum() for other in rest for character in other)


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
