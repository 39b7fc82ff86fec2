"""`--statistics`: findings and time by rule, and what rules count beside findings, instead of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.api import Diagnostic
from newslint.linter.run import Run


def table(run: Run, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A row a rule, most findings first; its time includes the views that it is the first to ask for."""
    found = Counter(diagnostic.rule for diagnostic in diagnostics)
    names = sorted((rule.name for rule in run.linter.enabled_rules), key=lambda name: (-found[name], name))
    wide = max(map(len, [*names, *run.label_counts, "rule"]))
    yield f"{'rule':{wide}}  findings  per 1,000 articles        ms\n"
    for name in names:
        yield f"{name:{wide}}  {_counts(run, found[name])}  {1000 * run.seconds_by_rule[name]:8.1f}\n"
    yield f"{'all':{wide}}  {_counts(run, sum(found.values()))}  {1000 * sum(run.seconds_by_rule.values()):8.1f}\n"
    if run.label_counts:
        yield f"\n{'counted':{wide}}     times  per 1,000 articles\n"
    for label, times in sorted(run.label_counts.items()):
        yield f"{label:{wide}}  {_counts(run, times)}\n"


def _counts(run: Run, count: int) -> str:
    return f"{count:8d}  {1000 * count / max(1, run.articles):18.1f}"
