"""Why a rule speaks in a line, or does not, as an editor shows it: below the page of a rule, and for a whole line."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from newslint.engine.tracing import PlacedStep, RuleTrace
from newslint.linter.trace_text import steps_text, trace_text
from newslint.model import Location
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize
from newslint.trace import NO_CANDIDATE

EXPLAIN = "newslint.explainLine"
EXPLAIN_KIND = "source.explainLine.newslint"
TITLE = "Why does newslint not report more here?"
MAX_STEPS = 8  # that a hover shows of a finding


def explain_action(uri: str, line: int) -> types.CodeAction:
    """Return the action that shows why the rules do not report more in a line of the editor, from 0."""
    command = types.Command(title=TITLE, command=EXPLAIN, arguments=[uri, line])
    return types.CodeAction(title=TITLE, kind=EXPLAIN_KIND, command=command)


def hover_text(trace: RuleTrace, location: Location) -> str:
    """Return in Markdown what a finding at a location rests on; "" where the rule tells nothing of it."""
    steps = [step for step in _candidates(trace) if _overlap(step.location, location)]
    if not steps:
        return ""
    more = ""
    if len(steps) > MAX_STEPS:
        place = escape(f"{trace.rule} {trace.path}:{trace.line}")
        more = f"\n… and {len(steps) - MAX_STEPS} more: `newslint --why {place}`\n"
    shown = "".join(steps_text(steps[:MAX_STEPS])).strip("\n")
    return f"\n## Why here\n\n```text\n{shown}\n```\n{more}"


def line_text(traces: Sequence[RuleTrace], path: str, line: int) -> str:
    """Return what the rules that have candidates in a line concluded about them."""
    with_candidates = [(trace, _candidates(trace)) for trace in traces]
    told = [trace._replace(steps=tuple(steps)) for trace, steps in with_candidates if steps]
    others, path = len(traces) - len(told), escape(path)
    parts = ["".join(trace_text(trace)) for trace in told]
    parts.append(
        f"{pluralize(others, 'rule')} had no candidate in {path}:{line}. "
        f"`newslint --why RULE {path}:{line}` tells more of one rule.\n"
    )
    return "\n".join(parts)


def _candidates(trace: RuleTrace) -> list[PlacedStep]:
    """Return the steps of candidates, without those of other words and figures that the rule reads."""
    others = {step.location for step in trace.steps if step.stage == NO_CANDIDATE}
    return [step for step in trace.steps if step.location not in others]


def _overlap(one: Location, other: Location) -> bool:
    return one.start.offset < other.end.offset and other.start.offset < one.end.offset
