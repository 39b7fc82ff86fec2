"""`--report`: a page with charts for people who choose which parts of a corpus to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newslint.batch.summary import percent
from newslint.corpus.outputs.breakdown import Breakdown
from newslint.corpus.outputs.html_samples import rule_section, sample_elements, samples_section
from newslint.corpus.outputs.html_tables import groups_table, rates_table
from newslint.corpus.outputs.sample_texts import Texts
from newslint.corpus.types import Pairs, Totals
from newslint.file_writing import write_atomic
from newslint.linter.linter import Linter
from newslint.reporters.html import document
from newslint.reporters.html.bars import bar
from newslint.reporters.html.colors import ERROR_COLOR, family, family_color
from newslint.reporters.html.escape import escape_html, render_documentation
from newslint.reporters.html.reporter import NO_SCRIPT
from newslint.reporters.html.shell import rule_label
from newslint.text.words import pluralize

MAX_DAYS = 120  # more of them are added up by month, and then by year
STYLE = """
.days { display: block; width: 100%; height: 9rem; border-bottom: 1px solid var(--line); }
.days rect { fill: var(--c); }
.axis { display: flex; justify-content: space-between; color: var(--soft); font: .8rem/1.6 var(--sans); }
#tables > section { margin-top: 2.5rem; } #tables > section > h2 { font-size: 1.4rem; margin-bottom: .8rem; }
.example { color: var(--soft); overflow-wrap: anywhere; } .chart.rates td:nth-child(2) { min-width: 0; }
.rates td { font-variant-numeric: tabular-nums; text-align: right; padding-left: .8rem; }
.rates thead th { writing-mode: vertical-rl; text-align: left; padding: 0 0 .3rem; }
.rates thead th:first-child { writing-mode: initial; }
"""

NAVIGATION = (
    '<nav class="views" aria-label="Views">\n<ul>\n<li><a href="#findings">Findings</a></li>\n'
    '<li><a href="#tables">Tables</a></li>\n</ul>\n</nav>\n'
)


def write_report(
    path: str, totals: Totals, breakdown: Breakdown, texts: Texts, linter: Linter, group_name: str
) -> None:
    """Write the page atomically. Raises FileError."""
    write_atomic(path, page(totals, breakdown, texts, linter, group_name))


def page(totals: Totals, breakdown: Breakdown, texts: Texts, linter: Linter, group_name: str) -> Iterator[str]:
    """Yield the page in pieces. `texts` are those of the findings it lists, `group_name` the title of the groups."""
    headline = f"{pluralize(totals.findings, 'finding')} in {pluralize(totals.linted, 'article')}"
    has_findings = bool(breakdown.samples)
    script = document.script(*(document.REPORT_SCRIPTS if has_findings else document.CORPUS_SCRIPTS))
    yield document.document_head(headline, style=document.style(*document.REPORT_STYLES) + STYLE, script=script)
    yield "<body>\n" + document.masthead(
        headline,
        f"{pluralize(totals.records, 'record')}: {totals.linted:,} linted, {totals.quarantined:,} in "
        f"quarantine. {totals.characters:,} characters.",
    )
    if has_findings:
        yield NAVIGATION
    yield "<main>\n"
    if has_findings:
        yield from samples_section(breakdown.samples, totals)
        yield NO_SCRIPT
    yield '<section class="view" id="tables" tabindex="-1" aria-label="Tables">\n'
    yield from _rules_table(totals)
    yield from groups_table(group_name or "group", breakdown)
    yield from rates_table("Rules by group", group_name or "group", breakdown.rules_by_group, totals)
    yield from rates_table("Rules by month", "month", breakdown.rules_by_month, totals)
    yield from _days_chart(totals.days)
    yield from _quarantine_table(totals)
    yield from _rules_section(totals, linter)
    yield "</section>\n</main>\n"
    data = sample_elements(breakdown.samples, texts, linter.rule_info) if has_findings else ()
    yield document.document_end("newslint-corpus", data=data, script=script)


def _section_start(title: str) -> str:
    name = title.lower().replace(" ", "-")
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape_html(title)}</h2>\n'


def _table_start(*columns: str) -> str:
    cells = "".join(f'<th scope="col">{escape_html(column)}</th>' if column else "<td></td>" for column in columns)
    name = escape_html(columns[0])
    return (
        f'<div class="wide" role="region" aria-label="By {name}" tabindex="0"><table class="chart counts sortable">\n'
        f"<thead><tr>{cells}</tr></thead>\n<tbody>\n"
    )


def _count(value: int) -> str:
    return f'<td class="count" data-value="{value}">{value:,}</td>'


def _rules_table(totals: Totals) -> Iterator[str]:
    """Yield how many articles would be lost by dropping those in which a rule finds something."""
    yield _section_start("Articles with findings, by rule")
    yield _table_start("Rule", "", "Articles", "Of all", "Findings")
    most = max(totals.articles_by_rule.values(), default=1)
    for rule, articles in sorted(
        totals.articles_by_rule.items(), key=lambda item: (family(item[0]), -item[1], item[0])
    ):
        color = family_color(family(rule))
        yield (
            f'<tr class="f{color}"><th scope="row"><a href="#{rule_section(rule)}">{rule_label(rule)}</a></th>'
            f"<td>{bar([(color, articles)], most)}</td>{_count(articles)}"
            f'<td class="count" data-value="{articles}">{percent(articles, totals.linted)}</td>'
            f"{_count(totals.rules[rule])}</tr>\n"
        )
    yield "</tbody>\n</table></div>\n"
    yield '<p class="aside">Articles: those with at least one finding of the rule.</p>\n'
    yield "</section>\n"


def _days_chart(days: Pairs) -> Iterator[str]:
    named, period = {name: pair for name, pair in days.items() if name}, "day"
    for length, longer in ((7, "month"), (4, "year")):
        if named and len(_span(named)) > MAX_DAYS:
            named, period = _group_by_prefix(named, length), longer
    if not named:
        return
    yield _section_start(f"Findings per article, by {period}")
    named = {name: named.get(name, (0, 0)) for name in _span(named)}
    rates = {name: findings / max(1, articles) for name, (articles, findings) in named.items()}
    most = max(rates.values()) or 1.0
    yield f'<svg class="days f5" viewBox="0 0 {len(rates)} 100" preserveAspectRatio="none" role="img" '
    yield f'aria-label="Findings per article by {period}; at most {most:.2f}">\n'
    for number, (name, rate) in enumerate(rates.items()):
        height = 100 * rate / most
        articles, findings = named[name]
        yield (
            f'<rect x="{number + 0.1:.1f}" y="{100 - height:.2f}" width=".8" height="{height:.2f}">'
            f"<title>{escape_html(name)}: {rate:.2f} ({findings:,} in {articles:,})</title></rect>\n"
        )
    ends = (
        f"<span>{escape_html(min(rates))}</span><span>highest: {most:.2f}</span><span>{escape_html(max(rates))}</span>"
    )
    yield f'</svg>\n<p class="axis">{ends}</p>\n'
    without = days.get("", (0, 0))[0]
    if without:
        yield f'<p class="aside">{pluralize(without, "article")} without a date.</p>\n'
    yield "</section>\n"


def _span(days: Iterable[str]) -> list[str]:
    """Return all days, months or years from the first to the last."""
    first, last = min(days), max(days)
    if len(first) == len("YYYY"):
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    if len(first) == len("YYYY-MM"):
        start, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    return [date.fromordinal(day).isoformat() for day in range(start, end + 1)]


def _group_by_prefix(days: Pairs, length: int) -> dict[str, tuple[int, int]]:
    """Add up the counts of all days that begin with the same characters: a month, or a year."""
    found: dict[str, tuple[int, int]] = {}
    for name, (articles, findings) in days.items():
        before = found.get(name[:length], (0, 0))
        found[name[:length]] = before[0] + articles, before[1] + findings
    return found


def _quarantine_table(totals: Totals) -> Iterator[str]:
    if not totals.reasons:
        return
    yield _section_start("In quarantine")
    yield _table_start("Reason", "", "Records", "Of all")
    most = max(1, *totals.reasons.values())
    for reason, count in totals.reasons.most_common():
        yield (
            f'<tr class="f{ERROR_COLOR}"><th scope="row">{escape_html(reason)}<p class="example">'
            f"{escape_html(totals.examples.get(reason, ''))}</p></th><td>{bar([(ERROR_COLOR, count)], most)}</td>"
            f'{_count(count)}<td class="count" data-value="{count}">{percent(count, totals.records)}</td></tr>\n'
        )
    yield "</tbody>\n</table></div>\n</section>\n"


def _rules_section(totals: Totals, linter: Linter) -> Iterator[str]:
    """Yield the summary of each rule that found something."""
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">The rules</h2>\n'
    for name in sorted(totals.rules):
        if name in linter.all_rules:
            color = family_color(family(name))
            yield f'<section id="{rule_section(name)}" class="f{color}">\n<h3>{escape_html(name)}</h3>\n'
            yield f"<p>{render_documentation(linter.rule_info(name).summary)}</p>\n</section>\n"
    yield "</section>\n"
