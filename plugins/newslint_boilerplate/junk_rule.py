"""The base of the rules of this family: each reports one kind of the junk that the view `junk` finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from newslint.api import Article, Edit, Finding, Fix, Lexicon, Rule, Severity, truncate
from newslint_boilerplate.view.junk import Junk, junk_by_kind
from newslint_boilerplate.view.lexicon import LEXICON


class JunkRule(Rule):
    """A rule that reports the junk of one kind."""

    severity: Severity = "warning"
    kind: ClassVar[str]
    reason: ClassVar[str]  # the predicate of the message: "belongs to the page's comments"
    safe: ClassVar[bool] = False  # deleting a certain line cannot remove a part of the article

    def lexicon(self) -> Lexicon:
        """Return the family's phrases."""
        return LEXICON

    def check(self, article: Article) -> Iterable[Finding]:
        """Report each line, or part of a line, of this kind."""
        pieces = article.get(junk_by_kind).get(self.kind)
        return [self._finding(article, piece) for piece in pieces] if pieces else ()

    def _finding(self, article: Article, piece: Junk) -> Finding:
        fix = Fix(
            f"Remove the {'line' if piece.is_line else 'words'}",
            self.safe and piece.is_line and not piece.evidence,
            (Edit(piece.deletion, ""),),
        )
        return Finding(piece.span, self.message(article, piece), fix)

    def message(self, article: Article, piece: Junk) -> str:
        """Say what the words are, and what to do with them."""
        if piece.is_line:
            return f'"{quote(article, piece)}" {self.reason}; remove the line.'
        return f'"{quote(article, piece)}" {self.reason} and is merged into the text; remove it.'


def quote(article: Article, piece: Junk) -> str:
    """Return the junk as a message quotes it, on one line."""
    return truncate(" ".join(article[piece.span].split()))
