"""Progress on standard error: from the second second of a run on, and only on a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
SHOW_AFTER_SECONDS, EVERY = 1.0, 0.2  # seconds


class Progress:
    """A line that says how many of `total` files came. It goes before anything else is written to the terminal."""

    def __init__(self, total: int, *, wanted: bool) -> None:
        self._total = total
        # A dumb terminal, such as an editor's, has no means to wipe a line.
        self._wanted = wanted and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._drawn = False

    def track(self, items: Iterable[T]) -> Iterator[T]:
        """Hand the items on, and draw the line between them."""
        if not self._wanted:
            yield from items
            return
        due = time.monotonic() + SHOW_AFTER_SECONDS
        try:
            for number, item in enumerate(items, 1):
                yield item
                if time.monotonic() >= due:
                    due = time.monotonic() + EVERY
                    self._draw(number)
        finally:
            self.clear()

    def clear_before(self, pieces: Iterable[T]) -> Iterator[T]:
        """Hand on what is to be written, each piece when the line is gone."""
        for piece in pieces:
            self.clear()
            yield piece

    def clear(self) -> None:
        """Take the line away, if it stands there."""
        if self._drawn:
            self._drawn = False
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def _draw(self, number: int) -> None:
        self._drawn = True
        sys.stderr.write(f"\r{number:,} of {self._total:,} files ({100 * number // self._total} %)")
        sys.stderr.flush()
