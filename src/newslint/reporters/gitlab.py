"""The `gitlab` format: a Code Quality context, which GitLab compares between the branches of a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint.api import Diagnostic, Failure, ReportContext
from newslint.reporters.escaping import json_text
from newslint.reporters.locations import file_region, message_with_record

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReporter:
    """The `gitlab` format. GitLab identifies entries by their fingerprints alone."""

    name: ClassVar[str] = "gitlab"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one array, with an entry on each line. Failures without a file are left out: an entry needs a path."""
        lead = "[\n"
        for diagnostic in diagnostics:
            yield lead + json_text(_entry(diagnostic, context))
            lead = ",\n"
        # A rule may fail equally on many records of one file, but fingerprints must be unique.
        for failure in dict.fromkeys(context.failures):
            if failure.path is not None:
                yield lead + json_text(_failure_entry(failure, failure.path))
                lead = ",\n"
        yield "[]\n" if lead == "[\n" else "\n]\n"


def _entry(diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    region = file_region(diagnostic.location, context)
    location: dict[str, Any] = {"path": diagnostic.location.path}
    if region.column is None:
        location["lines"] = {"begin": region.line, "end": region.end_line}
    else:
        location["positions"] = {
            "begin": {"line": region.line, "column": region.column},
            "end": {"line": region.end_line, "column": region.end_column},
        }
    return {
        "description": message_with_record(diagnostic.location, diagnostic.message, context),
        "check_name": diagnostic.rule,
        "fingerprint": diagnostic.fingerprint,
        "severity": SEVERITIES[diagnostic.severity],
        "location": location,
    }


def _failure_entry(failure: Failure, path: str) -> dict[str, Any]:
    from hashlib import blake2b

    identity = "\0".join((failure.source, path, failure.error)).encode("utf-8", "surrogatepass")
    return {
        "description": failure.message,
        "check_name": "newslint",
        "fingerprint": blake2b(identity, digest_size=8).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }
