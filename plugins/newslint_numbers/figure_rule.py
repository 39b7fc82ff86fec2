"""The base class of rules that judge figures: it tells what became of every figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from newslint.api import Article, Lexicon, Rule, Span, TraceStep

PERCENT: Lexicon = {"numbers.percent": ("%", "percent", "per cent", "pct", "p.c.")}  # of the rules on percentages


class FigureRule(Rule):
    """A rule that defines `judge`; to `--why` it also shows the figures that it does not judge, and says why."""

    not_judged: ClassVar[str] = "stands in none of the forms that this rule checks"

    def trace(self, article: Article, span: Span) -> Iterable[TraceStep]:
        """Yield how every figure in a span is read, and what the rule concludes about it."""
        from newslint_numbers.view.trace import trace_figures  # a run does not need it

        return trace_figures(article, span, self.judge(article), self.not_judged)
