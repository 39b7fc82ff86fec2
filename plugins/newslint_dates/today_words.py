"""dates/today-words: "today", "yesterday" and "tomorrow", which change their meaning over night."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Finding, Rule, Span
from newslint_dates.view.deictic import deictic_expressions, needs_publication_date

DAYS = frozenset("today tonight yesterday tomorrow".split())


class TodayWords(Rule):
    """Finds "today", "yesterday" and "tomorrow" in the reporter's own words.

    They are true on one day only, and a page is read for years. The Associated Press uses the day of the week instead
    (AP Stylebook, entries "today, tonight" and "time element"). What somebody is quoted as saying stays as it is, and
    so does "today" where it means these times.

    ```bad
    The court ruled yesterday that the sale may go ahead.
                    ^^^^^^^^^ "yesterday" is true on one day only; say which day of the week, or the date.
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
        """One finding for each, as each has to be changed."""
        for when in article.get(deictic_expressions):
            at = Span(when.start, when.end)
            word = article[at]
            if when.kind == "relative" and word.lower() in DAYS and needs_publication_date(article, when):
                yield Finding(at, f'"{word}" is true on one day only; say which day of the week, or the date.')
