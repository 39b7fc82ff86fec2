"""A closer look at the words around a mention: patterns that run anchored, in a window, never over an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

EXACT = re.VERBOSE
ANY_CASE = re.VERBOSE | re.IGNORECASE  # joined once: for each of many patterns it would be felt at the start


class Pattern:
    """A regular expression in verbose notation, compiled at its first use: a run pays for those it needs.

    Letters match in any case unless `exact`. Write it so that it cannot backtrack far: it sees text from outside.
    """

    def __init__(self, source: str, *, case_sensitive: bool = False) -> None:
        self.source = source
        self.flags = EXACT if case_sensitive else ANY_CASE

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    def match(self, text: str, start: int, end: int | None = None) -> re.Match[str] | None:
        """The match that begins at `start`, reading no further than `end` (by default 400 characters on)."""
        return self._compiled.match(text, start, start + 400 if end is None else end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in a window. The window is the caller's to keep small: a clause, a sentence, a line."""
        return self._compiled.search(text, max(0, start), end)

    def sub(self, by: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced by what `by` makes of it."""
        return self._compiled.sub(by, text)
