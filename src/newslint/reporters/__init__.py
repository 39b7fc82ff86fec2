"""The built-in reporters, provided by the same hook as those of other plugins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import cast

from newslint.api import Diagnostic, ReportContext, Reporter
from newslint.reporters.text import TextReporter

# By format: the module, imported only for a run that writes this format, and the class.
LAZY_REPORTERS = {
    "full": ("full", "FullReporter"),
    "json": ("json", "JsonReporter"),
    "jsonl": ("json", "JsonLinesReporter"),
    "sarif": ("sarif", "SarifReporter"),
    "github": ("github", "GithubReporter"),
    "gitlab": ("gitlab", "GitlabReporter"),
    "rdjsonl": ("rdjsonl", "RdjsonlReporter"),
    "junit": ("junit", "JunitReporter"),
    "checkstyle": ("checkstyle", "CheckstyleReporter"),
    "html": ("html.reporter", "HtmlReporter"),
}


def newslint_reporters() -> list[type[Reporter]]:
    """Return the built-in reporters, one class for each format."""
    return [TextReporter, *map(_lazy_reporter, LAZY_REPORTERS)]


def _lazy_reporter(format_name: str) -> type[Reporter]:
    class LazyReporter:
        name = format_name

        def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
            module, class_name = LAZY_REPORTERS[format_name]
            reporter: Reporter = getattr(import_module(f"newslint.reporters.{module}"), class_name)()
            return iter(reporter.report(diagnostics, context))

    return cast("type[Reporter]", LazyReporter)
