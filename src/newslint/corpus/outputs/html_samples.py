"""The list of findings on the report of a corpus: some of each rule, without the texts of their articles."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from newslint import __version__
from newslint.corpus.outputs.samples import MAX_SAMPLES, SampleRow
from newslint.corpus.types import Totals
from newslint.model import RuleInfo
from newslint.reporters.html.data import UNIT_NAMES, rule_data


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


def samples_data(rows: Sequence[SampleRow], rule_info: Callable[[str], RuleInfo]) -> dict[str, Any]:
    """Return the data of the list, in the form of those of a report on files."""
    rules = {name: number for number, name in enumerate(sorted({row.rule for row in rows}))}
    articles: dict[tuple[str, int | None], dict[str, Any]] = {}
    findings = []
    for row in rows:
        article = articles.setdefault(
            (row.path, row.record),
            {
                "path": row.path,
                "record": row.record,
                "headline": row.id or "",
                "opening": "",
                "words": None,
                "found": 0,
            },
        )
        article["found"] += 1
        findings.append(
            {
                "article": len(articles) - 1,
                "rule": rules[row.rule],
                "severity": row.severity,
                "at": f"{row.line}:{row.column}",
                "message": row.message,
                "match": row.match,
                "fingerprint": row.fingerprint,
            }
        )
    return {
        "version": __version__,
        "unit": UNIT_NAMES["char"],
        "rules": [rule_data(rule_info(name), rule_section(name)) for name in rules],
        "articles": [*articles.values()],
        "findings": findings,
    }
