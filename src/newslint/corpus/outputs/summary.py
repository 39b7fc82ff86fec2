"""The summary of a job: as JSON for programs, and as text for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newslint import __version__
from newslint.batch.summary import most_frequent, percent, quarantine_as_json
from newslint.corpus.types import Pairs, Totals
from newslint.model import SEVERITIES
from newslint.reporters.escaping import escape

MAX_GROUPS = 10  # groups or days in the text; summary.json has all


def is_summary(content: bytes) -> bool:
    """Return whether the content of a file is a summary that newslint has written."""
    try:
        summary = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(summary, dict) and "newslint" in summary


def summary_as_json(totals: Totals) -> dict[str, Any]:
    """Return all counts."""
    return {
        "schema": 1,
        "newslint": __version__,
        "units": totals.units,
        "records": totals.records,
        "linted": totals.linted,
        "quarantined": totals.quarantined,
        "characters": totals.characters,
        "findings": totals.findings,
        "facts": totals.facts,
        "processor_seconds": round(totals.seconds, 3),
        "severities": {level: totals.severities[level] for level in SEVERITIES},
        "rules": {
            name: {"findings": count, "articles": totals.articles_by_rule[name]}
            for name, count in sorted(totals.rules.items())
        },
        "groups": _pairs_as_json(totals.groups),
        "days": _pairs_as_json(totals.days),
        "quarantine": quarantine_as_json(totals),
        "failures": dict(sorted(totals.failures.items())),
    }


def _pairs_as_json(counts: Pairs) -> dict[str, dict[str, int]]:
    return {name: {"articles": pair[0], "findings": pair[1]} for name, pair in sorted(counts.items())}


def summary_as_text(totals: Totals, group_name: str) -> Iterator[str]:
    """Yield the most important counts; those by group under `group_name`, or not at all where that is empty."""
    yield (
        f"{totals.records:,} records = {totals.linted:,} linted + {totals.quarantined:,} quarantined; "
        f"{totals.findings:,} findings\n"
    )
    if totals.rules:
        width = max(len(escape(name)) for name in totals.rules)
        yield f"\n{'rule':{width}}   findings   articles  of all articles\n"
        for name, count in most_frequent(totals.rules):
            articles = totals.articles_by_rule[name]
            yield f"{escape(name):{width}}  {count:9,}  {articles:9,}  {percent(articles, totals.linted):>15}\n"
    if group_name:
        yield from _table(f"by {escape(group_name)}", totals.groups, by_findings=True)
    yield from _table("by day", totals.days, by_findings=False)
    if totals.reasons:
        yield "\nquarantined\n"
        for reason, count in most_frequent(totals.reasons):
            example = escape(totals.examples.get(reason, ""))
            yield f"  {escape(reason)}: {count:,}, for example {example}\n"


def _table(title: str, counts: Mapping[str, tuple[int, int]], *, by_findings: bool) -> Iterator[str]:
    """Yield a table of the groups with the most findings, or of the last days."""
    rows = sorted((name, *pair) for name, pair in counts.items() if name)
    if not rows:
        return
    if by_findings:
        rows.sort(key=lambda row: -row[2])
    shown = rows[:MAX_GROUPS] if by_findings else rows[-MAX_GROUPS:]
    width = max(len(title), *(len(escape(name)) for name, _, _ in shown))
    yield f"\n{title:{width}}   articles   findings  per article\n"
    for name, articles, findings in shown:
        yield f"{escape(name):{width}}  {articles:9,}  {findings:9,}  {findings / max(1, articles):11.2f}\n"
    if len(rows) > len(shown):
        yield f"{len(rows) - len(shown):,} more in summary.json\n"
