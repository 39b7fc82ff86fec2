"""A time limit for one item at a time, in the process that works on it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from newslint.engine.checker import Interruption

HAS_TIMERS = hasattr(signal, "setitimer")  # not on every system
Seconds = tuple[float, float]  # until the interruption, and until the end of the process; 0: never
_messages: list[str] = []  # of the blocks that are running, the innermost last


class TimeLimitError(Interruption):
    """An item took too long. Not an Exception, so that no rule or library catches it by accident.

    The message says how long, and what to do.
    """


class TimeLimit:
    """Interrupts, or ends, this process where a `with` block takes too long; seconds, 0 for no limit.

    After `interrupt_after` seconds Python code is interrupted by a TimeLimitError. A library that does not return to
    Python is not; after `kill_after` seconds of processor time the process ends by a signal that has no handler, and
    after `exit_after` seconds, in which it may have waited, by a thread that needs no lock of Python.
    The task is then run again with each item in a separate child process, which the item may crash.

    The time of a `with` block within another does not count for the outer one. `option` is what a user may raise.
    """

    def __init__(
        self,
        *,
        interrupt_after: float = 0,
        kill_after: float = 0,
        exit_after: float = 0,
        option: str = "timeout in the configuration",
    ) -> None:
        self._interrupt_after, self._kill_after, self._exit_after = interrupt_after, kill_after, exit_after
        self._process = os.getpid()
        self._outer: list[Seconds] = []  # what is left to the blocks around this one
        if exit_after:
            self._null = open(os.devnull, "w")  # noqa: SIM115  # the thread would write a traceback
        self._message = f"took longer than {interrupt_after:g} s; raise {option}"
        if HAS_TIMERS and interrupt_after:
            signal.signal(signal.SIGALRM, _interrupt)
        if HAS_TIMERS and kill_after:
            signal.signal(signal.SIGVTALRM, signal.SIG_DFL)

    def __enter__(self) -> None:
        _messages.append(self._message)
        self._outer.append(self._set_timers((self._interrupt_after, self._kill_after)))
        self._end_late(is_wanted=True)

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        outer = self._outer.pop()
        left, _ = self._set_timers(outer)
        _messages.pop()
        self._end_late(is_wanted=any(outer))  # not while the time of the block around it is paused
        if HAS_TIMERS and self._interrupt_after and not left and kind is None:
            raise TimeLimitError(self._message)  # the code has caught the first one, and gone on

    @contextmanager
    def paused(self, *, restart: bool = False) -> Iterator[None]:
        """Stop the time of a `with` block; with `restart`, all of it is left afterwards, unless none was left."""
        left = self._set_timers((0, 0))
        self._end_late(is_wanted=False)
        try:
            yield
        finally:
            self._set_timers((self._interrupt_after, self._kill_after) if restart and left[0] else left)
            self._end_late(is_wanted=True)

    def _end_late(self, *, is_wanted: bool) -> None:
        """Let a thread end this process later, or no more. A copy, made by a plugin, would wait for that thread."""
        if self._exit_after and os.getpid() == self._process:
            import faulthandler

            if is_wanted:
                faulthandler.dump_traceback_later(self._exit_after, exit=True, file=self._null)
            else:
                faulthandler.cancel_dump_traceback_later()

    def _set_timers(self, seconds: Seconds) -> Seconds:
        """Set the timers, and return what was left."""
        if not HAS_TIMERS:
            return 0, 0
        real = signal.setitimer(signal.ITIMER_REAL, seconds[0])[0] if self._interrupt_after else 0
        virtual = signal.setitimer(signal.ITIMER_VIRTUAL, seconds[1])[0] if self._kill_after else 0
        return real, virtual


def _interrupt(number: int, frame: Any) -> None:
    raise TimeLimitError(_messages[-1])
