"""The page around the articles: its head, its search, what broke, and the rules that were met."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from newslint import __version__
from newslint.api import Failure, ReportContext
from newslint.reporters.html.escape import escape_html, pluralize, render_documentation
from newslint.reporters.html.model import ReportModel, family

COLUMNS = {"char": "code points", "byte": "bytes of UTF-8", "utf16": "UTF-16 units", "display": "cells"}


def head(sheets: ReportModel, failures: list[Failure]) -> Iterator[str]:
    """Everything above the summary."""
    style, script = _part("style.css"), _part("script.js")
    # Nothing comes from elsewhere, and of what stands here only these two may act: text that slipped
    # through as markup could still do nothing.
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    found = sum(sheets.rules.values())
    headline = f"{pluralize(found, 'finding')} in {pluralize(len(sheets.with_findings()), 'article')}"
    if not found:
        headline = "Nothing to mark"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>newslint: {headline[0].lower()}{headline[1:]}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n'
    )
    if found:
        yield '<a class="skip" href="#articles">Skip to the articles</a>\n'
    yield f'<header class="masthead">\n<p class="name">newslint</p>\n<h1>{headline}</h1>\n'
    yield f'<p class="tally">{_tally(sheets, failures)}</p>\n</header>\n<main>\n'


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


def rules(sheets: ReportModel, report: ReportContext) -> Iterator[str]:
    """Why each rule that found something is there."""
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">The rules</h2>\n'
    for name, identity in sheets.rule_ids.items():
        info = report.rule_info(name)
        texts = info.documentation.split("\n\n```", 1)[0].split("\n\n")
        told = "".join(f"<p>{render_documentation(text)}</p>\n" for text in texts if text.strip())
        yield f'<section id="{identity}" class="f{sheets.slots[family(name)]}">\n<h3>{escape_html(name)}</h3>\n'
        yield told or f"<p>{escape_html(info.summary)}</p>\n"
        if info.url and info.url.startswith(("https://", "http://")):  # a plugin's word: no other scheme
            yield f'<p><a rel="noreferrer" href="{escape_html(info.url)}">More on {escape_html(name)}</a></p>\n'
        yield "</section>\n"
    yield "</section>\n"


def foot(report: ReportContext, *, found: bool) -> Iterator[str]:
    """The end."""
    where = f" Places are line:column; columns count {COLUMNS.get(report.column_unit, 'code points')}." if found else ""
    yield f"</main>\n<footer>\n<p>Written by newslint {__version__}.{where}</p>\n</footer>\n"
    if found:
        yield f"<script>{_part('script.js')}</script>\n"
    yield "</body>\n</html>\n"


def _part(name: str) -> str:
    # As text, so that a checkout with other line ends gives the same page and the same digest.
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
