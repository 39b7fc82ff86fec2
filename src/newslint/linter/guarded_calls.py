"""Calls of plugins' code in the process of the command: each has a limit of time, and a name if it ends the process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType

from newslint.console import end_copy
from newslint.linter.linter import Pause
from newslint.linter.time_limit import TimeLimit, TimeLimitError
from newslint.plugin_loader.supervision import is_supervised, note_call


class CallGuard:
    """Limits the seconds of each call of a plugin's code; 0 for no limit. Use it in the main thread."""

    def __init__(self, seconds: float) -> None:
        # What is not interrupted may end the process only where that makes exit status 2.
        end_after = 2 * seconds + 1 if seconds and is_supervised() else 0
        self._limit = TimeLimit(interrupt_after=seconds, kill_after=end_after, exit_after=end_after)
        self._process = os.getpid()

    @contextmanager
    def __call__(self, who: str) -> Iterator[Pause]:
        """Guard a `with` block, in which code of a plugin runs; `who` is how messages name it. Raises TimeoutError.

        Its value is called for a block within that one, whose time does not count. With `restart=True` the limit begins
        anew after it.
        """
        end_copy(self._process)
        before = note_call(who)
        try:
            with self._limit:
                yield self._pause
        except TimeLimitError as error:  # from here on, it is an error of the plugin like others
            raise TimeoutError(str(error)).with_traceback(_without_last(error.__traceback__)) from None
        finally:
            note_call(before)

    def _pause(self, *, restart: bool = False) -> AbstractContextManager[None]:
        end_copy(self._process)
        return self._limit.paused(restart=restart)


def _without_last(trace: TracebackType | None) -> TracebackType | None:
    """Return a traceback that ends where the code was interrupted, and not in the handler of the signal."""
    before, last = None, trace
    while last and last.tb_next:
        before, last = last, last.tb_next
    if before:
        before.tb_next = None
    return trace
