"""What processes take: memory and processor time of one and of all that it starts, while they run (on Linux)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

EVERY = 0.05  # seconds
TURN = 1.0  # second
TICKS = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> Iterator[int]:
    """A process, what it started, what these started: each before it is looked for what it started."""
    known = [pid]
    for one in known:
        yield one
        with suppress(OSError):  # it has ended
            for children in Path(f"/proc/{one}/task").glob("*/children"):
                known += map(int, children.read_text().split())


class Timed:
    """Python, run with some arguments: its processor time once it is over, with that of what it waited for."""

    def __init__(self, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self.process = subprocess.Popen([sys.executable, *arguments], env=env)
        self.seconds = 0.0

    def over(self) -> bool:
        """Whether it is. The program ends where it failed."""
        if self.process.returncode is None:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                self.seconds = used.ru_utime + used.ru_stime
        if self.process.returncode:
            sys.exit(f"{self.process.args} failed: {self.process.returncode}")
        return self.process.returncode is not None


def ended(*processes: Timed) -> float:
    """The processor time of all, once they are over."""
    while not all(process.over() for process in processes):
        time.sleep(EVERY)
    return sum(process.seconds for process in processes)


def in_turns(one: Sequence[Timed], other: Sequence[Timed], along: Sequence[int] = ()) -> tuple[float, float]:
    """The processor time of two sets of processes that run a second each, again and again.

    What one machine can do drifts by a quarter within minutes: so both meet the same of it. `along` runs with `other`.
    """

    def tell(side: Sequence[Timed], what: signal.Signals) -> None:
        for pid in [process.process.pid for process in side if not process.over()] + [*along] * (side is other):
            for each in family(pid):
                with suppress(OSError):  # it has ended
                    os.kill(each, what)

    try:
        while not all(process.over() for process in (*one, *other)):
            for side, rest in ((one, other), (other, one)):
                tell(rest, signal.SIGSTOP)
                tell(side, signal.SIGCONT)
                until = time.monotonic() + TURN
                while time.monotonic() < until and not all(process.over() for process in side):
                    time.sleep(EVERY)
    finally:
        tell(one, signal.SIGCONT)
        tell(other, signal.SIGCONT)
    return ended(*one), ended(*other)


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
        for pid in family(self._pid):
            with suppress(OSError, IndexError):  # it has ended
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
