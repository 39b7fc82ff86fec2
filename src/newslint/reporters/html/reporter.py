"""The `html` format: one page that holds everything, the articles with their faults marked and noted in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext

MANY = 100  # articles: from here on a browser should not lay out all at once


class HtmlReporter:
    """For people who want to read the articles rather than a list, and to show it to others."""

    name: ClassVar[str] = "html"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """One document, an article at a time."""
        from newslint.reporters.html import page
        from newslint.reporters.html.article import sheet
        from newslint.reporters.html.model import build_model
        from newslint.reporters.html.summary import summary

        sheets = build_model(diagnostics)
        failures = context.failures  # complete now
        yield from page.head(sheets, failures)
        if not sheets.all:
            yield page.failures_section(failures)
            yield page.foot(context, found=False)
            return
        yield from summary(sheets)
        yield page.failures_section(failures)
        many = " many" if len(sheets.all) > MANY else ""
        yield f'<section class="articles{many}" aria-labelledby="articles">\n'
        yield '<h2 id="articles" tabindex="-1">The articles</h2>\n'
        yield page.filters(sheets)
        for one in sheets.all:
            yield from sheet(one, sheets, context)
        yield "</section>\n"
        yield from page.rules(sheets, context)
        yield page.foot(context, found=True)
