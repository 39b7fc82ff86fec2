"""`--statistics`: findings and time by rule, and what rules count beside findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.api import Diagnostic
from newslint.linter.run import Run
from newslint.reporters.escaping import escape, exact_json_text


def table(run: Run, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield a row per rule, most findings first, one for all views, and a row per view, the slowest first."""
    counts = Counter(diagnostic.rule for diagnostic in diagnostics)
    names = sorted((rule.name for rule in run.linter.enabled_rules), key=lambda name: (-counts[name], name))
    width = max(len(escape(name)) for name in [*names, *run.label_counts, "rule"])
    yield f"{'rule':{width}}  findings  per 1,000 articles        ms\n"
    for name in names:
        yield f"{escape(name):{width}}  {_count_columns(run, counts[name])}  {1000 * run.seconds_by_rule[name]:8.1f}\n"
    in_views = run.seconds_by_view.total()
    total, seconds = sum(counts.values()), run.seconds_by_rule.total() + in_views
    yield f"{'views, see below':{width}}  {'':28}  {1000 * in_views:8.1f}\n"
    yield f"{'all':{width}}  {_count_columns(run, total)}  {1000 * seconds:8.1f}\n"
    if run.label_counts:
        yield f"\n{'counted':{width}}     times  per 1,000 articles\n"
    for label, count in sorted(run.label_counts.items()):
        yield f"{escape(label):{width}}  {_count_columns(run, count)}\n"
    views = sorted(run.seconds_by_view.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(escape(name)) for name, _ in views), default=0)
    if views:
        yield f"\n{'view, which rules share':{width}}        ms\n"
    for name, seconds in views:
        yield f"{escape(name):{width}}  {1000 * seconds:8.1f}\n"


def as_json(run: Run, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the same as one JSON document. The time of a rule is in seconds."""
    counts = Counter(diagnostic.rule for diagnostic in diagnostics)
    rules = [
        {"rule": name, "findings": counts[name], "seconds": round(run.seconds_by_rule[name], 6)}
        for name in sorted(rule.name for rule in run.linter.enabled_rules)
    ]
    views = {name: round(seconds, 6) for name, seconds in sorted(run.seconds_by_view.items())}
    labels = dict(sorted(run.label_counts.items()))
    report = {"schema": 1, "articles": run.articles, "rules": rules, "views": views, "counted": labels}
    yield exact_json_text(report, is_indented=True) + "\n"


def _count_columns(run: Run, count: int) -> str:
    return f"{count:8d}  {1000 * count / max(1, run.articles):18.1f}"
