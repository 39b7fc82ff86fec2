"""What a run came to, as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint import __version__
from newslint.corpus.types import Totals
from newslint.model import SEVERITIES
from newslint.reporters.escaping import escape

FEW = 10  # groups in the text; the JSON has all


def as_json(totals: Totals) -> dict[str, Any]:
    """All counts."""
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
        "groups": _pairs(totals.groups),
        "days": _pairs(totals.days),
        "quarantine": quarantined(totals.reasons, totals.examples),
        "failures": dict(sorted(totals.failures.items())),
    }


def quarantined(reasons: Mapping[str, int], examples: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """How many records are in quarantine for each reason, with one of them."""
    return {
        reason: {"records": count, "example": examples.get(reason, "")} for reason, count in sorted(reasons.items())
    }


def _pairs(counts: Mapping[str, tuple[int, int]]) -> dict[str, dict[str, int]]:
    return {name: {"articles": pair[0], "findings": pair[1]} for name, pair in sorted(counts.items())}


def as_text(totals: Totals, grouped: str) -> Iterator[str]:
    """The same, shorter."""
    yield (
        f"{totals.records:,} records = {totals.linted:,} linted + {totals.quarantined:,} quarantined; "
        f"{totals.findings:,} findings\n"
    )
    if totals.rules:
        wide = max(map(len, totals.rules))
        yield f"\n{'rule':{wide}}   findings   articles  of all articles\n"
        for name, count in sorted(totals.rules.items(), key=lambda item: (-item[1], item[0])):
            touched = totals.articles_by_rule[name]
            yield f"{name:{wide}}  {count:9,}  {touched:9,}  {percent(touched, totals.linted):>15}\n"
    yield from _grouped(f"by {grouped}", totals.groups, "-findings") if grouped else ()
    yield from _grouped("by day", totals.days, "")
    if totals.reasons:
        yield "\nquarantined\n"
        for reason, count in sorted(totals.reasons.items(), key=lambda item: (-item[1], item[0])):
            yield f"  {reason}: {count:,}, for example {escape(totals.examples.get(reason, ''))}\n"


def _grouped(title: str, counts: Mapping[str, tuple[int, int]], order: str) -> Iterator[str]:
    named = [(name, *pair) for name, pair in counts.items() if name]
    if not named:
        return
    named.sort(key=lambda row: (-row[2], row[0]) if order else (row[0],))  # days by themselves
    listed = named[:FEW] if order else named[-FEW:]
    wide = max(len(title), *(len(escape(name)) for name, _, _ in listed))
    yield f"\n{title:{wide}}   articles   findings  per article\n"
    for name, articles, findings in listed:
        yield f"{escape(name):{wide}}  {articles:9,}  {findings:9,}  {findings / max(1, articles):11.2f}\n"
    if len(named) > len(listed):
        yield f"{len(named) - len(listed):,} more in summary.json\n"


def percent(part: int, whole: int) -> str:
    """A part of a whole, in percent."""
    return f"{100 * part / max(1, whole):.2f} %"
