"""The headline of an article: its first line."""

from newslint.api import Pattern, Span

MAX_HEADLINE_CHARS = 200
DATE_HEADER = Pattern(
    r"date[ ]\d{4}-\d\d-\d\d$", matches=("date 2021-04-09",), misses=("date 2021-04-09 Fire", "date: today")
)


def headline_line(text: str) -> Span | None:
    """Return the first line that is not a header, or None if it is too long."""
    end = 0
    for _ in range(5):
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
        end = text.find("\n", start, start + MAX_HEADLINE_CHARS)
        if end < 0:
            return None
        if not DATE_HEADER.match(text, start, end):
            return Span(start, end)
    return None
