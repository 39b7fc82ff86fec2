"""dates/no-publication-date: relative dates in an article that does not state when it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.api import (
    Article,
    Finding,
    Rejection,
    RelatedLocation,
    Rule,
    Span,
    TraceStep,
    publication_date,
    time_expressions,
)
from newslint_dates.view.deictic import deictic_expressions, is_deictic, needs_publication_date

MAX_NAMED_EXPRESSIONS = 3  # in the message, if there are more than one more
MAX_RELATED_LOCATIONS = 8


class NoPublicationDate(Rule):
    """Finds an article that says "Friday" or "last week" and does not state when it was published.

    A bare weekday is correct news style: the Associated Press uses the day of the week for dates within seven days,
    and month and day beyond that (AP Stylebook, entry "time element"). It works because the newspaper or the page
    shows a date. Where an article travels without it, in a feed, an archive or a corpus, "Friday" can be any Friday.
    Google asks news sites for a clear date with each article for the same reason (Google News policies on
    transparency).

    A publication date is one that is marked as such: by a label ("Published", "Updated:"), by standing alone on a line
    or after a byline, by standing in a dateline, or in the metadata of the file's format. A copyright year, the date in
    a photo caption or below a tweet, and the day of the event do not count.

    newslint reports one finding for each article, at its first relative expression; the others are related locations.
    Where most articles of a folder lack a date, the formats `text` and `full` say so once for the folder.

    ```bad
    The council approved the bridge on Friday after a debate that began last week.
                                       ^^^^^^ "Friday" and "last week" are relative to a publication date …
    ```

    ```bad
    The bridge will close in March.
                             ^^^^^ "March" is relative to a publication date that the article does not state; …
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
    severity = "info"
    folder_message = (
        'do not state the publication date that their "Friday" or "last week" is relative to; '
        'give it with --date, in a first line such as "date 2025-05-23", or in the metadata.'
    )
    required_kinds = ("weekday", "month-name", "relative-time", "ago")

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield at most one finding."""
        if article.get(publication_date):
            return
        if not any(needs_publication_date(article, one) for one in article.get(deictic_expressions)):
            return
        expressions = article.get(deictic_expressions)
        names = dict.fromkeys(f'"{article[start, end]}"' for start, end, *_ in expressions)
        expressions = islice(article.get(deictic_expressions), 1 + MAX_RELATED_LOCATIONS)
        first, *others = [Span(expression.start, expression.end) for expression in expressions]
        related = tuple(RelatedLocation(span, f'"{article[span]}" is relative to it too') for span in others)
        yield Finding(first, _message(article, list(names)), related=related)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield which expressions in a span are relative, and where a publication date is or is not."""
        from newslint_dates.view.trace import publication, trace_publication  # a run does not need it

        reported = [expression for _ in self.check(article) for expression in article.get(deictic_expressions)]
        first = Span(reported[0].start, reported[0].end) if reported else None
        for expression in article.get(time_expressions):
            here = Span(expression.start, expression.end)
            if not (here.start < span.end and span.start < here.end):
                continue
            relative = is_deictic(article, expression)
            if not relative:
                reason = f": {relative.reason}" if isinstance(relative, Rejection) else ""
                yield TraceStep(here, "expression", f"is not relative to the publication date{reason}")
                continue
            yield TraceStep(here, "expression", "is relative to the publication date")
            yield TraceStep(here, "publication", publication(article))
            needed = needs_publication_date(article, expression)
            if first is None and isinstance(needed, Rejection):
                yield TraceStep(here, needed.stage, f"is no reason to report: {needed.reason}")
            elif first == here:
                yield TraceStep(here, "rule", "is reported, once for the article")
            elif first:
                start, _ = article.start_and_end_position(first)
                yield TraceStep(here, "rule", f"belongs to the finding at {start.line}:{start.column}")
        yield from trace_publication(article, span)


def _message(article: Article, names: Sequence[str]) -> str:
    """Return the message, which names each expression once."""
    verb = "is" if len(names) == 1 else "are"
    if len(names) > MAX_NAMED_EXPRESSIONS + 1:
        names = [*names[:MAX_NAMED_EXPRESSIONS], f"{len(names) - MAX_NAMED_EXPRESSIONS} more expressions"]
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    if unreadable := article.meta.get("unreadable-date"):
        return f"{unreadable} is not a date that newslint can read; write it as 2025-05-23."
    return f"{listed} {verb} relative to a publication date that the article does not state; add the date."
