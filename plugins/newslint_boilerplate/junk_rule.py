"""The base of the rules of this family: each reports one kind of the junk that the view `junk` finds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import ClassVar

from newslint.api import (
    Article,
    Edit,
    Finding,
    Fix,
    Lexicon,
    Rule,
    Severity,
    Span,
    TraceStep,
    non_blank_lines,
    truncate,
)
from newslint_boilerplate.view.junk import Junk, junk_by_kind
from newslint_boilerplate.view.lexicon import LEXICON
from newslint_boilerplate.view.removal import fragment_leaving_lines, safe_lines

CHARS_READ = 1000  # of junk, to quote its first words: it may be the whole of a long line


class JunkRule(Rule):
    """A rule that reports the junk of one kind."""

    severity: Severity = "warning"
    kind: ClassVar[str]
    reason: ClassVar[str]  # the predicate of the message: "belongs to the page's comments"
    has_safe_labels: ClassVar[bool] = False  # as `tools/measure_fixes.py` found: removing a bare label is safe

    def lexicon(self) -> Lexicon:
        """Return the family's phrases."""
        return LEXICON

    def check(self, article: Article) -> Iterable[Finding]:
        """Report each line, or part of a line, of this kind."""
        pieces = article.get(junk_by_kind).get(self.kind)
        return [self._finding(article, piece) for piece in pieces] if pieces else ()

    def trace(self, article: Article, span: Span) -> Iterable[TraceStep]:
        """Yield what the stages of the family concluded about the lines in a span."""
        from newslint_boilerplate.view.trace.lines import trace_junk  # no other run needs it

        return trace_junk(article, span, self.kind)

    def _finding(self, article: Article, piece: Junk) -> Finding:
        return Finding(piece.span, self.message(article, piece), self.fix(article, piece))

    def fix(self, article: Article, piece: Junk) -> Fix | None:
        """Return the fix that deletes the junk, or None if a line that stays would make no sense without it."""
        if not piece.is_line:
            return Fix("Remove the words", False, (Edit(piece.deletion, ""),))
        number = bisect_left(article.get(non_blank_lines), piece.span)
        if number in article.get(fragment_leaving_lines):
            return None
        is_safe = self.has_safe_labels and number in article.get(safe_lines)
        return Fix("Remove the line", is_safe, (Edit(piece.deletion, ""),))

    def reason_for(self, article: Article, piece: Junk) -> str:
        """Return the predicate of the message."""
        return self.reason

    def message(self, article: Article, piece: Junk) -> str:
        """Say what the words are, and what to do with them."""
        reason = self.reason_for(article, piece)
        if piece.is_line:
            return f'"{quote(article, piece)}" {reason}; remove the line.'
        return f'"{quote(article, piece)}" {reason} and is merged into the text; remove it.'


def quote(article: Article, piece: Junk) -> str:
    """Return the junk as a message quotes it, on one line."""
    start, end = piece.span
    return truncate(" ".join(article[start, min(end, start + CHARS_READ)].split()))
