"""Tables of the report that can be sorted: groups by their rates, and rules by group and by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.corpus.outputs.breakdown import PRIOR_ARTICLES, Breakdown, RuleByGroupRow, RuleByMonthRow
from newslint.corpus.types import Totals
from newslint.reporters.html.bars import bar
from newslint.reporters.html.escape import escape_html

MAX_GROUPS = 50  # in a table
MAX_RULES = 12  # columns of a table: those with most findings
MAX_EXAMPLE_CHARS = 80


def groups_table(title: str, breakdown: Breakdown) -> Iterator[str]:
    """Yield the groups, the one with the highest rate first, with what dropping it and those before it would mean."""
    rows = breakdown.groups
    if not rows:
        return
    yield f'<section aria-labelledby="by-group">\n<h2 id="by-group">By {escape_html(title)}</h2>\n'
    columns = ("Articles", "Findings", "Per article", "Adjusted", "Articles so far", "Findings so far")
    heads = "".join(f'<th scope="col">{name}</th>' for name in columns)
    yield f'<div class="wide" role="region" aria-label="By {escape_html(title)}: table" tabindex="0">'
    yield '<table class="chart counts sortable">\n<thead><tr>'
    yield f'<th scope="col">{escape_html(title)}</th><td></td>{heads}</tr></thead>\n<tbody>\n'
    most = max(1, *(round(1000 * row.adjusted) for row in rows[:MAX_GROUPS]))
    for row in rows[:MAX_GROUPS]:
        cells = (
            (row.articles, f"{row.articles:,}"),
            (row.findings, f"{row.findings:,}"),
            (row.per_article, f"{row.per_article:.2f}"),
            (row.adjusted, f"{row.adjusted:.2f}"),
            (row.articles_so_far, f"{100 * row.articles_so_far:.1f} %"),
            (row.findings_so_far, f"{100 * row.findings_so_far:.1f} %"),
        )
        yield (
            f'<tr class="f5"><th scope="row">{escape_html(row.group)}</th>'
            f"<td>{bar([(5, round(1000 * row.adjusted))], most)}</td>"
            + "".join(f'<td class="count" data-value="{value}">{text}</td>' for value, text in cells)
            + "</tr>\n"
        )
    yield "</tbody>\n</table></div>\n"
    more = f" {len(rows) - MAX_GROUPS:,} more are in tables/groups.parquet." if len(rows) > MAX_GROUPS else ""
    yield (
        f'<p class="aside">The bars are adjusted rates: {PRIOR_ARTICLES} articles with the rate of the corpus are '
        "added, so that small groups do not come first by chance. The last two columns say which share of the "
        f"articles and of the findings would go if this group and those before it were dropped.{more}</p>\n</section>\n"
    )


def rates_table(
    title: str, first: str, rows: Sequence[RuleByGroupRow | RuleByMonthRow], totals: Totals
) -> Iterator[str]:
    """Yield the findings per article of the most frequent rules, one row for each group or month."""
    rules = [rule for rule, _ in totals.rules.most_common(MAX_RULES)]
    by_name: dict[str, dict[str, RuleByGroupRow | RuleByMonthRow]] = {}
    for row in rows:
        if row[1]:
            by_name.setdefault(row[1], {})[row.rule] = row
    if not by_name:
        return
    largest = sorted(by_name, key=lambda name: (-next(iter(by_name[name].values()))[2], name))[:MAX_GROUPS]
    name = title.lower().replace(" ", "-")
    yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape_html(title)}</h2>\n'
    heads = "".join(f'<th scope="col">{escape_html(rule)}</th>' for rule in rules)
    yield f'<div class="wide" role="region" aria-label="{escape_html(title)}: table" tabindex="0">'
    yield '<table class="chart counts sortable rates">\n<thead><tr>'
    yield f'<th scope="col">{escape_html(first)}</th><th scope="col">articles</th>{heads}</tr></thead>\n<tbody>\n'
    for shown in sorted(largest):
        found = by_name[shown]
        articles = next(iter(found.values()))[2]
        yield f'<tr><th scope="row">{escape_html(shown)}</th><td data-value="{articles}">{articles:,}</td>'
        for rule in rules:
            cell = found.get(rule)
            if cell is None:
                yield '<td data-value="0">–</td>'
                continue
            example = f"{cell.example[:MAX_EXAMPLE_CHARS]} ({cell.example_article})"
            yield f'<td data-value="{cell.per_article}" title="{escape_html(example)}">{cell.per_article:.2f}</td>'
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"
    more = f" The {len(largest)} with most articles of {len(by_name):,}." if len(by_name) > len(largest) else ""
    yield (
        '<p class="aside">Findings per article; a cell shows an example when the pointer rests on it.'
        f"{more} All rules and examples are in tables/.</p>\n</section>\n"
    )
