"""The progress line on a terminal: units, records a second, counts of the job, time left."""

import time

from newslint.console import stderr
from newslint.named_tuple import NamedTuple

REDRAW_SECONDS = 0.5


class ProgressState(NamedTuple):
    """How far a run is."""

    units: int
    records: int
    details: tuple[str, ...] = ()


class Progress:
    """A line on standard error that is drawn again as units finish, and is cleared at the end.

    `start` is the state that earlier runs of the job left; `noun` is what the speed counts, such as "articles".
    """

    def __init__(self, units: int, start: ProgressState, noun: str, *, enabled: bool) -> None:
        self._units, self._start, self._noun = units, start, noun
        self._enabled = enabled and stderr().isatty()
        self._started, self._next_draw = time.monotonic(), 0.0

    def show(self, state: ProgressState) -> None:
        """Draw the line, unless it was drawn just before."""
        now = time.monotonic()
        if self._enabled and now >= self._next_draw:
            self._next_draw = now + REDRAW_SECONDS
            line = format_progress(self._units, self._start, state, self._noun, now - self._started)
            stderr().write(f"\r\033[K{line}")
            stderr().flush()

    def clear(self) -> None:
        """Remove the line from the terminal."""
        if self._enabled:
            stderr().write("\r\033[K")


def format_progress(units: int, start: ProgressState, state: ProgressState, noun: str, seconds: float) -> str:
    """Return the line's text. Speed and time left are those of this run, not of what earlier runs did."""
    speed = (state.records - start.records) / seconds if seconds > 0 else 0.0
    parts = [f"{state.units:,} of {units:,} units", f"{speed:,.0f} {noun}/s", *state.details]
    if state.units > start.units:
        left = int(seconds * (units - state.units) / (state.units - start.units))
        parts.append(f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02} left")
    return ", ".join(parts)
