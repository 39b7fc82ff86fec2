"""Progress on standard error: from the second second of a run on, and only on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
PATIENCE, EVERY = 1.0, 0.2  # seconds


def shown(items: Iterable[T], total: int, *, wanted: bool) -> Iterator[T]:
    """Hand the items on and say how many of `total` came, on a line that is wiped in the end."""
    if not wanted or not sys.stderr.isatty():
        yield from items
        return
    due = time.monotonic() + PATIENCE
    drawn = False
    try:
        for number, item in enumerate(items, 1):
            yield item
            if time.monotonic() >= due:
                due, drawn = time.monotonic() + EVERY, True
                sys.stderr.write(f"\r{number:,} of {total:,} files ({100 * number // total} %)")
                sys.stderr.flush()
    finally:
        if drawn:
            sys.stderr.write("\r\033[K")
