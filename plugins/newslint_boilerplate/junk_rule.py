"""What the rules of this family have in common: each reports one kind of what the view `junk` found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from newslint.api import Article, Edit, Finding, Fix, Lexicon, Rule, Severity, truncate
from newslint_boilerplate.view.junk import Junk, by_kind
from newslint_boilerplate.view.lexicon import LEXICON


class JunkRule(Rule):
    """A rule that reports the junk of one kind."""

    severity: Severity = "warning"
    kind: ClassVar[str]
    reason: ClassVar[str]  # what the junk is: "belongs to …", in the message after the quoted words
    safe: ClassVar[bool] = False  # whether cutting a line that is certain can take nothing of the article

    def lexicon(self) -> Lexicon:
        """The family's phrases."""
        return LEXICON

    def check(self, article: Article) -> Iterable[Finding]:
        """One finding for each line, or part of a line."""
        some = article.get(by_kind).get(self.kind)  # nothing, as a rule
        return [self._finding(article, one) for one in some] if some else ()

    def _finding(self, article: Article, one: Junk) -> Finding:
        fix = Fix(
            f"Remove the {'line' if one.line else 'words'}",
            self.safe and one.line and not one.evidence,
            (Edit(one.deletion, ""),),
        )
        return Finding(one.span, self.message(article, one), fix)

    def message(self, article: Article, one: Junk) -> str:
        """What is wrong, and what to do."""
        where = "" if one.line else " and was run into the text"
        return f'"{quote(article, one)}" {self.reason}{where}; remove {"the line" if one.line else "it"}.'


def quote(article: Article, one: Junk) -> str:
    """The junk in a length that a message can hold."""
    return truncate(" ".join(article[one.span].split()))
