"""dates/today-words: "today", "yesterday" and "tomorrow", whose meaning changes from day to day."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Finding, Rule, Span
from newslint_dates.view.deictic import deictic_expressions, needs_publication_date

TODAY_WORDS = frozenset("today tonight yesterday tomorrow".split())


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

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each such word, as each must be changed."""
        for expression in article.get(deictic_expressions):
            span = Span(expression.start, expression.end)
            word = article[span]
            if expression.kind != "relative" or word.lower() not in TODAY_WORDS:
                continue
            if needs_publication_date(article, expression):
                yield Finding(span, f'"{word}" is true on one day only; give the weekday or the date.')
