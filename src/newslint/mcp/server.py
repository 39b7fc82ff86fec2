"""The tools of the server: lint a text, lint a file, explain a rule, tell why a rule speaks about a line or does not.

What a tool returns is data, for the assistant to put into words. The server reads only files below the folder that was
given when it was started, and writes none.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from newslint import Linter, __version__
from newslint.config.settings import SettingsError
from newslint.files import UTF_8, FileError, Source, read_text
from newslint.library.report import LintError, Report
from newslint.reporters.escaping import escape

INSTRUCTIONS = (
    "newslint finds faults of news articles: sources that nobody named or explained, numbers that contradict each "
    "other, missing dates, advertising and leftovers of web pages. Lines and columns count from 1. Its findings are "
    "few and each has a reason; it changes nothing."
)
MAX_MEGABYTES = 16.0  # of a file
READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def make_server(config: str | None = None, root: str | None = None) -> MCPServer:
    """Return the server. `config` is a configuration file; files can be linted below the folder `root`.

    Raises SettingsError for an invalid configuration, and for a root that is no folder.
    """
    if root is not None and not os.path.isdir(root):
        raise SettingsError(f"{root} is not a folder; name one with --root")
    tools = Tools(Linter(config), root)
    server = MCPServer("newslint", version=__version__, instructions=INSTRUCTIONS)
    offered: list[Callable[..., Any]] = [tools.lint_text, tools.list_rules, tools.explain_rule, tools.why]
    if root is not None:
        offered.append(tools.lint_file)
    for tool in offered:
        server.add_tool(tool, annotations=READ_ONLY)
    return server


class Tools:
    """The tools, with the linter that they share."""

    def __init__(self, linter: Linter, root: str | None) -> None:
        self._linter = linter
        self._root = None if root is None else os.path.realpath(root)

    def lint_text(self, text: str, date: str | None = None, suffix: str = ".txt") -> dict[str, Any]:
        """Find faults in one news article.

        `date` is its date of publication (YYYY-MM-DD), if it is known. `suffix` is .md for Markdown, .html for a page.
        """
        try:
            return _findings(self._linter.lint(text, date=date, suffix=suffix))
        except (LintError, ValueError) as error:
            raise ToolError(str(error)) from error

    def lint_file(self, path: str) -> dict[str, Any]:
        """Find faults in one article of the folder that the server was started with; `path` is relative to it."""
        assert self._root is not None
        try:
            path.encode()
            file = os.path.realpath(os.path.join(self._root, path))
        except ValueError as error:  # a NUL character, or half of a pair of surrogates
            raise ToolError(f"{escape(path)} is not the name of a file; name one below the folder") from error
        if os.path.commonpath([file, self._root]) != self._root:
            raise ToolError(f"{path} is outside the folder of the server; name a file below it")
        try:
            text = read_text(Source(file), UTF_8, MAX_MEGABYTES)
            suffix = os.path.splitext(file)[1].lower()
            return _findings(self._linter.lint(text, path=path, suffix=suffix))
        except (FileError, LintError, ValueError) as error:
            raise ToolError(str(error)) from error

    def list_rules(self) -> list[dict[str, str]]:
        """List the rules that run: name, severity and summary."""
        infos = map(self._linter.rule_info, self._linter.rules)
        return [{"rule": info.name, "severity": info.severity, "summary": info.summary} for info in infos]

    def explain_rule(self, rule: str) -> str:
        """Explain a rule: what it finds, why that matters, and examples."""
        try:
            return self._linter.rule_info(rule).documentation
        except SettingsError as error:
            raise ToolError(str(error)) from error

    def why(self, rule: str, text: str, line: int | None = None) -> dict[str, Any]:
        """Tell what a rule concluded about each candidate of a text, or of one line: why it reports it, or does not."""
        try:
            trace = self._linter.why(rule, text, line=line)
        except (SettingsError, LintError, ValueError) as error:
            raise ToolError(str(error)) from error
        steps = [
            {
                "line": step.location.start.line,
                "column": step.location.start.column,
                "words": step.location.match,
                "stage": step.stage,
                "conclusion": step.conclusion,
            }
            for step in trace.steps
        ]
        return {"rule": rule, "obstacles": list(trace.obstacles), "steps": steps, "findings": len(trace.diagnostics)}


def _findings(report: Report) -> dict[str, Any]:
    return {
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "line": finding.location.start.line,
                "column": finding.location.start.column,
                "match": finding.match,
                "message": finding.message,
                "fix": finding.fix.title if finding.fix else None,
            }
            for finding in report
        ]
    }
