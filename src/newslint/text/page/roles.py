"""The roles of an article's lines, where its file has markup: a heading is a heading, however short it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.canonical.long_texts import offsets
from newslint.model import Role

LAID_OUT: frozenset[Role] = frozenset(("heading", "list-item", "table-row", "quotation", "caption"))


def role_at(article: Article, offset: int) -> Role | None:
    """Return the role of the block that holds an offset of the text; None if the file has no markup."""
    blocks = article.blocks
    if not blocks:
        return None
    number = bisect_right(article.get(_block_starts), article.to_raw((offset, offset + 1)).start) - 1
    return blocks[max(number, 0)].role


def is_laid_out(article: Article, offset: int) -> bool:
    """Return whether the markup explains the form of a line: a heading, a list item, a table row, a quotation.

    Such a line is short or without a full stop on purpose. No rule concludes from its form that it is junk.
    """
    return article.blocks is not None and role_at(article, offset) in LAID_OUT


def _block_starts(article: Article) -> Sequence[int]:
    starts = (block.pieces[0].start if block.pieces else 0 for block in article.blocks or ())
    return offsets(article.raw, starts)
