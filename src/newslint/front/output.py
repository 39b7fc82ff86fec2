"""Results go to standard output, words for people to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from newslint.formats.columns import escape
from newslint.model import Failure

FOUND, BROKEN = 1, 2  # exit statuses


def say(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"newslint: {text}\n")


def prepare() -> None:
    """UTF-8 and plain line feeds on every platform; a name that is no text is escaped rather than refused."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]


def refuse(message: str) -> int:
    """Say why nothing was done; the exit status."""
    say(f"error: {escape(message)}")
    return BROKEN


def finish(failures: Iterable[Failure], status: int) -> int:
    """Say what broke; the exit status."""
    for failure in failures:
        where = f"{failure.path}: " if failure.path else ""
        source = "" if failure.source == "file" else f"{failure.source}: "
        # With --debug a trace has many lines; their ends are meant, other control characters are not.
        say("error: " + "\n".join(map(escape, f"{where}{source}{failure.error}".split("\n"))))
        status = BROKEN
    return status


def counted(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'s' if count != 1 else ''}"


def to_standard_output(pieces: Iterable[str]) -> None:
    """Write the pieces as they come. A reader that goes away (`| head`) ends the writing, not the run."""
    pieces = iter(pieces)
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
