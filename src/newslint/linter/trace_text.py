"""The trace of a rule as text, for the command and for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.engine.tracing import PlacedStep, RuleTrace
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize, truncate

MAX_QUOTED_CHARS = 60


def trace_text(trace: RuleTrace) -> Iterator[str]:
    """Yield what a rule concluded: what keeps it from running, the candidates with their stages, the findings."""
    where = trace.path if trace.line is None else f"{trace.path}:{trace.line}"
    yield f"{escape(trace.rule)} in {escape(where)}\n"
    for obstacle in trace.obstacles:
        yield f"  {escape(obstacle)}\n"
    yield from steps_text(trace.steps)
    if not trace.steps:
        yield from _silence(trace)
    yield f"\n{pluralize(len(trace.diagnostics), 'finding')}\n"
    for found in trace.diagnostics:
        start = found.location.start
        yield f"  {start.line}:{start.column} {escape(found.message)}\n"


def steps_text(steps: Iterable[PlacedStep]) -> Iterator[str]:
    """Yield the candidates, each with its place and words, and below it what each stage concluded."""
    place = None
    for step in steps:
        if step.location != place:
            place = step.location
            yield f"\n{_heading(step)}\n"
        yield f"  {escape(step.stage)}: {escape(step.conclusion)}\n"


def _heading(step: PlacedStep) -> str:
    start = step.location.start
    return f'{start.line}:{start.column} "{escape(truncate(" ".join(step.location.match.split()), MAX_QUOTED_CHARS))}"'


def _silence(trace: RuleTrace) -> Iterator[str]:
    """Yield what a trace without steps means."""
    if trace.lists_candidates:
        yield "\nThe rule looks at nothing here: no candidate stands in these words.\n"
    elif not trace.obstacles:
        told = f"`newslint --explain {escape(trace.rule)}` tells what it looks for, with examples."
        yield f"\nThe rule lists only what it reports, not what it looked at and left alone. {told}\n"
