"""Standard output for results, standard error for messages to people, and the exit statuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TextIO

from newslint.files import FileError
from newslint.model import Failure
from newslint.reporters.escaping import escape

EXIT_FINDINGS, EXIT_ERROR = 1, 2  # exit statuses
STDOUT_NAMES = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def print_stderr(text: str, more_lines: Iterable[str] = ()) -> None:
    """Write a line to standard error, and more lines below it; a stream that is full or closed loses them."""
    with suppress(OSError):
        sys.stderr.write("\n  ".join([f"newslint: {escape(text)}", *map(escape, more_lines)]) + "\n")


def configure_streams() -> None:
    """Make the streams write UTF-8 with plain line feeds, and escape file names that are not valid text."""
    # A stream that the caller closed is None. Its file number must be taken, or the next file that is opened would get
    # it and be read or written by mistake. What takes it here fails at its first use, as a closed stream does.
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]


_reserved: list[TextIO] = []  # what standard output was, if plugins have got another one


def stdout() -> TextIO:
    """Return the stream of results."""
    return _reserved[-1] if _reserved else sys.stdout


def reserve_stdout() -> None:
    """Keep standard output for results: what else is written to it in this process goes to standard error."""
    if not _reserved:
        stream = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _reserved.append(stream)


exit_statuses: list[int] = []  # the exit status of this process, once its run has ended as it should


def end_run(status: int) -> int:
    """Note that the run has ended, and return its exit status."""
    exit_statuses.append(status)
    return status


def flush_streams() -> None:
    """Write what is buffered, as the end of the interpreter does."""
    for stream in (stdout(), sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()


def print_error(message: str) -> int:
    """Print the error that stopped the run, and return the exit status."""
    print_stderr(f"error: {message}")
    return EXIT_ERROR


def report_failures(failures: Iterable[Failure], status: int) -> int:
    """Print the failures, and return the exit status: `status` if there are none."""
    for failure in failures:
        where = f"{failure.path}: " if failure.path else ""
        source = "" if failure.source == "file" else f"{failure.source}: "
        first, *more_lines = failure.error.split("\n")  # of a traceback (--debug)
        print_stderr(f"error: {where}{source}{first}", more_lines)
        status = EXIT_ERROR
    return status


def write_output(pieces: Iterable[str], path: str | None) -> bool:
    """Write the pieces to a file or to standard output, and return whether all were written. Raises FileError."""
    if path is None or _is_stdout(path):
        return write_stdout(pieces)
    from newslint.file_writing import remove_abandoned, write_atomic

    remove_abandoned([os.path.dirname(path)])
    write_atomic(path, pieces)
    return True


def _is_stdout(path: str) -> bool:
    """Return whether the path is another name of standard output, such as /dev/stdout.

    Replacing that file would lose what was written to it before.
    """
    if _reserved and path in STDOUT_NAMES:
        return True
    try:
        return os.path.samestat(os.stat(path), os.fstat(stdout().fileno()))
    except (OSError, ValueError):  # one of them does not exist
        return False


def write_stdout(pieces: Iterable[str]) -> bool:
    """Write the pieces as they come, and return whether all were written: the reader may close (`| head`).

    Raises FileError.
    """
    stream = stdout()
    return all(_call(stream.write, piece) for piece in pieces) and _call(stream.flush)


def _call(write: Callable[..., object], *text: str) -> bool:
    try:
        write(*text)
    except OSError as error:
        message = detach_stdout(error)
        if isinstance(error, BrokenPipeError):
            return False
        raise FileError(message) from error
    return True


def detach_stdout(error: OSError) -> str:
    """Redirect standard output to the null device, and return the error message.

    Otherwise the interpreter would try to write the buffered rest at exit, and fail again.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stdout().fileno())
    return f"standard output cannot be written: {error.strerror}"
