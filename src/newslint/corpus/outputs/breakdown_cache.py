"""Makes the tables by group and by month as a task, unless those of an earlier run still hold."""

import json
import math
from collections.abc import Sequence
from typing import Any, get_type_hints

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.storage import join_path, read, remove, write
from newslint.batch.units import digest
from newslint.corpus.outputs.breakdown import (
    FOLDER,
    Breakdown,
    GroupRow,
    RuleByGroupRow,
    RuleByMonthRow,
    months_of,
    write_breakdown,
)
from newslint.corpus.outputs.samples import SampleRow
from newslint.corpus.types import Job, Totals

CACHE = join_path("_compare", "tables.json")
ROWS = {
    "groups": GroupRow,
    "rules_by_group": RuleByGroupRow,
    "rules_by_month": RuleByMonthRow,
    "samples": SampleRow,
}


def break_down_or_load(job: Job, executor: Executor, files: Sequence[str], totals: Totals, state: str) -> Breakdown:
    """Return the tables of the findings in these files. `state` is a digest of the units that they come from."""
    found = tuple(join_path(job.out, name) for name in files if name.startswith("diagnostics/"))
    location = join_path(job.out, CACHE)
    if not found:
        for name in ("groups", "rule_by_group", "rule_by_month"):
            remove(join_path(job.out, FOLDER, f"{name}.parquet"))
        remove(location)
        return Breakdown()
    state = digest(state, *found)
    breakdown = _load(location, state)
    if breakdown is not None:
        return breakdown
    # As a task, so that this process does not load DuckDB.
    task = Task(write_breakdown, (job, found, totals.groups, months_of(totals.days)))
    for result in run_with_retries(executor, [task]):
        if result.error:
            totals.failures[f"tables by group and month: {result.error}"] += 1
        else:
            breakdown = result.value
            write(location, json.dumps({"state": state, **result.value._asdict()}).encode())
    return breakdown or Breakdown()


def _load(location: str, state: str) -> Breakdown | None:
    """Return the tables of an earlier run; None where they are missing or of another state."""
    try:
        content: dict[str, Any] = json.loads(read(location))
        if content.pop("state") != state:
            return None
        rows = {name: tuple(_row(kind, row) for row in content.pop(name)) for name, kind in ROWS.items()}
        return Breakdown(**rows, groups_left_out=int(content["groups_left_out"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return None


def _row(kind: Any, values: Any) -> Any:
    """Return a row of a table. Raises TypeError if a value has another type than the field, or is no number."""
    row, types = kind(*values), get_type_hints(kind)
    for name, value in row._asdict().items():
        is_number = isinstance(value, (int, float)) and math.isfinite(value)
        if not (is_number if types[name] is float else isinstance(value, types[name])):
            raise TypeError(name)
    return row
