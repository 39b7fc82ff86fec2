"""Progress on a terminal: units, articles a second, findings, quarantined, time left."""

from __future__ import annotations

import sys
import time

from newslint.front.corpus.values import Totals

EVERY = 0.5  # seconds


class Progress:
    """A line that is drawn again and again, and wiped in the end."""

    def __init__(self, units: int, done: int, *, wanted: bool) -> None:
        self._units, self._done = units, done
        self._wanted = wanted and sys.stderr.isatty()
        self._began, self._due = time.monotonic(), 0.0
        self._before: int | None = None

    def show(self, totals: Totals) -> None:
        """So much is done."""
        now = time.monotonic()
        if self._before is None:
            self._before = totals.linted
        if not self._wanted or now < self._due:
            return
        self._due = now + EVERY
        sys.stderr.write(f"\r\033[K{line(totals, self._units, self._done, self._before, now - self._began)}")
        sys.stderr.flush()

    def wipe(self) -> None:
        """Leave nothing behind."""
        if self._wanted:
            sys.stderr.write("\r\033[K")


def line(totals: Totals, units: int, before: int, linted_before: int, seconds: float) -> str:
    """What is told. Speed and time left are those of this run, not of what an earlier one did."""
    speed = (totals.linted - linted_before) / seconds if seconds > 0 else 0.0
    done = totals.units
    left = seconds * (units - done) / (done - before) if done > before else None
    parts = [
        f"{done:,} of {units:,} units",
        f"{speed:,.0f} articles/s",
        f"{totals.findings:,} findings",
        f"{totals.quarantined:,} quarantined",
    ]
    if left is not None:
        parts.append(f"{int(left) // 3600}:{int(left) // 60 % 60:02}:{int(left) % 60:02} left")
    return ", ".join(parts)
