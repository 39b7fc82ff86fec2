"""The `github` format: workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext
from newslint.reporters.escaping import escape
from newslint.reporters.locations import file_region, message_with_record, related_as_text

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReporter:
    """The `github` format: annotations of a workflow step."""

    name: ClassVar[str] = "github"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield a command for each finding, and then one for each failure."""
        for diagnostic in diagnostics:
            location = diagnostic.location
            region = file_region(location, context)
            properties: dict[str, object] = {"file": location.path, "line": region.line, "endLine": region.end_line}
            # GitHub accepts columns only within one line.
            if region.column is not None and region.line == region.end_line:
                properties |= {"col": region.column, "endColumn": region.end_column}
            lines = [message_with_record(location, diagnostic.message, context), *related_as_text(diagnostic, context)]
            yield _command(LEVELS[diagnostic.severity], {**properties, "title": diagnostic.rule}, lines)
        for failure in context.failures:
            file: dict[str, object] = {} if failure.path is None else {"file": failure.path}
            yield _command("error", {**file, "title": "newslint"}, failure.message.split("\n"))


def _command(name: str, properties: Mapping[str, object], lines: Iterable[str]) -> str:
    pairs = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {pairs}::{_data(chr(10).join(map(escape, lines)))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # GitHub decodes these line ends again, so that the name of a file stays as it is.
    escaped = "\t".join(map(escape, _data(text).split("\t")))
    return escaped.replace(":", "%3A").replace(",", "%2C")
