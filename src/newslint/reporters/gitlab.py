"""The `gitlab` format: a Code Quality context, which GitLab compares between the branches of a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint.api import Diagnostic, Failure, ReportContext
from newslint.reporters.escaping import json_text
from newslint.reporters.locations import failure_message, file_region, message_with_record

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReporter:
    """Entries are told apart and followed by their fingerprints alone."""

    name: ClassVar[str] = "gitlab"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """One array, an entry a line. A failure that belongs to no file has no place in it."""
        lead = "[\n"
        for diagnostic in diagnostics:
            yield lead + json_text(_entry(diagnostic, context))
            lead = ",\n"
        # The same rule may break alike on many records of one file; an entry may not come twice.
        for failure in dict.fromkeys(context.failures):
            if failure.path is not None:
                yield lead + json_text(_broken(failure, failure.path))
                lead = ",\n"
        yield "[]\n" if lead == "[\n" else "\n]\n"


def _entry(diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    where = diagnostic.location
    place = file_region(where, context)
    location: dict[str, Any] = {"path": where.path}
    if place.column is None:
        location["lines"] = {"begin": place.line, "end": place.end_line}
    else:
        location["positions"] = {
            "begin": {"line": place.line, "column": place.column},
            "end": {"line": place.end_line, "column": place.end_column},
        }
    return {
        "description": message_with_record(where, diagnostic.message, context),
        "check_name": diagnostic.rule,
        "fingerprint": diagnostic.fingerprint,
        "severity": SEVERITIES[diagnostic.severity],
        "location": location,
    }


def _broken(failure: Failure, path: str) -> dict[str, Any]:
    from hashlib import blake2b

    known = "\0".join((failure.source, path, failure.error)).encode("utf-8", "surrogatepass")
    return {
        "description": failure_message(failure),
        "check_name": "newslint",
        "fingerprint": blake2b(known, digest_size=8).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }
