"""Patterns that run on a few words around a mention, never over a whole article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

CASE_SENSITIVE = re.VERBOSE
ANY_CASE = re.VERBOSE | re.IGNORECASE  # joined once: joining flags for each pattern would slow the start


def build_alternation(phrases: Iterable[str]) -> str:
    """Return the part of a verbose pattern that matches any of the phrases, which hold no sign of regular expressions.

    Of two phrases the longer is tried first. A space in a phrase matches white space.
    """
    return f"(?:{'|'.join(sorted(phrases, reverse=True))})".replace(" ", r"\s+")


class Pattern:
    """A regular expression in verbose notation, compiled at its first use: a run compiles only those it needs.

    Letters match in any case unless `case_sensitive`. Write patterns so that they cannot backtrack far: the text comes
    from outside.

    `matches` and `misses` are examples: texts in which the pattern is found, and similar ones in which it is not. A
    test runs them by the `method` that the code uses: "match" at the start of the example (or at a `‸` in it), "search"
    anywhere in it. They cost nothing at run time.
    """

    def __init__(
        self,
        source: str,
        *,
        case_sensitive: bool = False,
        method: str = "match",
        matches: tuple[str, ...] = (),
        misses: tuple[str, ...] = (),
    ) -> None:
        self.source = source
        self.flags = CASE_SENSITIVE if case_sensitive else ANY_CASE
        self.method = method
        self.matches = matches
        self.misses = misses

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    def match(self, text: str, start: int, end: int | None = None) -> re.Match[str] | None:
        """Return the match that begins at `start` and ends at or before `end` (by default 400 characters later)."""
        return self._compiled.match(text, start, start + 400 if end is None else end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in a window. Keep the window small: a clause, a sentence, a line."""
        return self._compiled.search(text, max(0, start), end)

    def sub(self, by: Callable[[re.Match[str]], str], text: str) -> str:
        """Return the text with every match replaced by what `by` returns for it."""
        return self._compiled.sub(by, text)
