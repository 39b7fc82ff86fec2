"""The `html` format: one page with the articles, their findings highlighted in the text and explained in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext

MANY_ARTICLES = 100  # with more, the browser lays out only articles near the visible part of the page


class HtmlReporter:
    """The `html` format, for people who read the articles rather than a list, and for showing them to others."""

    name: ClassVar[str] = "html"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one page, an article at a time."""
        from newslint.reporters.html import page
        from newslint.reporters.html.article import article_section
        from newslint.reporters.html.model import build_model
        from newslint.reporters.html.summary import summary

        model = build_model(diagnostics)
        failures = context.failures  # complete after the last diagnostic
        yield from page.page_start(model, failures)
        if not model.articles:
            yield page.failures_section(failures)
            yield page.page_end(context, has_articles=False)
            return
        yield from summary(model)
        yield page.failures_section(failures)
        many = " many" if len(model.articles) > MANY_ARTICLES else ""
        yield f'<section class="articles{many}" aria-labelledby="articles">\n'
        yield '<h2 id="articles" tabindex="-1">The articles</h2>\n'
        yield page.filters(model)
        for article in model.articles:
            yield from article_section(article, model, context)
        yield "</section>\n"
        yield from page.rules_section(model, context)
        yield page.page_end(context, has_articles=True)
