"""The completion of a command's options in a shell, for the programs whose options argparse reads."""

from __future__ import annotations

import argparse
import sys
from typing import Any

SHELLS = ("bash", "zsh", "tcsh")


def add_completion_option(parser: argparse.ArgumentParser, extra: str) -> None:
    """Add --print-completion; `extra` is what to install where the package that writes completions is missing."""

    class PrintCompletion(argparse.Action):
        """Prints the completion for a shell, and exits."""

        def __call__(self, parser: argparse.ArgumentParser, *values: Any) -> None:
            """Exit with 0 after printing, with 2 without the package."""
            sys.exit(_print_completion(parser, values[1], extra))

    parser.add_argument(
        "--print-completion", action=PrintCompletion, choices=SHELLS, help="print what completes the options in a shell"
    )


def _print_completion(parser: argparse.ArgumentParser, shell: str, extra: str) -> int:
    try:
        import shtab
    except ImportError:
        sys.stderr.write(f"{parser.prog}: error: shtab is not installed; run `pip install {extra}`\n")
        return 2
    for action in parser._actions:
        if not action.option_strings or action.metavar in ("FILE", "WHEEL"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar == "FOLDER":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    sys.stdout.write(shtab.complete(parser, shell) + "\n")
    return 0
