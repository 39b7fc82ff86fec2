"""Starts the command. Where only paths are given, which is how hooks call it, no options need to be understood."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Exit with the command's status."""
    gc.disable()  # what is imported and built stays to the end; the linting looks for garbage again
    given = sys.argv[1:]
    if any(word.startswith("-") and word != "-" for word in given):
        # The library of options costs several times what the linting of an article does.
        from newslint.front.cli import app

        try:
            app()
        except OSError as error:  # the library of options itself writes the help and the version
            from newslint.front.output import refuse, unwritable

            sys.exit(refuse(unwritable(error)))
    else:
        from newslint.front.command import execute
        from newslint.front.request import Request

        try:
            sys.exit(execute(Request(paths=given)))
        except KeyboardInterrupt:
            sys.exit(130)  # as a shell says of a program that was interrupted
