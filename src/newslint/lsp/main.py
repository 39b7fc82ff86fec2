"""Starts the language server on standard input and output."""

from __future__ import annotations

import os
import sys

from newslint import __version__
from newslint.batch.cli import Parser
from newslint.completion import add_completion_option

LSP_EXTRA = "'newslint[lsp]'"


def main() -> None:
    """Exit with 0 after a shutdown request, 1 without one, 2 if the server cannot start."""
    make_parser().parse_args()
    try:
        from newslint.lsp.handlers import serve
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        sys.stderr.write(f"newslint-ls: error: it needs more packages; install them with pip install {LSP_EXTRA}\n")
        sys.exit(2)
    # Plugins get other standard streams than the protocol, so that nothing they print comes between its messages.
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    devnull = os.open(os.devnull, os.O_RDONLY)
    os.dup2(devnull, 0)
    os.dup2(2, 1)
    os.close(devnull)
    sys.exit(serve(stdin, stdout))


def make_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(
        prog="newslint-ls",
        description="Run the language server of newslint on standard input and output. Editors start this command.",
    )
    parser.add_argument("--version", action="version", version=f"newslint-ls {__version__}")
    parser.add_argument("--stdio", action="store_true", help="use standard input and output, which is the default")
    add_completion_option(parser, LSP_EXTRA)
    return parser


if __name__ == "__main__":
    main()
