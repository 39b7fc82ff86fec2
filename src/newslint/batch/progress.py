"""Progress on a terminal: units, records a second, what was found and quarantined, time left."""

from __future__ import annotations

import sys
import time
from typing import NamedTuple

EVERY = 0.5  # seconds


class Progress:
    """A line that is drawn again and again, and wiped in the end: of so many units, so much was done before."""

    def __init__(self, units: int, before: State, records: str, *, wanted: bool) -> None:
        self._units, self._before, self._records = units, before, records
        self._wanted = wanted and sys.stderr.isatty()
        self._began, self._due = time.monotonic(), 0.0

    def show(self, now: State) -> None:
        """So much is done."""
        clock = time.monotonic()
        if self._wanted and clock >= self._due:
            self._due = clock + EVERY
            told = line(self._units, self._before, now, self._records, clock - self._began)
            sys.stderr.write(f"\r\033[K{told}")
            sys.stderr.flush()

    def wipe(self) -> None:
        """Leave nothing behind."""
        if self._wanted:
            sys.stderr.write("\r\033[K")


class State(NamedTuple):
    """How far a run is."""

    units: int
    records: int
    details: tuple[str, ...] = ()


def line(units: int, before: State, now: State, records: str, seconds: float) -> str:
    """What is told. Speed and time left are those of this run, not of what an earlier one did."""
    speed = (now.records - before.records) / seconds if seconds > 0 else 0.0
    parts = [f"{now.units:,} of {units:,} units", f"{speed:,.0f} {records}/s", *now.details]
    if now.units > before.units:
        left = int(seconds * (units - now.units) / (now.units - before.units))
        parts.append(f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02} left")
    return ", ".join(parts)
