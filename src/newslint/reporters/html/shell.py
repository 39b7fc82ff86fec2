"""The parts of the page that need no script: its top, the tables of rules and folders, the failures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newslint.api import Failure, ReportContext, pluralize
from newslint.reporters.html.bars import bar
from newslint.reporters.html.colors import family, family_color
from newslint.reporters.html.document import masthead
from newslint.reporters.html.escape import escape_html, render_documentation
from newslint.reporters.html.model import ReportModel

Cell = tuple[float, str]  # the value that a column is sorted by, and its text


def headline(model: ReportModel) -> str:
    """Return the headline of the page."""
    if not model.finding_count:
        return "Nothing to mark"
    articles = pluralize(model.articles_with_findings, "article")
    return f"{pluralize(model.finding_count, 'finding')} in {articles}"


def page_top(model: ReportModel, context: ReportContext) -> str:
    """Return the top of the page and its navigation."""
    top = masthead(headline(model), _totals(model, context))
    views = [("findings", "Findings"), ("articles", "Articles"), ("rules", "Rules")] if model.finding_count else []
    if context.failures:
        views.append(("failures", f"Failures ({len(context.failures):,})"))
    if len(views) < 2:
        return top
    links = "".join(f'<li><a href="#{name}">{label}</a></li>\n' for name, label in views)
    return f'{top}<nav class="views" aria-label="Views">\n<ul>\n{links}</ul>\n</nav>\n'


def _totals(model: ReportModel, context: ReportContext) -> str:
    linted = sum(context.articles_by_folder.values())
    parts = []
    if linted:
        parts.append(f"{pluralize(linted, 'article')} linted.")
    counts = [pluralize(model.severities[level], level) for level in ("error", "warning") if model.severities[level]]
    if model.severities["info"]:
        counts.append(f"{model.severities['info']:,} for information")
    parts.append(", ".join(counts) + "." if counts else "The enabled rules found nothing.")
    if context.failures:
        count = pluralize(len(context.failures), "failure")
        parts.append(f'<a href="#failures">{count}: not everything was linted.</a>')
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
    head = '<section class="view failures" id="failures" tabindex="-1" aria-labelledby="failures-title">\n'
    return f'{head}<h2 id="failures-title">Failures</h2>\n<ul>\n{rows}</ul>\n</section>\n'


def rules_section(model: ReportModel, context: ReportContext) -> Iterator[str]:
    """Yield the tables of rules and folders, and the documentation of each rule that has findings."""
    yield '<section class="view" id="rules" tabindex="-1" aria-labelledby="rules-title">\n'
    yield '<h2 id="rules-title" class="quiet">Rules</h2>\n'
    yield from _rules_table(model, context)
    yield from _folders_table(model, context.articles_by_folder)
    yield '<div class="rules">\n<h3>What the rules find, and why it matters</h3>\n'
    for number, name in enumerate(model.rules):
        info = context.rule_info(name)
        paragraphs = info.documentation.split("\n\n```", 1)[0].split("\n\n")
        documentation = "".join(f"<p>{render_documentation(text)}</p>\n" for text in paragraphs if text.strip())
        yield f'<section id="rule-{number}" class="f{family_color(family(name))}">\n<h4>{escape_html(name)}</h4>\n'
        yield documentation or f"<p>{escape_html(info.summary)}</p>\n"
        yield _measured(context.measured(name))
        if info.url and info.url.startswith(("https://", "http://")):  # a plugin could give a javascript: URL
            yield f'<p><a rel="noreferrer" href="{escape_html(info.url)}">More on {escape_html(name)}</a></p>\n'
        yield "</section>\n"
    yield "</div>\n</section>\n"


def _rules_table(model: ReportModel, context: ReportContext) -> Iterator[str]:
    linted = sum(context.articles_by_folder.values())
    precisions = {name: context.measured(name).get("precision") for name in model.rules}
    is_measured = any(precision is not None for precision in precisions.values())
    columns = ["Findings", "Articles", *(["Of all articles", "Per 100 articles"] if linted else [])]
    columns += ["Right when measured"] if is_measured else []
    rows = []
    for number, (name, count) in enumerate(model.rules.items()):
        articles = model.articles_by_rule[name]
        cells: list[Cell] = [(count, f"{count:,}"), (articles, f"{articles:,}")]
        if linted:
            share, rate = 100 * articles / linted, 100 * count / linted
            cells += [(share, f"{share:.1f} %"), (rate, f"{rate:.1f}")]
        precision = precisions[name]
        if is_measured:
            cells.append((-1.0, "–") if precision is None else (precision, f"{100 * precision:.0f} %"))
        label = f'<a href="#rule-{number}">{rule_label(name)}</a>'
        rows.append((family_color(family(name)), label, float(count), cells))
    yield from _table("By rule", "Rule", columns, rows)
    if linted:
        yield f'<p class="aside">Rates are of the {pluralize(linted, "article")} that were linted.</p>\n'


def rule_label(name: str) -> str:
    """Return the HTML of a rule's name: the family stands out, and the line may break after it."""
    group, slash, rest = name.partition("/")
    return f"<b>{escape_html(group)}</b>{slash}<wbr>{escape_html(rest)}"


def _measured(table: Mapping[str, Any]) -> str:
    """Return how often a rule was right on labelled articles; empty for one that was not measured."""
    if "precision" not in table:
        return ""
    low, high = (100 * share for share in table["precision-interval"])
    texts = escape_html(" and ".join(table["texts"]))
    return (
        f'<p class="measured">Measured on {texts}: {100 * table["precision"]:.0f} % of '
        f"{pluralize(table['findings'], 'finding')} were right (95 % interval: {low:.0f} to {high:.0f} %).</p>\n"
    )


def _folders_table(model: ReportModel, linted: Mapping[str, int]) -> Iterator[str]:
    if len(linted) < 2:
        return
    found: dict[str, int] = {}
    articles: dict[str, int] = {}
    for view in model.articles.values():
        if view.notes:
            folder = view.path.rpartition("/")[0] or "."
            found[folder] = found.get(folder, 0) + len(view.notes)
            articles[folder] = articles.get(folder, 0) + 1
    rows = []
    for folder, count in sorted(linted.items()):
        findings, flagged, all_articles = found.get(folder, 0), articles.get(folder, 0), max(1, count)
        share, rate = 100 * flagged / all_articles, findings / all_articles
        cells: list[Cell] = [
            (findings, f"{findings:,}"),
            (flagged, f"{flagged:,}"),
            (count, f"{count:,}"),
            (share, f"{share:.1f} %"),
            (rate, f"{rate:.2f}"),
        ]
        rows.append((5, escape_html(folder), rate, cells))
    yield from _table("By folder", "Folder", ["Findings", "With findings", "Linted", "Share", "Per article"], rows)


def _table(
    caption: str, first: str, columns: Sequence[str], rows: Sequence[tuple[int, str, float, Sequence[Cell]]]
) -> Iterator[str]:
    """Yield a table that can be sorted. A row has a color, a label as HTML, the length of its bar, and cells."""
    maximum = max((length for _, _, length, _ in rows), default=0) or 1
    heads = "".join(f'<th scope="col">{name}</th>' for name in columns)
    yield f'<div class="wide" role="region" aria-label="{caption}" tabindex="0">'
    yield f'<table class="chart counts sortable">\n<caption>{caption}</caption>\n'
    yield f'<thead><tr><th scope="col">{first}</th><td></td>{heads}</tr></thead>\n<tbody>\n'
    for color, label, length, cells in rows:
        yield f'<tr class="f{color}"><th scope="row">{label}</th><td>{bar([(color, length)], maximum)}</td>'
        yield "".join(f'<td class="count" data-value="{value:.6g}">{text}</td>' for value, text in cells) + "</tr>\n"
    yield "</tbody>\n</table></div>\n"
