"""Measures memory and processor time of processes with all their children, on Linux; runs two sets of them in turns."""

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

TURN_SECONDS = 1.0
POLL_SECONDS = 0.05  # between two checks whether a turn is over
SAMPLE_SECONDS = 0.25  # between two samples; shorter intervals would take processor time themselves
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> Iterator[int]:
    """Yield the id of a process and those of all its descendants.

    Each is yielded before its children are read, so that a caller who stops it at once misses none that it starts.
    """
    pids = [pid]
    for parent in pids:
        yield parent
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            with suppress(OSError):  # the thread has ended
                pids += map(int, children.read_text().split())


def send_signal(pids: Iterable[int], number: signal.Signals) -> None:
    """Send a signal to processes; those that have ended are skipped."""
    for pid in pids:
        with suppress(OSError):  # it has ended
            os.kill(pid, number)


class Timed:
    """A Python process; after its end, its processor time with that of the processes it waited for."""

    def __init__(self, name: str, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.process = subprocess.Popen([sys.executable, *arguments], env=env)
        self.seconds = 0.0

    def is_running(self) -> bool:
        """Return whether it has not ended. Exits this program where it failed."""
        if self.process.returncode is None:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                self.seconds = used.ru_utime + used.ru_stime
                if self.process.returncode:
                    sys.exit(f"{self.name} failed: {self.process.returncode}")
        return self.process.returncode is None


def running(processes: Iterable[Timed]) -> list[Timed]:
    """Return the processes that have not ended."""
    return [process for process in processes if process.is_running()]


def wait_for(*processes: Timed) -> float:
    """Wait until all processes have ended and return their processor time."""
    while running(processes):
        time.sleep(POLL_SECONDS)
    return sum(process.seconds for process in processes)


def run_in_turns(
    first: Sequence[Timed], second: Sequence[Timed], companions: Sequence[int] = ()
) -> tuple[float, float]:
    """Run two sets of processes for a second each, alternating until all have ended; return their processor times.

    The speed of a machine can vary by a quarter within minutes; alternating, both sets get the same of it. `companions`
    run with the second set. Where a process fails, the others of both sets are killed.
    """

    def pids(side: Sequence[Timed]) -> list[int]:
        own = [process.process.pid for process in running(side)]
        return [*own, *companions] if side is second else own

    try:
        while running((*first, *second)):
            for side, rest in ((first, second), (second, first)):
                for pid in pids(rest):
                    send_signal(family(pid), signal.SIGSTOP)
                for pid in pids(side):
                    send_signal(family(pid), signal.SIGCONT)
                until = time.monotonic() + TURN_SECONDS
                while time.monotonic() < until and running(side):
                    time.sleep(POLL_SECONDS)
    except BaseException:
        for process in (*first, *second):
            if process.process.returncode is None:
                # A list, because the children of a process that was killed can no longer be read.
                send_signal([*family(process.process.pid)], signal.SIGKILL)
        raise
    finally:
        for pid in companions:
            send_signal(family(pid), signal.SIGCONT)
    return wait_for(*first), wait_for(*second)


class Watch(Thread):
    """Samples the memory and processor time of a process and all its descendants, within a `with` block.

    Unlike `getrusage` for children, a peak is that of the process itself, not of its parent before the start; and
    processes that no parent waits for are counted.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._ended = Event()
        self.megabytes: dict[int, int] = {}  # the peak of each process
        self._seconds: dict[int, float] = {}

    def run(self) -> None:
        """Sample until the block ends."""
        while not self._ended.wait(SAMPLE_SECONDS):
            self.sample()

    def sample(self) -> None:
        """Sample once."""
        for pid in family(self._pid):
            with suppress(OSError, IndexError):  # it has ended
                times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
                self._seconds[pid] = sum(map(int, times)) / TICKS_PER_SECOND
                peak = Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()[0]
                self.megabytes[pid] = int(peak) // 1024

    def seconds(self) -> float:
        """Return the processor time of all processes so far."""
        self.sample()
        return sum(self._seconds.values())

    def __enter__(self) -> Watch:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.join()
