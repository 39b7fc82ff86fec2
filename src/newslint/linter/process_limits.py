"""The limits of a process that only lints: the memory that it may have, and the time that one article may take."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress

from newslint.config.settings import Settings
from newslint.files import MEGABYTE
from newslint.linter.linter import Linter, build_linter
from newslint.linter.time_limit import TimeLimit
from newslint.plugin_loader import PluginError


def limit_process(settings: Settings, *, may_end: bool = False) -> TimeLimit:
    """Limit the memory of this process, and return the limit for the time of each article.

    Call it in the main thread. With `may_end`, or where another process sees the end of this one, an article that no
    signal interrupts ends the process.
    """
    limit_memory(settings.max_memory)
    seconds = settings.timeout
    if settings.has_foreign_code and not may_end:
        from newslint.plugin_loader.supervision import is_supervised

        may_end = is_supervised()
    end_after = 2 * seconds + 1 if seconds and may_end else 0
    exit_after = end_after if settings.has_foreign_code else 0
    return TimeLimit(interrupt_after=seconds, kill_after=end_after, exit_after=exit_after)


def build_in_time(settings: Settings, trusted: Mapping[str, bytes] | None = None) -> Linter:
    """Build a linter, as `build_linter` does, in the main thread. It guards the calls of plugins in this process.

    Raises PluginError, too, if patterns or plugins that are not built in take longer to load than an article may take.
    """
    if not settings.has_foreign_code:
        return build_linter(settings, trusted)
    from newslint.linter.guarded_calls import CallGuard
    from newslint.plugin_loader.isolation import unchanged_process
    from newslint.plugin_loader.supervision import running_plugin

    limit_memory(settings.max_memory)
    seconds = settings.timeout
    guard = CallGuard(seconds)
    running = ""
    try:
        with unchanged_process(), guard(""):
            try:
                return build_linter(settings, trusted)._replace(guard=guard)
            finally:
                running = running_plugin()
    except TimeoutError:
        patterns = (f'[[pattern]] "{spec.name}"' for spec in settings.patterns)
        names = ", ".join((*settings.plugins, *settings.local_plugins, *patterns))
        text = f"loading the plugins took longer than {seconds:g} s; leave out one of {names}"
        raise PluginError(text + (f"; this was {running}" if running else "")) from None


MIN_HEADROOM = 128 * MEGABYTE  # a thread that cannot allocate never starts, and whoever starts it waits forever


def limit_memory(megabytes: float) -> None:
    """Let allocations fail beyond a limit, so that Python raises MemoryError; 0 is no limit. On Linux alone.

    A process that is near the limit already may have MIN_HEADROOM more.
    """
    if not megabytes or sys.platform != "linux":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    size = max(int(megabytes * MEGABYTE), _data_size() + MIN_HEADROOM)
    with suppress(ValueError, OSError):
        if soft == resource.RLIM_INFINITY or size < soft:
            resource.setrlimit(resource.RLIMIT_DATA, (size, hard))


def _data_size() -> int:
    """Return the bytes that count against the limit; 0 where the system does not say."""
    import resource

    with suppress(OSError, ValueError, IndexError), open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[5]) * resource.getpagesize()
    return 0
