"""Words of a short stretch of text, and of messages. Whole articles are for the scanner."""

from __future__ import annotations

import re
from functools import cache

from newslint.model import Span

MARKS = ".,:;!?…\"“”‘’'()-–—"  # what stands before and after words


@cache
def _word() -> re.Pattern[str]:
    """Compiled at its first use: most runs over a file or two never look at single words."""
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")


def word_spans(text: str, span: tuple[int, int]) -> list[Span]:
    """The words and figures of a stretch, where they stand."""
    return [Span(*match.span()) for match in _word().finditer(text, *span)]


def words(text: str, span: tuple[int, int]) -> list[str]:
    """The words and figures of a stretch, as they are written."""
    found: list[str] = []
    for chunk in text[span[0] : span[1]].split():
        if chunk.isalpha():  # as most
            found.append(chunk)
            continue
        bare = chunk.strip(MARKS)
        if bare.isalpha():  # a regular expression would take three times as long
            found.append(bare)
        elif bare:
            found += _word().findall(bare)
    return found


def truncate(text: str, max_chars: int = 60) -> str:
    """Return the text as a message quotes it: whole, or cut after a word within `max_chars` and ended by " …"."""
    return text if len(text) <= max_chars else text[:max_chars].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"


def pluralize(count: int, noun: str) -> str:
    """Return a count with its noun, as in "1 finding" and "1,200 findings"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
