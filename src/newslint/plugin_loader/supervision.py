"""A process that sees how a run with plugins ends: only one that has ended as it should has a status of its own.

A library may crash a process, or call `exit` of C, where no code of Python runs any more. So the run goes on in a child
process, and its parent reports what ended it. The two share a few bytes: the exit status, and whose code runs.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any, NoReturn

from newslint.console import EXIT_ERROR, at_end, exit_statuses, flush_streams, print_stderr

STATUS, INTERRUPTED, NAME = 0, 1, 2  # what the shared bytes hold: a status plus 1, a truth value, and the name
NAME_BYTES = 500  # of a longer name, the rest is lost
PR_SET_PDEATHSIG = 1  # of Linux: the signal that a process gets when its parent ends
SIGNAL_SECONDS = 0.3  # in which a signal that was sent to both processes has reached the other one
HINTS = {  # what the end of a process may mean: `TimeLimit` ends it by the first two
    "exit status 1": "; perhaps it did not return in time",
    "signal 26 SIGVTALRM": "; it did not return in time",
    "signal 9 SIGKILL": "; perhaps the system had no memory left",
}
_shared: list[Any] = []  # the bytes
_running: list[str] = [""]  # whose code runs


def note_call(who: str) -> str:
    """Note how messages name the plugin whose code runs from now on, "" for newslint's own; return what it was."""
    before, _running[0] = _running[0], who
    if _shared:
        _shared[0][NAME:] = who.encode("utf-8", "backslashreplace")[:NAME_BYTES].ljust(NAME_BYTES, b"\0")
    return before


def running_plugin() -> str:
    """Return how messages name the plugin whose code runs; "" where none does."""
    return _running[0]


def is_supervised() -> bool:
    """Return whether another process makes exit status 2 of whatever ends this one."""
    return bool(_shared)


def note_status(status: int) -> None:
    """Note that the run has ended, or that the end of this process has been reported."""
    if _shared:
        _shared[0][STATUS] = status + 1


def note_interrupt() -> None:
    """Note that Ctrl-C has reached this process."""
    if _shared:
        _shared[0][INTERRUPTED] = 1


def supervise() -> None:
    """Go on in a child process, whose parent exits with the status of the run, or with 2 if that did not end.

    On Linux alone, and where the system has another process. Call it before there are threads, which a child has not.
    """
    try:
        import ctypes
        from mmap import mmap

        if sys.platform != "linux" or len(os.listdir("/proc/self/task")) > 1:
            return
    except (ImportError, OSError):  # Python was built without them, or there is no /proc
        return
    shared, parent = mmap(-1, NAME + NAME_BYTES), os.getpid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # else nobody could wait for the child
    flush_streams()  # else both processes would write what is buffered
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGCHLD})
    try:
        child = os.fork()
    except OSError:  # the system has no more processes
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        return
    if child:
        _exit_as(child, shared)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it has ended already
        os._exit(EXIT_ERROR)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    _shared.append(shared)
    at_end.append(lambda: note_status(exit_statuses[-1]))


def _exit_as(child: int, shared: Any) -> NoReturn:
    code = _wait(child, shared)
    status = shared[STATUS] - 1
    if status >= 0:
        os._exit(status)
    if shared[INTERRUPTED] and code in (130, -signal.SIGINT):
        os._exit(130)
    who = shared[NAME:].rstrip(b"\0").decode("utf-8", "replace") or "a plugin, or a library of it,"
    name = signal.Signals(-code).name if code < 0 and -code in {*signal.Signals} else ""
    how = f"signal {-code} {name}".rstrip() if code < 0 else f"exit status {code}"
    hint = HINTS.get(how, "")
    print_stderr(f"error: {who} ended the process before the end of the run ({how}){hint}; leave it out")
    flush_streams()
    os._exit(EXIT_ERROR)


def _wait(child: int, shared: Any) -> int:
    """Return the exit status of a process, negative for a signal. It gets Ctrl-C, too."""
    while True:
        is_interrupted = signal.sigwaitinfo({signal.SIGINT, signal.SIGCHLD}).si_signo == signal.SIGINT
        has_reached = True
        if is_interrupted:
            signal.sigtimedwait({signal.SIGCHLD}, SIGNAL_SECONDS)
            has_reached = shared[INTERRUPTED] == 1
            shared[INTERRUPTED] = 1  # also where a plugin has changed what the signal does
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        # A terminal sends it to both processes, a program perhaps to this one alone.
        if not has_reached:
            os.kill(child, signal.SIGINT)
