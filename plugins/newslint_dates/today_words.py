"""dates/today-words: "today", "yesterday" and "tomorrow", whose meaning changes from day to day."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import NO_CANDIDATE, Article, Finding, Rejection, Rule, Span, TraceStep, time_expressions
from newslint_dates.view.deictic import is_deictic, needs_publication_date

TODAY_WORDS = frozenset("today tonight yesterday tomorrow".split())

ANOTHER_WORD = Rejection('it is none of "today", "tonight", "yesterday" and "tomorrow"', NO_CANDIDATE)


class TodayWords(Rule):
    """Finds "today", "yesterday" and "tomorrow" in the reporter's own words.

    They are true on one day only, and people read a page for years. The Associated Press uses the day of the week
    instead (AP Stylebook, entries "today, tonight" and "time element"). The rule ignores quotations, and "today" where
    it means "nowadays".

    ```bad
    The court ruled yesterday that the sale may go ahead.
                    ^^^^^^^^^ "yesterday" is true on one day only; give the weekday or the date.
    ```

    ```good
    The court ruled on Tuesday that the sale may go ahead. “We start tomorrow,” the owner said of today's verdict.
    ```
    """

    name = "dates/today-words"
    severity = "info"
    preview = True
    required_kinds = ("relative-time",)

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each such word, with a finding where it is the reporter's, as each must be changed."""
        for expression in article.get(time_expressions):
            span = Span(expression.start, expression.end)
            word = article[span]
            if word.lower() not in TODAY_WORDS:
                continue
            outcome = is_deictic(article, expression) and needs_publication_date(article, expression)
            if isinstance(outcome, Rejection):
                yield span, outcome
            else:
                yield span, Finding(span, f'"{word}" is true on one day only; give the weekday or the date.')

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield what became of each time expression in a span."""
        from newslint_dates.view.trace import trace_expressions  # a run does not need it

        return trace_expressions(article, span, self.judge(article), ANOTHER_WORD)
