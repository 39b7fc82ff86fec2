"""Progress on standard error, on a terminal only, and only for runs that take longer than a second."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from newslint.console import stderr

T = TypeVar("T")
SHOW_AFTER_SECONDS = 1.0
UPDATE_EVERY_SECONDS = 0.2


class Progress:
    """A line that says how many of `total` files are done, at which rate, and how long the rest will take.

    It disappears before other text is written.
    """

    def __init__(self, total: int, *, wanted: bool) -> None:
        self._total = total
        # A dumb terminal, such as an editor's, cannot erase a line.
        self._wanted = wanted and stderr().isatty() and os.environ.get("TERM") != "dumb"
        self._is_drawn = False

    def track(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, and draw the line between them."""
        if not self._wanted:
            yield from items
            return
        self._started = time.monotonic()
        due = self._started + SHOW_AFTER_SECONDS
        try:
            for number, item in enumerate(items, 1):
                yield item
                if time.monotonic() >= due:
                    due = time.monotonic() + UPDATE_EVERY_SECONDS
                    self._draw(number)
        finally:
            self.clear()

    def clear_before(self, pieces: Iterable[T]) -> Iterator[T]:
        """Yield the pieces of output, and erase the line before each."""
        for piece in pieces:
            self.clear()
            yield piece

    def clear(self) -> None:
        """Erase the line, if it is there."""
        if self._is_drawn:
            self._is_drawn = False
            stderr().write("\r\033[K")
            stderr().flush()

    def _draw(self, number: int) -> None:
        self._is_drawn = True
        seconds = time.monotonic() - self._started
        left = seconds * (self._total - number) / number
        done = f"{number:,} of {self._total:,} files ({100 * number // self._total} %)"
        stderr().write(f"\r\033[K{done}, {number / seconds:,.0f} a second, {_duration(left)} left")
        stderr().flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
