"""Results go to standard output, words for people to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

from newslint.files import FileError, write_atomic
from newslint.model import Failure
from newslint.reporters.escaping import escape

EXIT_FINDINGS, EXIT_ERROR = 1, 2  # exit statuses


def print_stderr(text: str) -> None:
    """A line on standard error. Where nobody can read it, it is for nobody."""
    with suppress(OSError):
        sys.stderr.write(f"newslint: {text}\n")


def configure_streams() -> None:
    """UTF-8 and plain line feeds on every platform; a name that is no text is escaped rather than refused."""
    # Of a stream that the caller closed there is nothing. What takes its number here fails as a closed one does, and
    # only when it is used; a file that is opened later could take it too, and be read or written by mistake.
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]


def print_error(message: str) -> int:
    """Say why nothing was done; the exit status."""
    print_stderr(f"error: {escape(message)}")
    return EXIT_ERROR


def report_failures(failures: Iterable[Failure], status: int) -> int:
    """Say what broke; the exit status."""
    for failure in failures:
        where = f"{failure.path}: " if failure.path else ""
        source = "" if failure.source == "file" else f"{failure.source}: "
        # With --debug a trace has many lines; their ends are meant, other control characters are not.
        print_stderr("error: " + "\n".join(map(escape, f"{where}{source}{failure.error}".split("\n"))))
        status = EXIT_ERROR
    return status


def write_output(pieces: Iterable[str], path: str | None) -> bool:
    """Write the pieces to a file, or to standard output; whether anybody was there to the end. Raises FileError."""
    if path is None or _is_standard_output(path):
        return to_standard_output(pieces)
    write_atomic(path, pieces)
    return True


def _is_standard_output(path: str) -> bool:
    """Whether this is another name of it, such as /dev/stdout: what was written there before has to stay."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # one of them is not there
        return False


def to_standard_output(pieces: Iterable[str]) -> bool:
    """Write the pieces as they come. A reader that goes away (`| head`) ends it: False. Raises FileError."""
    return all(_out(sys.stdout.write, piece) for piece in pieces) and _out(sys.stdout.flush)


def _out(write: Callable[..., object], *text: str) -> bool:
    try:
        write(*text)
    except OSError as error:
        message = detach_stdout(error)
        if isinstance(error, BrokenPipeError):
            return False
        raise FileError(message) from error
    return True


def detach_stdout(error: OSError) -> str:
    """Give standard output up, and say why. What is still buffered must not be written at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return f"standard output cannot be written: {error.strerror}"
