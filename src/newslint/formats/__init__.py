"""Article readers and reporters, one file each, offered by the same hooks as anybody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import cast

from newslint.api import Diagnostic, Reader, ReportContext, Reporter
from newslint.formats.read_jsonl import JsonLinesReader
from newslint.formats.read_markdown import MarkdownReader
from newslint.formats.read_text import TextReader
from newslint.formats.write_text import TextReporter

# Those that a run seldom needs are imported where one is asked for.
LAZY_REPORTERS = {
    "full": ("write_full", "FullReporter"),
    "json": ("write_json", "JsonReporter"),
    "jsonl": ("write_json", "JsonLinesReporter"),
    "sarif": ("write_sarif", "SarifReporter"),
    "github": ("write_github", "GithubReporter"),
    "gitlab": ("write_gitlab", "GitlabReporter"),
    "rdjsonl": ("write_rdjsonl", "RdjsonlReporter"),
    "junit": ("write_junit", "JunitReporter"),
    "checkstyle": ("write_checkstyle", "CheckstyleReporter"),
    "html": ("write_html", "HtmlReporter"),
}


def newslint_readers() -> list[type[Reader]]:
    """The readers that ship."""
    return [TextReader, MarkdownReader, JsonLinesReader]


def newslint_reporters() -> list[type[Reporter]]:
    """The formats that ship."""
    return [TextReporter, *map(_later, LAZY_REPORTERS)]


def _later(format_name: str) -> type[Reporter]:
    class Later:
        name = format_name

        def report(self, diagnostics: Iterable[Diagnostic], report: ReportContext) -> Iterator[str]:
            module, reporter = LAZY_REPORTERS[format_name]
            made: Reporter = getattr(import_module(f"newslint.formats.{module}"), reporter)()
            return iter(made.report(diagnostics, report))

    return cast("type[Reporter]", Later)
