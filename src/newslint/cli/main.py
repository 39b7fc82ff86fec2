"""The start of the command: it parses the arguments, and calls the program."""

from __future__ import annotations

import gc
import os
import sys

COMPLETION = "_NEWSLINT_COMPLETE"  # the environment variable by which a shell asks typer to complete a command line


def main() -> None:
    """Run the command and exit with its status."""
    gc.disable()  # what is imported and built stays to the end; linting enables it again
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:  # also while modules are imported
        sys.exit(130)  # as a shell reports a program that was interrupted


def _run(arguments: list[str]) -> int:
    from newslint.cli.command_line import parse

    if COMPLETION not in os.environ and (options := parse(arguments)) is not None:
        from newslint.cli.dispatch import execute

        return execute(options)
    from newslint.cli.parser import app  # for the help and for errors: its libraries cost more than linting an article

    try:
        app(prog_name="newslint")
    except OSError as error:  # typer itself writes the help and the version
        from newslint.console import detach_stdout, print_error

        return print_error(detach_stdout(error))
    return 0
