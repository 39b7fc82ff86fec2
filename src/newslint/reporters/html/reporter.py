"""The `html` format: one page with a list of the findings, each shown in its article and explained beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext, pluralize

NO_SCRIPT = (
    "<noscript><p>The list of findings and the articles need the script of this page, which this browser does not "
    "run. The tables below do not. <code>newslint --format full</code> prints the same findings as text.</p>"
    "</noscript>\n"
)


class HtmlReporter:
    """The `html` format, for people who read the articles rather than a list, and for showing them to others."""

    name: ClassVar[str] = "html"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one page, an article at a time."""
        from newslint.reporters.html import document, shell
        from newslint.reporters.html.article_text import article_text
        from newslint.reporters.html.data import article_data, data_element, report_data
        from newslint.reporters.html.model import build_model

        model = build_model(diagnostics)
        script = document.script(*document.REPORT_SCRIPTS) if model.finding_count else ""
        yield document.document_head(
            shell.headline(model), style=document.style(*document.REPORT_STYLES), script=script
        )
        yield "<body>\n"
        if model.finding_count:
            yield '<a class="skip" href="#findings">Skip to the findings</a>\n'
        yield shell.page_top(model, context) + "<main>\n"
        if not model.finding_count:
            yield shell.failures_section(context.failures) + "</main>\n" + document.document_end("newslint")
            return
        for name in ("findings", "articles"):
            yield f'<section class="view" id="{name}" tabindex="-1" aria-labelledby="{name}-title">\n'
            yield f'<h2 id="{name}-title" class="quiet">{name.capitalize()}</h2>\n</section>\n'
        yield NO_SCRIPT
        yield from shell.rules_section(model, context)
        yield shell.failures_section(context.failures) + "</main>\n"
        articles = []
        for view in model.articles.values():
            text = article_text(view, context)
            articles.append(article_data(view, text))
            yield data_element(f"text-{view.number}", text.data)
        data = report_data(model, articles, context)
        note = f"Places are line:column; columns count {data['unit']}."
        yield document.document_end("newslint", note=note, data=[data_element("data", data)], script=script)


def article_page(diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
    """Yield a page with the articles that have findings, and nothing around them."""
    from newslint.reporters.html import document, shell
    from newslint.reporters.html.data import data_element, report_parts

    texts, data = report_parts(diagnostics, context)
    count = len(data["findings"])
    headline = pluralize(count, "finding") if count else "Nothing to mark"
    script = document.script(*document.ARTICLE_SCRIPTS, "alone.js") if count else ""
    yield document.document_head(headline, style=document.style(*document.REPORT_STYLES), script=script)
    yield f'<body class="alone">\n<main>\n<h1 class="{"quiet" if count else "nothing"}">{headline}</h1>\n'
    yield '<div id="article"></div>\n' + shell.failures_section(context.failures) + "</main>\n"
    if count:
        yield from (data_element(f"text-{number}", text) for number, text in enumerate(texts))
        yield f"{data_element('data', data)}<script>{script}</script>\n"
    yield "</body>\n</html>\n"
