"""`--statistics`: findings and time by rule, and what rules count beside findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.api import Diagnostic
from newslint.linter.run import Run
from newslint.reporters.escaping import escape, exact_json_text


def table(run: Run, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield a row per rule, most findings first.

    The time of a rule includes that of the views that it is the first to ask for.
    """
    counts = Counter(diagnostic.rule for diagnostic in diagnostics)
    names = sorted((rule.name for rule in run.linter.enabled_rules), key=lambda name: (-counts[name], name))
    width = max(len(escape(name)) for name in [*names, *run.label_counts, "rule"])
    yield f"{'rule':{width}}  findings  per 1,000 articles        ms\n"
    for name in names:
        yield f"{escape(name):{width}}  {_count_columns(run, counts[name])}  {1000 * run.seconds_by_rule[name]:8.1f}\n"
    total, seconds = sum(counts.values()), sum(run.seconds_by_rule.values())
    yield f"{'all':{width}}  {_count_columns(run, total)}  {1000 * seconds:8.1f}\n"
    if run.label_counts:
        yield f"\n{'counted':{width}}     times  per 1,000 articles\n"
    for label, count in sorted(run.label_counts.items()):
        yield f"{escape(label):{width}}  {_count_columns(run, count)}\n"


def as_json(run: Run, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the same as one JSON document. The time of a rule is in seconds."""
    counts = Counter(diagnostic.rule for diagnostic in diagnostics)
    rules = [
        {"rule": name, "findings": counts[name], "seconds": round(run.seconds_by_rule[name], 6)}
        for name in sorted(rule.name for rule in run.linter.enabled_rules)
    ]
    labels = dict(sorted(run.label_counts.items()))
    report = {"schema": 1, "articles": run.articles, "rules": rules, "counted": labels}
    yield exact_json_text(report, is_indented=True) + "\n"


def _count_columns(run: Run, count: int) -> str:
    return f"{count:8d}  {1000 * count / max(1, run.articles):18.1f}"
