"""Starts the server of the Model Context Protocol on standard input and output."""

from __future__ import annotations

import sys

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


if __name__ == "__main__":
    main()
