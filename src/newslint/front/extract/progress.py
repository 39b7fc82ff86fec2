"""Progress on a terminal: units, pages a second, what is in quarantine, time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

from newslint.front.extract.values import Manifest

EVERY = 0.5  # seconds


class Progress:
    """A line that is drawn again and again, and wiped in the end."""

    def __init__(self, units: int, done: Iterable[Manifest], *, wanted: bool) -> None:
        self._units = units
        self._done = len(list(done))
        self._before = self._done
        self._pages = self._quarantined = 0
        self._wanted = wanted and sys.stderr.isatty()
        self._began, self._due = time.monotonic(), 0.0

    def add(self, manifest: Manifest) -> None:
        """One more unit is done."""
        self._done += 1
        self._pages += manifest.written
        self._quarantined += sum(manifest.quarantined.values())
        now = time.monotonic()
        if self._wanted and now >= self._due:
            self._due = now + EVERY
            sys.stderr.write(f"\r\033[K{self._line(now - self._began)}")
            sys.stderr.flush()

    def _line(self, seconds: float) -> str:
        left = int(seconds * (self._units - self._done) / (self._done - self._before))
        return (
            f"{self._done:,} of {self._units:,} units, {self._pages / max(seconds, 0.001):,.0f} pages/s, "
            f"{self._quarantined:,} quarantined, {left // 3600}:{left // 60 % 60:02}:{left % 60:02} left"
        )

    def wipe(self) -> None:
        """Leave nothing behind."""
        if self._wanted:
            sys.stderr.write("\r\033[K")
