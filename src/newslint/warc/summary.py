"""The summary of an extraction: as JSON for programs, and as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint import __version__
from newslint.batch.summary import most_frequent, quarantine_as_json
from newslint.reporters.escaping import escape
from newslint.warc.types import Totals


def summary_as_json(totals: Totals) -> dict[str, Any]:
    """Return all counts."""
    return {
        "schema": 1,
        "newslint": __version__,
        "units": totals.units,
        "extractors": dict(sorted(totals.extractors.items())),
        "records": totals.records,
        "written": totals.written,
        "characters": totals.characters,
        "processor_seconds": round(totals.seconds, 3),
        "skipped": dict(sorted(totals.skipped.items())),
        "quarantine": quarantine_as_json(totals),
        "failures": dict(sorted(totals.failures.items())),
    }


def summary_as_text(totals: Totals) -> Iterator[str]:
    """Yield the most important counts."""
    skipped = totals.skipped.total()
    yield (
        f"{totals.records:,} records = {totals.written:,} pages + {skipped:,} skipped + "
        f"{totals.quarantined:,} quarantined\n"
    )
    if skipped:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in most_frequent(totals.skipped))
        yield f"skipped: {escape(reasons)}\n"
    for reason, count in most_frequent(totals.reasons):
        example = escape(totals.examples.get(reason, ""))
        yield f"quarantined: {count:,} {escape(reason)}, for example {example}\n"
