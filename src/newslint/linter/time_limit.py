"""A time limit for one item at a time, in the process that works on it."""

from __future__ import annotations

import os
import signal
from types import TracebackType
from typing import Any

from newslint.engine.checker import Interruption

HAS_TIMERS = hasattr(signal, "setitimer")  # not on every system


class TimeLimitError(Interruption):
    """An item took too long. Not an Exception, so that no rule or library catches it by accident."""


class TimeLimit:
    """Interrupts, or ends, this process where a `with` block takes too long; seconds, 0 for no limit.

    After `interrupt_after` seconds Python code is interrupted by a TimeLimitError. A library that does not return to
    Python is not; after `kill_after` seconds of processor time the process ends by a signal that has no handler, and
    after `exit_after` seconds, in which it may have waited, by a thread that needs no lock of Python.
    The task is then run again with each item in a separate child process, which the item may crash.
    """

    def __init__(self, *, interrupt_after: float = 0, kill_after: float = 0, exit_after: float = 0) -> None:
        self._interrupt_after, self._kill_after, self._exit_after = interrupt_after, kill_after, exit_after
        self._process = os.getpid()
        if exit_after:
            self._null = open(os.devnull, "w")  # noqa: SIM115  # the thread would write a traceback
        if HAS_TIMERS and interrupt_after:
            signal.signal(signal.SIGALRM, _interrupt)
        if HAS_TIMERS and kill_after:
            signal.signal(signal.SIGVTALRM, signal.SIG_DFL)

    def __enter__(self) -> None:
        self._set_timers(self._interrupt_after, self._kill_after)
        if self._exit_after and not self._is_copy():
            import faulthandler

            faulthandler.dump_traceback_later(self._exit_after, exit=True, file=self._null)

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._set_timers(0, 0)
        if self._exit_after and not self._is_copy():
            import faulthandler

            faulthandler.cancel_dump_traceback_later()

    def _is_copy(self) -> bool:
        """Return whether a plugin has copied the process: a copy has no such thread, and would wait for it."""
        return os.getpid() != self._process

    def _set_timers(self, interrupt_after: float, kill_after: float) -> None:
        if HAS_TIMERS:
            if self._interrupt_after:
                signal.setitimer(signal.ITIMER_REAL, interrupt_after)
            if self._kill_after:
                signal.setitimer(signal.ITIMER_VIRTUAL, kill_after)


def _interrupt(number: int, frame: Any) -> None:
    raise TimeLimitError
