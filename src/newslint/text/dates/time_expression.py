"""A time expression, and the word before a position."""

from functools import partial

from newslint.named_tuple import NamedTuple


class TimeExpression(NamedTuple):
    """A time expression: a date or a part of one, a weekday, or a relative expression."""

    start: int
    end: int
    kind: str  # date, monthday, monthyear, month, weekday, relative ("last week") or ago ("two years ago")
    year: int | None = None
    month: int | None = None  # January is 1
    day: int | None = None
    end_day: int | None = None  # the last day of several: "May 16-18"
    weekday: int | None = None  # Monday is 0


make_time_expression = partial(tuple.__new__, TimeExpression)


def word_before(text: str, start: int) -> tuple[str, int]:
    """Return the word before `start`, with marks joined to it, and its start; `("", start)` at a line's beginning."""
    if text[start - 1 : start] not in (" ", "-"):
        return "", start
    end = start - 1
    chunk = text[max(0, end - 16) : end]
    chunk = chunk[chunk.rfind(" ") + 1 :]
    if not chunk.isalnum():
        for separator in "\n-(“":
            chunk = chunk[chunk.rfind(separator) + 1 :]
    return chunk, end - len(chunk)
