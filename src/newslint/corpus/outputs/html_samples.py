"""The list of findings on the report of a corpus: some of each rule."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from newslint import __version__
from newslint.corpus.outputs.sample_texts import Texts
from newslint.corpus.outputs.samples import MAX_SAMPLES, SampleRow
from newslint.corpus.types import Totals
from newslint.model import Diagnostic, Location, Position, ReportContext, RuleInfo
from newslint.reporters.html.article_text import article_text
from newslint.reporters.html.data import UNIT_NAMES, data_element, rule_data
from newslint.reporters.html.model import ArticleView, Note


def samples_section(rows: Sequence[SampleRow], totals: Totals) -> Iterator[str]:
    """Yield the section that the script of the page fills."""
    yield '<section class="view" id="findings" tabindex="-1" aria-labelledby="findings-title">\n'
    yield '<h2 id="findings-title" class="quiet">Findings</h2>\n'
    if len(rows) < totals.findings:
        yield (
            f'<p class="aside">{len(rows):,} of {totals.findings:,} findings: at most {MAX_SAMPLES} of each rule, '
            "as if drawn by lot. The tables count all of them; diagnostics/ has them.</p>\n"
        )
    yield "</section>\n"


def rule_section(rule: str) -> str:
    """Return the id of the section about a rule."""
    return "rule-" + "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in rule)


def sample_elements(rows: Sequence[SampleRow], texts: Texts, rule_info: Callable[[str], RuleInfo]) -> Iterator[str]:
    """Yield the elements with the data of the list, in the form of those of a report on files."""
    rules = {name: number for number, name in enumerate(sorted({row.rule for row in rows}))}
    context = ReportContext(rule_info, [], lambda path, record: texts[path, record])
    articles: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    for key, group in groupby(rows, lambda row: (row.path, row.record)):
        view = ArticleView(len(articles), *key, [], [])
        for row in group:
            view.notes.append(Note(len(findings), _diagnostic(row)))
            findings.append(_finding(row, view.number, rules[row.rule]))
        data: dict[str, Any] = {"path": row.path, "record": row.record, "id": row.id}
        if key in texts:
            text = article_text(view, context)
            yield data_element(f"text-{view.number}", text.data)
            data |= {"headline": text.headline, "opening": text.opening, "words": text.words}
        else:
            data |= {"headline": "", "opening": "", "words": None}
        articles.append(data)
    report = {
        "version": __version__,
        "unit": UNIT_NAMES["char"],
        "rules": [rule_data(rule_info(name), rule_section(name)) for name in rules],
        "articles": articles,
        "findings": findings,
    }
    yield data_element("data", report)


def _diagnostic(row: SampleRow) -> Diagnostic:
    start = Position(row.line, row.column, row.start)
    location = Location(row.path, row.record, start, start._replace(offset=row.end), row.match, "")
    return Diagnostic(row.rule, "warning", location, row.message, (), None, row.fingerprint)


def _finding(row: SampleRow, article: int, rule: int) -> dict[str, Any]:
    return {
        "article": article,
        "rule": rule,
        "severity": row.severity,
        "at": f"{row.line}:{row.column}",
        "message": row.message,
        "match": row.match,
        "fingerprint": row.fingerprint,
    }
