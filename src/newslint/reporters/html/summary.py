"""The summary at the top of the page: findings by family and rule, and by article, as tables with bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.reporters.html.article import family_counts, title
from newslint.reporters.html.escape import escape_html
from newslint.reporters.html.model import ArticleView, ReportModel, family

VISIBLE_ARTICLES = 25  # more of them are folded


def summary(model: ReportModel) -> Iterator[str]:
    """Yield both tables and the legend. The model has at least one finding."""
    yield '<section class="summary" aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n<div class="charts">\n'
    yield from _by_rule(model)
    yield from _by_article(model)
    yield "</div>\n</section>\n"


def _by_rule(model: ReportModel) -> Iterator[str]:
    yield (
        '<table class="chart">\n<caption>By family and rule</caption>\n'
        '<thead class="quiet"><tr><th scope="col">Rule</th><th scope="col">Share</th>'
        '<th scope="col">Findings</th></tr></thead>\n'
    )
    # The bars of families and of rules have one scale, so that readers can compare them.
    maximum = max(model.families.values())
    for name, count in sorted(model.families.items()):
        color = model.colors[name]
        yield f'<tbody class="f{color}">\n<tr class="family"><th scope="rowgroup">{escape_html(name)}</th>'
        yield f'<td>{bar([(color, count)], maximum)}</td><td class="count">{count:,}</td></tr>\n'
        for rule, of_rule in model.rules.items():
            if family(rule) == name:
                label = escape_html(rule.partition("/")[2] or rule)
                yield f'<tr><th scope="row"><a href="#{model.rule_ids[rule]}">{label}</a></th>'
                yield f'<td>{bar([(color, of_rule)], maximum)}</td><td class="count">{of_rule:,}</td></tr>\n'
        yield "</tbody>\n"
    yield "</table>\n"


def _by_article(model: ReportModel) -> Iterator[str]:
    articles = model.with_findings()
    maximum = max(len(article.notes) for article in articles)
    yield f"<div>\n{_article_table('By article', articles[:VISIBLE_ARTICLES], model, maximum)}"
    if len(articles) > VISIBLE_ARTICLES:
        yield f"<details><summary>{len(articles) - VISIBLE_ARTICLES:,} more</summary>\n"
        yield f"{_article_table('More articles', articles[VISIBLE_ARTICLES:], model, maximum)}</details>\n"
    yield f'<p class="aside">Articles without findings are not listed.</p>\n{_legend(model)}</div>\n'


def _legend(model: ReportModel) -> str:
    color = min(model.colors.values())
    lines = [
        f'<mark class="f{color}">marked words</mark><sup class="ref f{color}"><b>1</b></sup> are a finding; '
        "the number leads to its note, and the note’s number back to the words."
    ]
    if any(note.diagnostic.related for article in model.articles for note in article.notes):
        lines.append(
            f'<span class="also f{color}">thinly underlined</span><sup class="ref f{color}"><b>(1)</b></sup> belongs '
            f'to note 1; <span class="f{color} sign">⇄</span> leads to another article that it is compared with.'
        )
    lines.append("Color and underline stand for the family, which every note names, too.")
    items = "".join(f"<li>{line}</li>\n" for line in lines)
    return f'<div class="key">\n<h3>How to read the articles</h3>\n<ul>\n{items}</ul>\n</div>\n'


def _article_table(caption: str, articles: Iterable[ArticleView], model: ReportModel, maximum: int) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="#a{article.number}">{title(article)}</a></th>'
        f"<td>{bar([(model.colors[name], count) for name, count in sorted(article.families.items())], maximum)}"
        f'<p class="chips">{family_counts(article, model)}</p></td><td class="count">{len(article.notes):,}</td></tr>\n'
        for article in articles
    )
    return (
        f'<table class="chart articles">\n<caption>{caption}</caption>\n'
        '<thead class="quiet"><tr><th scope="col">Article</th><th scope="col">By family</th>'
        f'<th scope="col">Findings</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )


def bar(parts: Iterable[tuple[int, int]], maximum: int) -> str:
    """Return an SVG bar with a part for each color number and count; a count of `maximum` fills its width.

    It is hidden from screen readers, since the page has the same counts as text.
    """
    pieces = []
    left = 0.0
    for color, count in parts:
        width = 100 * count / maximum
        # A gap between neighbors, so that color is not all that separates them.
        pieces.append(f'<rect class="f{color}" x="{left:.2f}" width="{max(width - 0.8, 0.8):.2f}" height="10"/>')
        left += width
    return (
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(pieces)}</svg>"
    )
