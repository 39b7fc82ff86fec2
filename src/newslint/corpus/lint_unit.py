"""Lints one unit: reads it, lints it, writes the results, and its manifest last. Running it again changes nothing."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import ExitStack
from typing import Any

from newslint.batch.storage import join_path, remove
from newslint.batch.table import BufferedParquetWriter, QuarantineRow, quarantine_row
from newslint.batch.types import QuarantinedRecord
from newslint.batch.units import commit, manifest_path
from newslint.corpus.linter import InProcessLinter, SubprocessLinter, shared_linter
from newslint.corpus.outputs.clean_files import clean_name
from newslint.corpus.records.columns import article_of, day_of
from newslint.corpus.records.language import in_other_language
from newslint.corpus.records.reader import read_records
from newslint.corpus.tables import ArticleColumns, DiagnosticRow, FactRow, diagnostic_row, fact_rows
from newslint.corpus.types import Job, Manifest, Record, WorkUnit, add_counts, count_failure
from newslint.linter.process_limits import limit_memory
from newslint.model import CheckResult

RESULT_FOLDERS = ("diagnostics", "facts", "quarantine")


def result_name(folder: str, unit: WorkUnit) -> str:
    """Return the name of a unit's results of one kind, below the folder of results."""
    return join_path(folder, f"{unit.name}.parquet")


def lint_unit(job: Job, unit: WorkUnit, in_child_process: bool = False) -> Manifest:
    """Lint a unit and commit its results. Raises OSError where it cannot be read or written; then it is run again.

    With `in_child_process` each article is linted in a separate child process, because an earlier attempt crashed.
    """
    started = time.process_time()
    limit_memory(job.settings.max_memory)
    remove(manifest_path(job.out, unit.name))  # without it, the results count for nothing
    run = _Run(job, unit, SubprocessLinter(job) if in_child_process else shared_linter(job))
    try:
        run.run()
    finally:
        if in_child_process:
            run.linter.close()
    manifest = run.manifest(time.process_time() - started)
    if manifest.records != manifest.linted + manifest.quarantined or unit.records not in (None, manifest.records):
        # Not committed: wrong counts mean an error in newslint, or a file that changed meanwhile.
        expected = manifest.records if unit.records is None else unit.records
        raise OSError(
            f"{unit.path}: the counts do not add up: read {manifest.records} of {expected} records, "
            f"linted {manifest.linted}, quarantined {manifest.quarantined}"
        )
    results = [result_name(folder, unit) for folder in RESULT_FOLDERS]
    commit(job.out, manifest, (*results, *(clean_name(part) for part in unit.parts)))
    return manifest


class _Run:
    """The counts and the open result files of one unit."""

    def __init__(self, job: Job, unit: WorkUnit, linter: InProcessLinter | SubprocessLinter) -> None:
        self.job, self.unit, self.linter = job, unit, linter
        self.records = self.linted = self.with_id = self.quarantined = self.characters = 0
        self.rules: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.articles_by_rule: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self.groups: dict[str, tuple[int, int]] = {}
        self.days: dict[str, tuple[int, int]] = {}
        self.tables: dict[str, BufferedParquetWriter] = {}

    def run(self) -> None:
        """Read every record; lint it or put it into quarantine."""
        with ExitStack() as stack:

            def open_table(folder: str, row_type: Any, **options: Any) -> None:
                location = join_path(self.job.out, result_name(folder, self.unit))
                self.tables[folder] = stack.enter_context(BufferedParquetWriter(location, row_type, **options))

            open_table("diagnostics", DiagnosticRow)
            open_table("facts", FactRow, sort=True)
            open_table("quarantine", QuarantineRow)
            for part in self.unit.parts:
                for item in read_records(self.job, part):
                    self.records += item.records if isinstance(item, QuarantinedRecord) else 1
                    bad = item if isinstance(item, QuarantinedRecord) else self._lint(item, part.path)
                    if bad is not None:
                        self._quarantine(bad, part.path)

    def _lint(self, record: Record, path: str) -> QuarantinedRecord | None:
        article = article_of(self.job.columns, path, record)
        other = in_other_language(record, article, self.job.language) if self.job.language else None
        if other:
            return other
        linted = self.linter.lint(article)
        if linted.result is None:
            raw = record.text[:1024].encode()[:1024]
            return QuarantinedRecord(record.number, record.offset, record.id, linted.reason, linted.detail, raw)
        self._add_result(linted.result, record, path)
        return None

    def _add_result(self, result: CheckResult, record: Record, path: str) -> None:
        day = day_of(record.date)
        article = ArticleColumns(record.id, path, record.number, record.group, day)
        self.tables["diagnostics"].add(*[diagnostic_row(diagnostic, article) for diagnostic in result.diagnostics])
        self.tables["facts"].add(*fact_rows(result.facts, article))
        rules = [diagnostic.rule for diagnostic in result.diagnostics]
        self.rules.update(rules)
        self.articles_by_rule.update(set(rules))
        self.severities.update([diagnostic.severity for diagnostic in result.diagnostics])
        for failure in result.failures:
            self.examples.setdefault(count_failure(self.failures, failure), f"{path}#{record.number}")
        self.linted += 1
        self.with_id += record.id is not None
        self.characters += len(record.text)
        counts = (1, len(result.diagnostics))
        add_counts(self.groups, {record.group: counts})
        add_counts(self.days, {day: counts})

    def _quarantine(self, bad: QuarantinedRecord, path: str) -> None:
        self.quarantined += bad.records
        self.reasons[bad.reason] += bad.records
        place = f"{path}#{bad.number}" if bad.number else path
        self.examples.setdefault(bad.reason, f"{place}: {bad.detail}")
        self.tables["quarantine"].add(quarantine_row(path, bad))

    def manifest(self, seconds: float) -> Manifest:
        """Return the counts, and the names of the files that were written."""
        files = [result_name(folder, self.unit) for folder, table in self.tables.items() if table.count]
        return Manifest(
            unit=self.unit.name,
            input_digest=self.unit.input_digest,
            records=self.records,
            linted=self.linted,
            with_id=self.with_id,
            quarantined=self.quarantined,
            findings=sum(self.rules.values()),
            facts=self.tables["facts"].count,
            characters=self.characters,
            seconds=seconds,
            files=tuple(files),
            paths=self.unit.paths,
            rules=dict(self.rules),
            severities=dict(self.severities),
            articles_by_rule=dict(self.articles_by_rule),
            groups=self.groups,
            days=self.days,
            reasons=dict(self.reasons),
            examples=self.examples,
            failures=dict(self.failures),
        )


def remove_results(job: Job, unit: WorkUnit) -> None:
    """Delete the results of a unit that failed: they may be of an earlier state of its files."""
    for folder in RESULT_FOLDERS:
        remove(join_path(job.out, result_name(folder, unit)))


def quarantine_unit(job: Job, unit: WorkUnit, error: str) -> Manifest:
    """Put a whole unit into quarantine and return its counts. Nothing is committed: the next run tries it again."""
    remove_results(job, unit)
    with BufferedParquetWriter(join_path(job.out, result_name("quarantine", unit)), QuarantineRow) as table:
        for part in unit.parts:
            bad = QuarantinedRecord(part.records_before + 1, None, None, "unit-failed", error)
            table.add(quarantine_row(part.path, bad)._replace(records=part.records))
    count = unit.records or 0
    reasons, examples = {"unit-failed": count}, {"unit-failed": f"{unit.path}: {error}"}
    return Manifest(unit.name, "", records=count, quarantined=count, reasons=reasons, examples=examples)
