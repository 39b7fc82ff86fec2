"""The page around the articles: its head, its search, what broke, and the rules that were met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from newslint.api import Failure, ReportContext, pluralize
from newslint.reporters.html.document import document_end, document_head, masthead, resource
from newslint.reporters.html.escape import escape_html, render_documentation
from newslint.reporters.html.model import ReportModel, family

COLUMNS = {"char": "code points", "byte": "bytes of UTF-8", "utf16": "UTF-16 units", "display": "cells"}


def head(sheets: ReportModel, failures: list[Failure]) -> Iterator[str]:
    """Everything above the summary."""
    found = sum(sheets.rules.values())
    headline = f"{pluralize(found, 'finding')} in {pluralize(len(sheets.with_findings()), 'article')}"
    if not found:
        headline = "Nothing to mark"
    yield document_head(headline, script=resource("script.js"))
    if found:
        yield '<a class="skip" href="#articles">Skip to the articles</a>\n'
    yield masthead(headline, _tally(sheets, failures))


def _tally(sheets: ReportModel, failures: list[Failure]) -> str:
    counts = [pluralize(sheets.severities[level], level) for level in ("error", "warning") if sheets.severities[level]]
    if sheets.severities["info"]:
        counts.append(f"{sheets.severities['info']:,} for information")
    parts = [", ".join(counts) + "." if counts else "No rule that ran found anything in these articles."]
    if failures:
        parts.append(f'<a href="#broke">{pluralize(len(failures), "failure")}: not everything was linted.</a>')
    return " ".join(parts)


def failures_section(failures: Iterable[Failure]) -> str:
    """What could not be read, loaded or run."""
    rows = "".join(
        f"<li><b>{escape_html(failure.path or failure.source)}</b>"
        f"{'' if failure.source == 'file' or not failure.path else ' (' + escape_html(failure.source) + ')'}: "
        + "\n".join(map(escape_html, failure.error.split("\n")))  # with --debug a trace has many lines
        + "</li>\n"
        for failure in failures
    )
    if not rows:
        return ""
    head = '<section class="broke" aria-labelledby="broke">\n<h2 id="broke">What broke</h2>\n'
    return f"{head}<ul>\n{rows}</ul>\n</section>\n"


def filters(sheets: ReportModel) -> str:
    """The search, hidden until the script that it needs shows it."""
    boxes = "".join(
        f'<label class="box f{sheets.slots[name]}">'
        f'<input type="checkbox" name="family" value="{escape_html(name)}" checked> '
        f"{escape_html(name)}</label>\n"
        for name in sorted(sheets.families)
    )
    groups = "".join(
        f'<optgroup label="{escape_html(name)}">\n'
        + "".join(
            f'<option value="{escape_html(rule)}">{escape_html(rule)} ({sheets.rules[rule]})</option>\n'
            for rule in rules
        )
        + "</optgroup>\n"
        for name, rules in groupby(sheets.rules, key=family)
    )
    return (
        '<form class="filter" role="search" aria-label="Notes" autocomplete="off" hidden>\n'
        '<p><label for="words">Search notes and paths</label><input id="words" type="search" name="words"></p>\n'
        '<p><label for="rule">Rule</label><select id="rule" name="rule">\n<option value="">All rules</option>\n'
        f"{groups}</select></p>\n<fieldset><legend>Families</legend>\n{boxes}</fieldset>\n"
        '<p class="state"><output aria-live="polite"></output> <button type="reset">Show all</button></p>\n</form>\n'
    )


def rules(sheets: ReportModel, context: ReportContext) -> Iterator[str]:
    """Why each rule that found something is there."""
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">The rules</h2>\n'
    for name, identity in sheets.rule_ids.items():
        info = context.rule_info(name)
        texts = info.documentation.split("\n\n```", 1)[0].split("\n\n")
        told = "".join(f"<p>{render_documentation(text)}</p>\n" for text in texts if text.strip())
        yield f'<section id="{identity}" class="f{sheets.slots[family(name)]}">\n<h3>{escape_html(name)}</h3>\n'
        yield told or f"<p>{escape_html(info.summary)}</p>\n"
        if info.url and info.url.startswith(("https://", "http://")):  # a plugin's word: no other scheme
            yield f'<p><a rel="noreferrer" href="{escape_html(info.url)}">More on {escape_html(name)}</a></p>\n'
        yield "</section>\n"
    yield "</section>\n"


def foot(context: ReportContext, *, found: bool) -> str:
    """The end."""
    unit = COLUMNS.get(context.column_unit, "code points")
    note = f"Places are line:column; columns count {unit}." if found else ""
    return document_end("newslint", note=note, script=resource("script.js") if found else "")
