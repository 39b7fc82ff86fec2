"""`--why RULE FILE[:LINE]`: what a rule concluded about a file, or about a line of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import chain

from newslint.console import stdin
from newslint.discovery import discover
from newslint.engine.tracing import RuleTrace
from newslint.linter.linter import Linter
from newslint.linter.trace_text import trace_text
from newslint.linter.why import article_traces
from newslint.model import Failure
from newslint.reporters.escaping import exact_json_text


def explain(
    linter: Linter, name: str, target: str, *, stdin_name: str, as_json: bool
) -> tuple[Iterator[str], Sequence[Failure]]:
    """Return the output, and what failed. `target` is FILE or FILE:LINE; in a file of records FILE:RECORD.

    Raises SettingsError for an unknown rule, and for a line or a record that is not there.
    """
    path, number = _split(target)
    discovered = discover([path], linter.settings, linter.readers, stdin_name=stdin_name, stdin=stdin())
    failures = list(discovered.failures)
    traces: list[RuleTrace] = []
    for source in discovered.sources:
        of_file, failed = article_traces(linter, name, source, number)
        traces += of_file
        failures += failed
    return (_as_json(traces) if as_json else chain.from_iterable(map(trace_text, traces))), failures


def _split(target: str) -> tuple[str, int | None]:
    path, _, number = target.rpartition(":")
    if path and number.isascii() and number.isdecimal() and len(number) < 10 and not os.path.exists(target):
        return path, int(number)
    return target, None


def _as_json(traces: Sequence[RuleTrace]) -> Iterator[str]:
    rows = [
        {
            "rule": trace.rule,
            "path": trace.path,
            "line": trace.line,
            "obstacles": trace.obstacles,
            "steps": [
                {
                    "start": step.location.start._asdict(),
                    "end": step.location.end._asdict(),
                    "match": step.location.match,
                    "stage": step.stage,
                    "conclusion": step.conclusion,
                }
                for step in trace.steps
            ],
            "findings": [
                {"start": found.location.start._asdict(), "message": found.message, "fingerprint": found.fingerprint}
                for found in trace.diagnostics
            ],
        }
        for trace in traces
    ]
    yield exact_json_text({"schema": 1, "traces": rows}, is_indented=True) + "\n"
