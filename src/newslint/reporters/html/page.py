"""The page around the articles: its top, its filters, the errors, and the documentation of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newslint.api import Failure, ReportContext, pluralize
from newslint.reporters.html.document import document_end, document_head, masthead, resource
from newslint.reporters.html.escape import escape_html, render_documentation
from newslint.reporters.html.model import ReportModel, family

UNIT_NAMES = {"char": "code points", "byte": "bytes of UTF-8", "utf16": "UTF-16 units", "display": "cells"}


def page_start(model: ReportModel, failures: Sequence[Failure]) -> Iterator[str]:
    """Yield the page down to the start of its main part."""
    count = sum(model.rules.values())
    headline = f"{pluralize(count, 'finding')} in {pluralize(len(model.with_findings()), 'article')}"
    if not count:
        headline = "Nothing to mark"
    yield document_head(headline, script=resource("script.js"))
    if count:
        yield '<a class="skip" href="#articles">Skip to the articles</a>\n'
    yield masthead(headline, _totals(model, failures))


def _totals(model: ReportModel, failures: Sequence[Failure]) -> str:
    counts = [pluralize(model.severities[level], level) for level in ("error", "warning") if model.severities[level]]
    if model.severities["info"]:
        counts.append(f"{model.severities['info']:,} for information")
    parts = [", ".join(counts) + "." if counts else "The enabled rules found nothing in these articles."]
    if failures:
        parts.append(f'<a href="#failures">{pluralize(len(failures), "failure")}: not everything was linted.</a>')
    return " ".join(parts)


def failures_section(failures: Iterable[Failure]) -> str:
    """Return the list of failures; empty if there are none."""
    rows = "".join(
        f"<li><b>{escape_html(failure.path or failure.source)}</b>"
        f"{'' if failure.source == 'file' or not failure.path else ' (' + escape_html(failure.source) + ')'}: "
        + "\n".join(map(escape_html, failure.error.split("\n")))  # a traceback has several lines
        + "</li>\n"
        for failure in failures
    )
    if not rows:
        return ""
    head = '<section class="failures" aria-labelledby="failures">\n<h2 id="failures">Failures</h2>\n'
    return f"{head}<ul>\n{rows}</ul>\n</section>\n"


def filters(model: ReportModel) -> str:
    """Return the form that searches and filters the notes. It is hidden until the page's script runs."""
    boxes = "".join(
        f'<label class="box f{model.colors[name]}">'
        f'<input type="checkbox" name="family" value="{escape_html(name)}" checked> '
        f"{escape_html(name)}</label>\n"
        for name in sorted(model.families)
    )
    groups = "".join(
        f'<optgroup label="{escape_html(name)}">\n'
        + "".join(
            f'<option value="{escape_html(rule)}">{escape_html(rule)} ({model.rules[rule]})</option>\n'
            for rule in rules
        )
        + "</optgroup>\n"
        for name, rules in groupby(model.rules, key=family)
    )
    return (
        '<form class="filter" role="search" aria-label="Notes" autocomplete="off" hidden>\n'
        '<p><label for="words">Search notes and paths</label><input id="words" type="search" name="words"></p>\n'
        '<p><label for="rule">Rule</label><select id="rule" name="rule">\n<option value="">All rules</option>\n'
        f"{groups}</select></p>\n<fieldset><legend>Families</legend>\n{boxes}</fieldset>\n"
        '<p class="state"><output aria-live="polite"></output> <button type="reset">Show all</button></p>\n</form>\n'
    )


def rules_section(model: ReportModel, context: ReportContext) -> Iterator[str]:
    """Yield the documentation of each rule that has findings, without its examples."""
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">The rules</h2>\n'
    for name, identity in model.rule_ids.items():
        info = context.rule_info(name)
        paragraphs = info.documentation.split("\n\n```", 1)[0].split("\n\n")
        documentation = "".join(f"<p>{render_documentation(text)}</p>\n" for text in paragraphs if text.strip())
        yield f'<section id="{identity}" class="f{model.colors[family(name)]}">\n<h3>{escape_html(name)}</h3>\n'
        yield documentation or f"<p>{escape_html(info.summary)}</p>\n"
        if info.url and info.url.startswith(("https://", "http://")):  # a plugin could give a javascript: URL
            yield f'<p><a rel="noreferrer" href="{escape_html(info.url)}">More on {escape_html(name)}</a></p>\n'
        yield "</section>\n"
    yield "</section>\n"


def page_end(context: ReportContext, *, has_articles: bool) -> str:
    """Return the end of the page, with the script that filters articles if there are some."""
    unit = UNIT_NAMES.get(context.column_unit, "code points")
    note = f"Places are line:column; columns count {unit}." if has_articles else ""
    return document_end("newslint", note=note, script=resource("script.js") if has_articles else "")
