"""What processes take: memory and processor time of one and of all that it starts, while they run (on Linux)."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

EVERY = 0.05  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


class Watch(Thread):
    """Within a `with` block, looks again and again at a process, at what it started, and at what these started.

    Unlike what `getrusage` tells of children, a peak is that of a process alone, not of whoever began it; and nothing
    is lost of processes that nobody waits for.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = Event()
        self.megabytes: dict[int, int] = {}  # at most, by process
        self._seconds: dict[int, float] = {}

    def run(self) -> None:
        """Look."""
        while not self._over.wait(EVERY):
            self.look()

    def look(self) -> None:
        """Once."""
        known = [self._pid]
        for pid in known:
            with suppress(OSError, IndexError):  # it has ended
                for children in Path(f"/proc/{pid}/task").glob("*/children"):
                    known += map(int, children.read_text().split())
                times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
                self._seconds[pid] = sum(map(int, times)) / TICKS
                peak = Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()[0]
                self.megabytes[pid] = int(peak) // 1024

    def seconds(self) -> float:
        """Processor time of all so far."""
        self.look()
        return sum(self._seconds.values())

    def __enter__(self) -> Watch:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()
