"""What processes take, on Linux: memory and processor time, with all that they start; and two sets of them in turns."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

TURN = 1.0  # second
EVERY = 0.05  # seconds until it is asked again whether a turn is over
LOOK = 0.25  # seconds between two looks at what processes took: more often would itself take a share
TICKS = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> Iterator[int]:
    """A process, what it started, what these started.

    Each is given before its children are looked up: one that is stopped at once starts none that nobody sees.
    """
    known = [pid]
    for one in known:
        yield one
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            with suppress(OSError):  # the thread has ended
                known += map(int, children.read_text().split())


def tell(pids: Iterable[int], what: signal.Signals) -> None:
    """Send processes a signal."""
    for pid in pids:
        with suppress(OSError):  # it has ended
            os.kill(pid, what)


class Timed:
    """Python, run with some arguments: its processor time once it is over, with that of what it waited for."""

    def __init__(self, name: str, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.process = subprocess.Popen([sys.executable, *arguments], env=env)
        self.seconds = 0.0

    def running(self) -> bool:
        """Whether it is. This program ends where that one failed."""
        if self.process.returncode is None:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                self.seconds = used.ru_utime + used.ru_stime
                if self.process.returncode:
                    sys.exit(f"{self.name} failed: {self.process.returncode}")
        return self.process.returncode is None


def left(processes: Iterable[Timed]) -> list[Timed]:
    """Those that are running still."""
    return [process for process in processes if process.running()]


def ended(*processes: Timed) -> float:
    """The processor time of all, once they are over."""
    while left(processes):
        time.sleep(EVERY)
    return sum(process.seconds for process in processes)


def in_turns(one: Sequence[Timed], other: Sequence[Timed], along: Sequence[int] = ()) -> tuple[float, float]:
    """The processor time of two sets of processes that run a second each, again and again.

    What one machine can do drifts by a quarter within minutes: so both meet the same of it. `along` runs with `other`.
    Where one fails, the others are ended, but for `along`.
    """

    def pids(side: Sequence[Timed]) -> list[int]:
        own = [process.process.pid for process in left(side)]
        return [*own, *along] if side is other else own

    try:
        while left((*one, *other)):
            for side, rest in ((one, other), (other, one)):
                for pid in pids(rest):
                    tell(family(pid), signal.SIGSTOP)
                for pid in pids(side):
                    tell(family(pid), signal.SIGCONT)
                until = time.monotonic() + TURN
                while time.monotonic() < until and left(side):
                    time.sleep(EVERY)
    except BaseException:
        for process in (*one, *other):
            if process.process.returncode is None:
                tell([*family(process.process.pid)], signal.SIGKILL)  # once it is dead its children are not its own
        raise
    finally:
        for pid in along:
            tell(family(pid), signal.SIGCONT)
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
        while not self._over.wait(LOOK):
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
