"""The top of the page: findings by family and rule, and by article, as tables with bars in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.reporters.html.article import chips, title
from newslint.reporters.html.escape import escape_html
from newslint.reporters.html.model import ArticleView, ReportModel, family

FEW = 25  # articles; more of them fold away


def summary(sheets: ReportModel) -> Iterator[str]:
    """Both tables."""
    yield '<section class="summary" aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n<div class="charts">\n'
    yield from _by_rule(sheets)
    yield from _by_article(sheets)
    yield "</div>\n</section>\n"


def _by_rule(sheets: ReportModel) -> Iterator[str]:
    yield (
        '<table class="chart">\n<caption>By family and rule</caption>\n'
        '<thead class="quiet"><tr><th scope="col">Rule</th><th scope="col">Share</th>'
        '<th scope="col">Findings</th></tr></thead>\n'
    )
    # A family's bar and a rule's are drawn to one scale, so that they can be held against each other.
    most = max(sheets.families.values())
    for name, count in sorted(sheets.families.items()):
        slot = sheets.slots[name]
        yield f'<tbody class="f{slot}">\n<tr class="family"><th scope="rowgroup">{escape_html(name)}</th>'
        yield f'<td>{bar([(slot, count)], most)}</td><td class="count">{count:,}</td></tr>\n'
        for rule, found in sheets.rules.items():
            if family(rule) == name:
                label = escape_html(rule.partition("/")[2] or rule)
                yield f'<tr><th scope="row"><a href="#{sheets.rule_ids[rule]}">{label}</a></th>'
                yield f'<td>{bar([(slot, found)], most)}</td><td class="count">{found:,}</td></tr>\n'
        yield "</tbody>\n"
    yield "</table>\n"


def _by_article(sheets: ReportModel) -> Iterator[str]:
    listed = sheets.with_findings()
    most = max(len(sheet.notes) for sheet in listed)
    yield f"<div>\n{_articles('By article', listed[:FEW], sheets, most)}"
    if len(listed) > FEW:
        yield f"<details><summary>{len(listed) - FEW:,} more</summary>\n"
        yield f"{_articles('More articles', listed[FEW:], sheets, most)}</details>\n"
    yield f'<p class="aside">Articles without findings are not listed.</p>\n{_key(sheets)}</div>\n'


def _key(sheets: ReportModel) -> str:
    slot = min(sheets.slots.values())
    lines = [
        f'<mark class="f{slot}">marked words</mark><sup class="ref f{slot}"><b>1</b></sup> are a finding; '
        "the number leads to its note, and the note’s number back to the words."
    ]
    if any(note.diagnostic.related for sheet in sheets.all for note in sheet.notes):
        lines.append(
            f'<span class="also f{slot}">thinly underlined</span><sup class="ref f{slot}"><b>(1)</b></sup> belongs to '
            f'note 1; <span class="f{slot} sign">⇄</span> leads to another article that it is compared with.'
        )
    lines.append("Colour and underline tell the family; every note names it, too.")
    items = "".join(f"<li>{line}</li>\n" for line in lines)
    return f'<div class="key">\n<h3>How to read the articles</h3>\n<ul>\n{items}</ul>\n</div>\n'


def _articles(caption: str, listed: Iterable[ArticleView], sheets: ReportModel, most: int) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="#a{sheet.number}">{title(sheet)}</a></th>'
        f"<td>{bar([(sheets.slots[name], count) for name, count in sorted(sheet.families.items())], most)}"
        f'<p class="chips">{chips(sheet, sheets)}</p></td><td class="count">{len(sheet.notes):,}</td></tr>\n'
        for sheet in listed
    )
    return (
        f'<table class="chart articles">\n<caption>{caption}</caption>\n'
        '<thead class="quiet"><tr><th scope="col">Article</th><th scope="col">By family</th>'
        f'<th scope="col">Findings</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )


def bar(parts: Iterable[tuple[int, int]], most: int) -> str:
    """Stretches of a bar, by colour and count. For eyes only: the same counts stand beside it as text."""
    pieces = []
    at = 0.0
    for slot, count in parts:
        width = 100 * count / most
        # A hair's breadth between neighbours, which must not be told apart by colour alone.
        pieces.append(f'<rect class="f{slot}" x="{at:.2f}" width="{max(width - 0.8, 0.8):.2f}" height="10"/>')
        at += width
    return (
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(pieces)}</svg>"
    )
