"""Starts the language server on standard input and output."""

from __future__ import annotations

import argparse
import os
import sys

from newslint import __version__


def main() -> None:
    """Exit with 0 after a proper shutdown, 1 without one, 2 where the server cannot start."""
    parser = argparse.ArgumentParser(
        prog="newslint-ls",
        description="The language server of newslint. An editor starts it and speaks to it on its standard streams.",
    )
    parser.add_argument("--version", action="version", version=f"newslint-ls {__version__}")
    parser.add_argument("--stdio", action="store_true", help="as always; some editors say so")
    parser.parse_args()
    try:
        from newslint.lsp.handlers import serve
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        sys.stderr.write("newslint-ls: error: it needs more packages; install them with pip install 'newslint[lsp]'\n")
        sys.exit(2)
    # The streams of the protocol are kept to ourselves: what a plugin prints must not end up between the messages.
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    sys.exit(serve(stdin, stdout))


if __name__ == "__main__":
    main()
