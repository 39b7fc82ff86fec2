"""The parts of a job's summary that every job has: quarantine, failures, and whether too much is in quarantine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from newslint.batch.types import Totals
from newslint.console import EXIT_ERROR, print_stderr
from newslint.model import Failure
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize

MAX_FAILURES = 20  # kinds of failures that are printed; summary.json has all


def quarantine_as_json(totals: Totals[Any]) -> dict[str, dict[str, Any]]:
    """Return, for each reason of quarantine, the number of records and an example."""
    return {
        reason: {"records": count, "example": totals.examples.get(reason, "")}
        for reason, count in sorted(totals.reasons.items())
    }


def most_frequent(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return names and counts, the highest count first, names in order where counts are equal."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def percent(part: int, whole: int) -> str:
    """Return a part of a whole as a percentage."""
    return f"{100 * part / max(1, whole):.2f} %"


def failures_of(totals: Totals[Any]) -> list[Failure]:
    """Return the failures that are not records in quarantine, each kind once, the most frequent first."""
    failures = []
    for text, count in totals.failures.most_common(MAX_FAILURES):
        place = totals.examples.get(text)
        example = f"; for example in {escape(place)}" if place else ""
        failures.append(Failure("file" if count == 1 else f"{count:,} times", None, f"{text}{example}"))
    if len(totals.failures) > MAX_FAILURES:
        more = f"{len(totals.failures) - MAX_FAILURES:,} more kinds of failures are in summary.json"
        failures.append(Failure("file", None, more))
    return failures


def check_quarantine(
    totals: Totals[Any], maximum: tuple[float, bool], status: int, *, accepted: Collection[str] = ()
) -> int:
    """Print an error where more records are in quarantine than `--max-quarantined` allows; return the exit status.

    `maximum` is a number of records, or with True a percentage of all. Records with the `accepted` reasons are not bad.
    """
    reasons = Counter({reason: count for reason, count in totals.reasons.items() if reason not in accepted})
    quarantined, records = reasons.total(), totals.records - totals.reasons.total() + reasons.total()
    limit, is_percentage = maximum
    if quarantined <= (limit * records / 100 if is_percentage else limit):
        return status
    reason = reasons.most_common(1)[0][0]
    bad = f"{pluralize(quarantined, 'record')} ({percent(quarantined, records)})"
    print_stderr(
        f"error: {bad} in quarantine, most for {reason}: {escape(totals.examples.get(reason, ''))}; "
        "raise --max-quarantined to allow this"
    )
    return EXIT_ERROR
