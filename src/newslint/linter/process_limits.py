"""The limits of a process that only lints: the memory that it may have, and the time that one article may take."""

from __future__ import annotations

import sys
from contextlib import suppress

from newslint.config.settings import Settings
from newslint.files import MEGABYTE
from newslint.linter.time_limit import TimeLimit


def limit_process(settings: Settings, *, may_end: bool = False) -> TimeLimit:
    """Limit the memory of this process, and return the limit for the time of each article.

    Call it in the main thread. With `may_end`, an article that no signal interrupts ends the process.
    """
    limit_memory(settings.max_memory)
    seconds = settings.timeout
    return TimeLimit(interrupt_after=seconds, kill_after=2 * seconds + 1 if seconds and may_end else 0)


def limit_memory(megabytes: float) -> None:
    """Let allocations fail beyond a limit, so that Python raises MemoryError; 0 is no limit. On Linux alone."""
    if not megabytes or sys.platform != "linux":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    size = int(megabytes * MEGABYTE)
    with suppress(ValueError, OSError):
        if soft == resource.RLIM_INFINITY or size < soft:
            resource.setrlimit(resource.RLIMIT_DATA, (size, hard))
