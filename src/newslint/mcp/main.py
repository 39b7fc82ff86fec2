"""Starts the server of the Model Context Protocol on standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newslint import __version__
from newslint.batch.cli import Parser
from newslint.completion import add_completion_option
from newslint.reporters.escaping import escape

MCP_EXTRA = "'newslint[mcp]'"


def main() -> None:
    """Exit with 0 when the assistant ends the session, 2 if the server cannot start."""
    given = make_parser().parse_args()
    try:
        from newslint.mcp.server import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "mcp":
            raise
        sys.stderr.write(f"newslint-mcp: error: it needs more packages; install them with pip install {MCP_EXTRA}\n")
        sys.exit(2)
    from newslint.config.settings import SettingsError

    try:
        with no_protocol():
            server = make_server(given.config, given.root)
    except SettingsError as error:
        sys.stderr.write(f"newslint-mcp: error: {escape(str(error))}\n")
        sys.exit(2)
    server.run("stdio")


def make_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(
        prog="newslint-mcp",
        description="Offer newslint to an assistant, over the Model Context Protocol, on standard input and output.",
    )
    parser.add_argument("--version", action="version", version=f"newslint-mcp {__version__}")
    parser.add_argument("--config", metavar="FILE", help="a configuration file (default: newslint's own settings)")
    parser.add_argument(
        "--root", metavar="FOLDER", help="allow files below this folder to be linted (default: no files are read)"
    )
    add_completion_option(parser, MCP_EXTRA)
    return parser


@contextmanager
def no_protocol() -> Iterator[None]:
    """Keep plugins from reading and writing the messages of the protocol while they are loaded.

    While the server runs, its library does the same.
    """
    stdin, stdout, null = os.dup(0), os.dup(1), os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(stdin, 0)
        os.dup2(stdout, 1)
        for number in (stdin, stdout, null):
            os.close(number)


if __name__ == "__main__":
    main()
