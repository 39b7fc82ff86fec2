"""`--statistics`: findings and time by rule, instead of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.api import Diagnostic
from newslint.host.run import Run


def table(run: Run, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A row a rule, most findings first; time is what the rule's own code took."""
    found = Counter(diagnostic.rule for diagnostic in diagnostics)
    names = sorted(run.spent, key=lambda name: (-found[name], name))
    wide = max(map(len, [*names, "rule"]))
    yield f"{'rule':{wide}}  findings  per 1,000 articles        ms\n"
    for name in names:
        rate = 1000 * found[name] / run.articles if run.articles else 0.0
        yield f"{name:{wide}}  {found[name]:8d}  {rate:18.1f}  {1000 * run.spent[name]:8.1f}\n"
    total = sum(found.values())
    rate = 1000 * total / run.articles if run.articles else 0.0
    yield f"{'all':{wide}}  {total:8d}  {rate:18.1f}  {1000 * sum(run.spent.values()):8.1f}\n"
