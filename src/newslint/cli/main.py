"""The start of the command. Hooks call it with paths only; then it parses no options, which saves an import."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command and exit with its status."""
    gc.disable()  # what is imported and built stays to the end; linting enables it again
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:  # also while modules are imported
        sys.exit(130)  # as a shell reports a program that was interrupted


def _run(arguments: list[str]) -> int:
    if not any(argument.startswith("-") and argument != "-" for argument in arguments):
        from newslint.cli.dispatch import execute
        from newslint.cli.options import RunOptions

        return execute(RunOptions(paths=tuple(arguments)))
    # Importing typer costs several times what linting an article does.
    from newslint.cli.parser import app

    try:
        app()
    except OSError as error:  # typer itself writes the help and the version
        from newslint.console import detach_stdout, print_error

        return print_error(detach_stdout(error))
    return 0
