"""dates/no-publication-date: words of time that hang on a date which the article does not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.api import Article, Finding, RelatedLocation, Rule, Span, TimeExpression, publication_date
from newslint_dates.view.deictic import deictic_expressions, needs_publication_date

NAMED, RELATED = 3, 8


class NoPublicationDate(Rule):
    """Finds an article that speaks of "Friday" or "last week" and does not say when it was published.

    A bare weekday is correct news style: the Associated Press uses the day of the week for whatever lies within seven
    days, and month and day beyond that (AP Stylebook, entry "time element"). It works because the paper or the page
    bears a date. Where an article travels without it, through a feed, an archive or a corpus, "Friday" is any Friday.
    Google asks news sites for a clear date with each article for the same reason (Google News policies on
    transparency).

    A publication date is one that is marked as such: by a label ("Published", "Updated:"), by standing alone on a line
    or behind a byline, by standing in a dateline, or in what the file's format knows about the article. A copyright
    year, the date in a photo caption or below a tweet, and the day of the event do not count.

    There is one finding for an article, at the first expression that hangs; the others are related locations.

    ```bad
    The council approved the bridge on Friday after a debate that began last week.
                                       ^^^^^^ "Friday" and "last week" hang on a date of publication …
    ```

    ```bad
    The bridge will close in March.
                             ^^^^^ "March" hangs on a date of publication that the article does not give; add it.
    ```

    ```good
    Published: June 6, 2025

    The council approved the bridge on Friday after a debate that began last week.
    ```

    ```good
    HARLOW BAY (June 6, 2025) — The council approved the bridge on Friday.
    ```

    ```good
    The old bridge was closed on March 3, 1998, and torn down the year after.
    ```
    """

    name = "dates/no-publication-date"
    required_kinds = ("weekday", "month-name", "relative-time", "ago")

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding at most."""
        if article.get(publication_date):
            return
        found = article.get(deictic_expressions)
        if not any(needs_publication_date(article, when) for when in found):
            return
        first, *others = [Span(when.start, when.end) for when in found]
        related = tuple(RelatedLocation(span, f'"{article[span]}" hangs on it too') for span in others[:RELATED])
        yield Finding(first, _message(article, found), related=related)


def _message(article: Article, found: Sequence[TimeExpression]) -> str:
    """Names what hangs, each expression once."""
    names = list(dict.fromkeys(f'"{article[when.start, when.end]}"' for when in found))
    verb = "hangs" if len(names) == 1 else "hang"
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], f"{len(names) - NAMED} more expressions"]
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"{listed} {verb} on a date of publication that the article does not give; add it."
