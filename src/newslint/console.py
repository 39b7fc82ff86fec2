"""Standard output for results, standard error for messages to people, and the exit statuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import BinaryIO, TextIO

from newslint.files import FileError
from newslint.model import Failure
from newslint.named_tuple import NamedTuple
from newslint.reporters.escaping import escape

EXIT_FINDINGS, EXIT_ERROR = 1, 2  # exit statuses
MIN_COPY = 300  # the least number of a file that nothing but newslint uses
STDOUT_NAMES = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def print_stderr(text: str, more_lines: Iterable[str] = ()) -> None:
    """Write a line to standard error, and more lines below it; a stream that is full or closed loses them."""
    with suppress(OSError, ValueError):
        stderr().write("\n  ".join([f"newslint: {escape(text)}", *map(escape, more_lines)]) + "\n")


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


class Streams(NamedTuple):
    """The standard streams of this process, where plugins have got others."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO


_reserved: list[Streams] = []


def stdin() -> BinaryIO:
    """Return the stream that articles may come from."""
    return _reserved[-1].stdin if _reserved else sys.stdin.buffer


def stdout() -> TextIO:
    """Return the stream of results."""
    return _reserved[-1].stdout if _reserved else sys.stdout


def stderr() -> TextIO:
    """Return the stream of messages."""
    return _reserved[-1].stderr if _reserved else sys.stderr


def are_streams_reserved() -> bool:
    """Return whether plugins have other standard streams than newslint."""
    return bool(_reserved)


def reserve_streams() -> None:
    """Keep the standard streams for newslint.

    What else reads standard input in this process finds it empty; what else writes to standard output, or to standard
    error, writes to standard error, and may close it.
    """
    if _reserved:
        return
    numbers = [stream.fileno() for stream in (sys.stdin, sys.stdout, sys.stderr)]
    copies = [_copy(number) for number in numbers]
    texts = [
        os.fdopen(copy, "w", buffering, encoding="utf-8", errors="backslashreplace", newline="\n")
        for copy, buffering in ((copies[1], -1), (copies[2], 1))
    ]
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, numbers[0])
    os.close(null)
    os.dup2(numbers[2], numbers[1])
    _reserved.append(Streams(os.fdopen(copies[0], "rb"), *texts))


def _copy(number: int) -> int:
    """Return another number of an open file: a large one, since programs close small ones when they start others."""
    try:
        import fcntl

        return fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, MIN_COPY)
    except (ImportError, OSError):  # there are not so many
        return os.dup(number)


exit_statuses: list[int] = []  # the exit status of this process, once its run has ended as it should
at_end: list[Callable[[], object]] = []  # called then


def end_run(status: int) -> int:
    """Note that the run has ended, and return its exit status."""
    exit_statuses.append(status)
    for call in at_end:
        call()
    return status


def end_copy(process: int) -> None:
    """End this process if it is not the one of that number: a plugin has forked it, and all would be done twice."""
    if os.getpid() != process:
        print_stderr("error: a plugin copied the process with os.fork, and let the copy go on; end it with os._exit")
        os._exit(EXIT_ERROR)


def flush_streams() -> None:
    """Write what is buffered, as the end of the interpreter does."""
    for stream in (stdout(), stderr()):
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
