"""Edits of files with markup: they change what a reader sees, and what is hidden stays."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from newslint.article import Article
from newslint.model import Edit, Span, TextPiece
from newslint.text.page.roles import role_at

OPENING_MARKS = "“‘\"'("
# In a text they may be markup together with others, which a change would divide.
MARKUP_CHARACTERS = frozenset("*_~`[]<>\\|#")
# Beside its text, a block may have these of its own: emphasis, brackets of a link, and the marks before its text.
OWN_MARKUP = frozenset("*_~[]#>+-.)\\")
FRONT_MATTER_MARKS = ("---", "+++")
VISIBLE = re.compile(r"\S")
WHITE_SPACE = " \t\r\n"  # Markdown knows no other: a line with a form feed is not blank
NOT_BLANK = re.compile(rf"[^{WHITE_SPACE}]")
TEXT_OF_LINE = re.compile(r"[^>\s]")  # behind its indent, and behind the marks of a quotation
LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])(?:\s|\Z)")


def edit_in_markup(edit: Edit, span: Span, article: Article) -> Edit | None:
    """Return the edit of the raw text for an edit of the canonical text, or None if it must not be made.

    `span` is the raw span of the edit. A part of a block is changed where that leaves the markup around it as it is; a
    whole block is removed with its markup.
    """
    raw = article.raw[slice(*span)]
    is_part = len(raw) == edit.span[1] - edit.span[0] and "\n" not in raw
    if is_part and (edit.text or not _is_whole_line(edit.span, article)):
        raw_edit = Edit(span, edit.text)
        return raw_edit if leaves_markup(raw_edit, article) else None
    return None if edit.text else _block_deletion(edit.span, article)


def leaves_markup(edit: Edit, article: Article) -> bool:
    """Return whether an edit of the raw text changes text alone, and leaves the markup around it what it is.

    Markup stays what it is as long as text remains between it, and has a character of the same class at its ends.
    """
    raw, (start, end), new = article.raw, edit.span, edit.text
    piece = _piece_at(article.get(text_pieces), start)
    if piece is None or piece.text is not None or end > piece.end:
        return False
    has_text_before = VISIBLE.search(raw, piece.start, start) is not None
    is_emptied = not (has_text_before or new.strip() or VISIBLE.search(raw, end, piece.end))
    if is_emptied or MARKUP_CHARACTERS.intersection(raw[start:end] + new):
        return False
    is_line_start = raw[piece.start - 1 : piece.start].strip() == "" if piece.start else True
    if start == piece.start:
        first = (new or raw[end])[0]
        if not ((first.isalpha() or first in OPENING_MARKS) if is_line_start else _is_like(first, raw[start])):
            return False
    is_line_end = raw[piece.end : piece.end + 1] in ("", "\n", "\r")
    last = (new or raw[start - 1])[-1]
    return end < piece.end or (not last.isspace() if is_line_end else _is_like(last, raw[piece.end - 1]))


def text_pieces(article: Article) -> Sequence[TextPiece]:
    """Return the pieces of all blocks, in order."""
    pieces: Sequence[TextPiece] | None = getattr(article.blocks, "pieces", None)  # those of a long article are at hand
    return pieces or list(chain.from_iterable(block.pieces for block in article.blocks or ()))


def _piece_at(pieces: Sequence[TextPiece], offset: int) -> TextPiece | None:
    number = bisect_right(pieces, offset, key=attrgetter("start"))
    return pieces[number - 1] if number else None


def _is_like(character: str, other: str) -> bool:
    """Return whether two characters are both letters or digits, both white space, or both others."""
    return (character.isalnum(), character.isspace()) == (other.isalnum(), other.isspace())


def _is_whole_line(span: Span, article: Article) -> bool:
    """Return whether a span covers a line of the canonical text, which is a block, from its start to its end."""
    starts, text = article.line_starts, article.text
    return span[0] == starts[article.line_index(span[0])] and text[span[1] : span[1] + 1] in ("", "\n")


def _block_deletion(span: Span, article: Article) -> Edit | None:
    """Return the edit that removes a whole block with its markup, or None where what stands around it would change."""
    raw, text = article.raw, article[span]
    bare = text.strip()
    at = span[0] + len(text) - len(text.lstrip())
    is_whole = _is_whole_line(Span(at, at + len(bare)), article)
    if not is_whole or not bare or "\n" in bare or (role := role_at(article, at)) == "table-row":
        return None
    first, last = article.to_raw((at, at + len(bare)))
    start = first - (article.position(first).column - 1)
    if VISIBLE.search(article.text, *article.to_canonical((start, first))):
        return None  # another block stands before it in the same line
    end = raw.find("\n", last)
    end = len(raw) if end < 0 else end + 1
    if VISIBLE.search(article.text, *article.to_canonical((last, end))):
        return None  # behind it
    start_before = raw.rfind("\n", 0, max(0, start - 1)) + 1
    line_before = raw[start_before:start].strip(WHITE_SPACE)
    line_after = raw[end : raw.find("\n", end) % (len(raw) + 1)].strip(WHITE_SPACE)
    above = article.to_canonical((start_before, start))
    is_in_list = role == "list-item" and (
        not line_before or (article[above].strip() != "" and role_at(article, above.start) == role)
    )
    if not is_in_list and (line_before or line_after):
        return None  # they would become one paragraph, or the line below is markup of this block
    goes_on = _item_continues(raw, start, end) if role == "list-item" else _is_deeper_below(raw, start, end)
    if goes_on or _has_other_content(article, start, end):
        return None
    if not line_before and not line_after and end < len(raw):
        end = raw.find("\n", end) % len(raw) + 1  # one blank line is enough
    if raw.startswith(FRONT_MATTER_MARKS, end):
        return None  # what follows would be front matter if nothing stays above it
    return Edit(Span(start, end), "")


def _is_deeper_below(raw: str, start: int, end: int) -> bool:
    """Return whether the block below has a deeper indent: an item of a list above would go on there, even with code."""
    below = NOT_BLANK.search(raw, end)
    if not below:
        return False
    own = NOT_BLANK.search(raw, start)
    start_below = raw.rfind("\n", 0, below.start()) + 1
    return own is not None and _indent(raw[start_below : below.start()]) > _indent(raw[start : own.start()])


def _indent(white_space: str) -> int:
    return len(white_space.expandtabs(4))


def _item_continues(raw: str, start: int, end: int) -> bool:
    """Return whether the item of a list in a line goes on below it, with a picture, code or another list."""
    own, below = TEXT_OF_LINE.search(raw, start), TEXT_OF_LINE.search(raw, end)
    if not own or not below:
        return False
    start_below = raw.rfind("\n", 0, below.start()) + 1
    is_deeper = below.start() - start_below > own.start() - start
    return is_deeper or (start_below == end and not LIST_MARK.match(raw, below.start()))


def _has_other_content(article: Article, start: int, end: int) -> bool:
    """Return whether a stretch of the raw text has anything that is neither text of the article nor its own markup.

    That belongs to a picture, to code or to a comment, and would go with the text. Only the number of a list's item
    may, and the target of a link that closes behind its text.
    """
    all_pieces = article.get(text_pieces)
    first, last = (bisect_left(all_pieces, offset, key=attrgetter("start")) for offset in (start, end))
    at, others = start, []
    for piece in all_pieces[first:last]:
        others.append(article.raw[at : piece.start])
        at = piece.end
    others.append(article.raw[at:end])
    others[0] = others[0].lstrip(" \t0123456789")
    rest = [re.sub(r"\A[*_~]*\][(][^()\s]*(?:\s+\"[^\"\n]*\")?[)]", "", other) for other in others]
    return any(not (one.isspace() or one in OWN_MARKUP) for other in rest for one in other)
