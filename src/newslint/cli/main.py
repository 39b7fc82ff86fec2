"""Starts the command. Where only paths are given, which is how hooks call it, no options need to be understood."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Exit with the command's status."""
    gc.disable()  # what is imported and built stays to the end; the linting looks for garbage again
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:  # while modules are imported, too
        sys.exit(130)  # as a shell says of a program that was interrupted


def _run(given: list[str]) -> int:
    if not any(word.startswith("-") and word != "-" for word in given):
        from newslint.cli.dispatch import execute
        from newslint.cli.options import RunOptions

        return execute(RunOptions(paths=given))
    # The library of options costs several times what the linting of an article does.
    from newslint.cli.parser import app

    try:
        app()
    except OSError as error:  # the library of options itself writes the help and the version
        from newslint.console import detach_stdout, print_error

        return print_error(detach_stdout(error))
    return 0
