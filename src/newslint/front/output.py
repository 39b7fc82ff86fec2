"""Where results go: standard output, or a file that is written whole or not at all. People read standard error."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path


def say(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"newslint: {text}\n")


def prepare() -> None:
    """UTF-8 and plain line feeds on every platform; a name that is no text is escaped rather than refused."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]


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


def to_file(path: Path, pieces: Iterable[str]) -> None:
    """Write the pieces beside the file and move them there when all came. Raises OSError."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(pieces)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
