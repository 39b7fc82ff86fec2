"""`--report`: a page with charts for whoever has to choose what of a corpus to keep."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files

from newslint import __version__
from newslint.corpus.summary import percent
from newslint.corpus.types import Totals
from newslint.files import write_atomic
from newslint.linter.linter import Linter
from newslint.reporters.html.escape import escape_html, render_documentation
from newslint.reporters.html.model import COLOR_COUNT, family
from newslint.reporters.html.summary import bar
from newslint.text.words import pluralize

FEW = 25  # groups
MANY = 120  # days: more of them are put together by month, and then by year
MORE = """
.counts .count { width: 1%; padding-left: 1.2rem; white-space: nowrap; }
.counts th[scope="row"] { width: 32%; } .counts td:nth-child(2) { min-width: 3rem; }
.counts thead th { width: auto; padding: 0 0 0 1.2rem; color: var(--soft); text-align: right; white-space: nowrap; }
.counts thead th:first-child { padding-left: 0; text-align: left; }
@media (max-width: 34rem) { .counts .count, .counts thead th { padding-left: .6rem; } .counts { font-size: .75rem; } }
.days { display: block; width: 100%; height: 9rem; border-bottom: 1px solid var(--line); }
.days rect { fill: var(--c); }
.axis { display: flex; justify-content: space-between; color: var(--soft); font: .8rem/1.6 var(--sans); }
main > section { margin-top: 2.5rem; } .example { color: var(--soft); overflow-wrap: anywhere; }
main > section .charts { grid-template-columns: minmax(0, 1fr); }
"""


def write_report(path: str, totals: Totals, linter: Linter, grouped: str) -> None:
    """Write the page, whole or not at all. Raises FileError."""
    write_atomic(path, page(totals, linter, grouped))


def page(totals: Totals, linter: Linter, grouped: str) -> Iterator[str]:
    """The page, in pieces."""
    style = (files("newslint.reporters.html") / "style.css").read_text(encoding="utf-8") + MORE
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    headline = f"{pluralize(totals.findings, 'finding')} in {pluralize(totals.linted, 'article')}"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<title>newslint: {headline}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n'
        f'<header class="masthead">\n<p class="name">newslint</p>\n<h1>{headline}</h1>\n'
        f'<p class="tally">{pluralize(totals.records, "record")}: {totals.linted:,} linted, {totals.quarantined:,} in '
        f"quarantine. {totals.characters:,} characters.</p>\n</header>\n<main>\n"
    )
    slots = {
        name: number % COLOR_COUNT + 1 for number, name in enumerate(sorted({family(rule) for rule in totals.rules}))
    }
    yield from _rules(totals, slots)
    yield from _groups(grouped or "group", totals.groups)
    yield from _days(totals.days)
    yield from _quarantine(totals)
    yield from _rules_section(totals, linter, slots)
    yield f"</main>\n<footer>\n<p>Written by newslint-corpus {__version__}.</p>\n</footer>\n</body>\n</html>\n"


def _section(title: str) -> str:
    name = title.lower().replace(" ", "-")
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape_html(title)}</h2>\n<div class="charts">\n'


def _head(*columns: str) -> str:
    cells = "".join(f'<th scope="col">{escape_html(column)}</th>' for column in columns)
    return f'<table class="chart counts">\n<thead><tr>{cells}</tr></thead>\n<tbody>\n'


def _rules(totals: Totals, slots: Mapping[str, int]) -> Iterator[str]:
    """What a curator would lose by dropping every article that a rule finds something in."""
    yield _section("Articles with findings, by rule")
    yield _head("Rule", "", "Articles", "Of all", "Findings")
    most = max(totals.articles_by_rule.values(), default=1)
    for rule, articles in sorted(
        totals.articles_by_rule.items(), key=lambda item: (family(item[0]), -item[1], item[0])
    ):
        slot = slots[family(rule)]
        yield (
            f'<tr class="f{slot}"><th scope="row"><a href="#rule-{_anchor(rule)}">{escape_html(rule)}</a></th>'
            f'<td>{bar([(slot, articles)], most)}</td><td class="count">{articles:,}</td>'
            f'<td class="count">{percent(articles, totals.linted)}</td>'
            f'<td class="count">{totals.rules[rule]:,}</td></tr>\n'
        )
    yield "</tbody>\n</table>\n</div>\n"
    yield '<p class="aside">Articles: those with at least one finding of the rule.</p>\n'
    yield "</section>\n"


def _groups(title: str, groups: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    named = sorted(((name, *pair) for name, pair in groups.items() if name), key=lambda row: (-row[2], row[0]))
    if not named:
        return
    yield _section(f"By {title}")
    yield _head(title, "", "Articles", "Findings", "Per article")
    most = max(1, named[0][2])
    for name, articles, findings in named[:FEW]:
        yield (
            f'<tr class="f5"><th scope="row">{escape_html(name)}</th><td>{bar([(5, findings)], most)}</td>'
            f'<td class="count">{articles:,}</td><td class="count">{findings:,}</td>'
            f'<td class="count">{findings / max(1, articles):.2f}</td></tr>\n'
        )
    yield "</tbody>\n</table>\n</div>\n"
    more = f" The {len(named) - FEW:,} others are in summary.json." if len(named) > FEW else ""
    yield f'<p class="aside">The bars are findings.{more}</p>\n</section>\n'


def _days(days: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    named, unit = {name: pair for name, pair in days.items() if name}, "day"
    for length, wider in ((7, "month"), (4, "year")):
        if len(named) > MANY:
            named, unit = _group_by_prefix(named, length), wider
    if not named:
        return
    yield _section(f"Findings an article, by {unit}")
    rates = {name: findings / max(1, articles) for name, (articles, findings) in sorted(named.items())}
    most = max(rates.values()) or 1.0
    yield f'<svg class="days f5" viewBox="0 0 {len(rates)} 100" preserveAspectRatio="none" role="img" '
    yield f'aria-label="Findings an article by {unit}; at most {most:.2f}">\n'
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
    yield "</div>\n"
    without = days.get("", (0, 0))[0]
    if without:
        yield f'<p class="aside">{pluralize(without, "article")} without a date.</p>\n'
    yield "</section>\n"


def _group_by_prefix(days: Mapping[str, tuple[int, int]], length: int) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for name, (articles, findings) in days.items():
        before = found.get(name[:length], (0, 0))
        found[name[:length]] = before[0] + articles, before[1] + findings
    return found


def _quarantine(totals: Totals) -> Iterator[str]:
    if not totals.reasons:
        return
    yield _section("In quarantine")
    yield _head("Reason", "", "Records", "Of all")
    most = max(1, *totals.reasons.values())
    for reason, count in totals.reasons.most_common():
        yield (
            f'<tr class="f6"><th scope="row">{escape_html(reason)}<p class="example">'
            f"{escape_html(totals.examples.get(reason, ''))}</p></th><td>{bar([(6, count)], most)}</td>"
            f'<td class="count">{count:,}</td><td class="count">{percent(count, totals.records)}</td></tr>\n'
        )
    yield "</tbody>\n</table>\n</div>\n</section>\n"


def _rules_section(totals: Totals, linter: Linter, slots: Mapping[str, int]) -> Iterator[str]:
    """Why each rule that found something is there."""
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">The rules</h2>\n'
    for name in sorted(totals.rules):
        if name in linter.all_rules:
            yield f'<section id="rule-{_anchor(name)}" class="f{slots[family(name)]}">\n<h3>{escape_html(name)}</h3>\n'
            yield f"<p>{render_documentation(linter.rule_info(name).summary)}</p>\n</section>\n"
    yield "</section>\n"


def _anchor(rule: str) -> str:
    return "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in rule)
