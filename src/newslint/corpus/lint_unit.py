"""Runs one unit: reads it, lints it, writes what came of it, and its manifest last. To run it again changes nothing."""

from __future__ import annotations

import json
import time
from collections import Counter
from contextlib import ExitStack
from typing import Any

from newslint.api import Article
from newslint.batch.storage import join_path, read, remove, write
from newslint.corpus.clean import Write, clean_name, open_clean_writer
from newslint.corpus.columns import day_of
from newslint.corpus.linter import InProcessLinter, SubprocessLinter, shared_linter
from newslint.corpus.records import records
from newslint.corpus.tables import (
    DIAGNOSTICS,
    FACTS,
    QUARANTINE,
    ArticleColumns,
    BufferedParquetWriter,
    bad_row,
    diagnostic_row,
    fact_rows,
)
from newslint.corpus.types import Job, Manifest, QuarantinedRecord, Record, WorkUnit, add_counts, count_failure
from newslint.model import CheckResult

UNITS = "_units"


def manifest_at(job: Job, name: str) -> str:
    """Where a unit's manifest is."""
    return join_path(job.out, UNITS, f"{name}.json")


def load_manifest(job: Job, unit: WorkUnit) -> Manifest | None:
    """What came of a unit that was done before, and of the same file for the same job."""
    try:
        found = Manifest(**json.loads(read(manifest_at(job, unit.name))))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.stamp == unit.input_digest else None


def run_unit(job: Job, unit: WorkUnit, isolated: bool = False) -> Manifest:
    """Do the unit. Raises OSError where it cannot be read or written: then it is to be tried again."""
    started = time.process_time()
    remove(manifest_at(job, unit.name))  # while there is none, the results are nobody's
    run = _Run(job, unit, SubprocessLinter(job) if isolated else shared_linter(job))
    try:
        run.run()
    finally:
        if isolated:
            run.linter.close()
    done = run.manifest(time.process_time() - started)
    if done.records != done.linted + done.quarantined or unit.records not in (None, done.records):
        # Nothing is committed: a count that does not add up is a fault of ours, or a file that changed meanwhile.
        raise OSError(
            f"{unit.path}: {done.linted} linted and {done.quarantined} quarantined are not the {done.records} read"
            f" of {unit.records if unit.records is not None else done.records} there"
        )
    for name in (*(join_path(part, f"{unit.name}.parquet") for part in run.tables), clean_name(unit)):
        if name not in done.files:
            remove(join_path(job.out, name))  # of a run with other settings
    write(manifest_at(job, unit.name), json.dumps(done._asdict()).encode())
    return done


class _Run:
    def __init__(self, job: Job, unit: WorkUnit, with_linter: InProcessLinter | SubprocessLinter) -> None:
        self.job, self.unit, self.linter = job, unit, with_linter
        self.records = self.linted = self.with_id = self.quarantined = self.characters = 0
        self.rules: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.articles_by_rule: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.failures = Counter({f"{one.source}: {one.error}": 1 for one in with_linter.failures})
        self.examples: dict[str, str] = {}
        self.groups: dict[str, tuple[int, int]] = {}
        self.days: dict[str, tuple[int, int]] = {}
        self.tables: dict[str, BufferedParquetWriter] = {}

    def run(self) -> None:
        """Every record goes into one of the tables, or leaves nothing to say."""
        with ExitStack() as stack:

            def table(name: str, schema: Any, **options: Any) -> BufferedParquetWriter:
                location = join_path(self.job.out, name, f"{self.unit.name}.parquet")
                self.tables[name] = stack.enter_context(BufferedParquetWriter(location, schema, **options))
                return self.tables[name]

            found, bad = table("diagnostics", DIAGNOSTICS), table("quarantine", QUARANTINE)
            facts = table("facts", FACTS, sort=True)
            clean = stack.enter_context(open_clean_writer(self.job, self.unit)) if self.job.clean else None
            for item in records(self.job, self.unit):
                self.records += item.records if isinstance(item, QuarantinedRecord) else 1
                wrong = item if isinstance(item, QuarantinedRecord) else self._lint(item, found, facts, clean)
                if wrong is not None:
                    self._quarantine(wrong, bad)

    def _lint(
        self, record: Record, found: BufferedParquetWriter, facts: BufferedParquetWriter, clean: Write | None
    ) -> QuarantinedRecord | None:
        meta = {name: value for name, value in (("date", record.date), ("group", record.group)) if value}
        if record.group:
            meta |= dict.fromkeys(self.job.columns.group, record.group)
        known = (self.unit.path, record.number) if record.id is None else (record.id, None)
        linted = self.linter.lint(Article(known[0], record.text, known[1], meta))
        if linted.result is None:
            raw = record.text[:1024].encode()[:1024]
            return QuarantinedRecord(record.number, record.offset, record.id, linted.reason, linted.detail, raw)
        self._keep(linted.result, record, found, facts)
        if clean:
            clean(record, linted.text)
        return None

    def _keep(
        self, result: CheckResult, record: Record, found: BufferedParquetWriter, facts: BufferedParquetWriter
    ) -> None:
        day = day_of(record.date)
        known = ArticleColumns(record.id, self.unit.path, record.number, record.group, day)
        found.add(*[diagnostic_row(diagnostic, known) for diagnostic in result.diagnostics])
        facts.add(*fact_rows(result.facts, known))
        rules = [diagnostic.rule for diagnostic in result.diagnostics]
        self.rules.update(rules)
        self.articles_by_rule.update(set(rules))
        self.severities.update([diagnostic.severity for diagnostic in result.diagnostics])
        for failure in result.failures:
            self.examples.setdefault(count_failure(self.failures, failure), f"{self.unit.path}#{record.number}")
        self.linted += 1
        self.with_id += record.id is not None
        self.characters += len(record.text)
        counts = (1, len(result.diagnostics))
        add_counts(self.groups, {record.group: counts})
        add_counts(self.days, {day: counts})

    def _quarantine(self, bad: QuarantinedRecord, table: BufferedParquetWriter) -> None:
        self.quarantined += bad.records
        self.reasons[bad.reason] += bad.records
        where = f"{self.unit.path}#{bad.number}" if bad.number else self.unit.path
        self.examples.setdefault(bad.reason, f"{where}: {bad.detail}")
        table.add(bad_row(self.unit.path, bad))

    def manifest(self, seconds: float) -> Manifest:
        """The counts, and the names of the files that were written."""
        files = [join_path(name, f"{self.unit.name}.parquet") for name, table in self.tables.items() if table.count]
        files += [clean_name(self.unit)] if self.job.clean else []
        return Manifest(
            unit=self.unit.name,
            stamp=self.unit.input_digest,
            records=self.records,
            linted=self.linted,
            with_id=self.with_id,
            quarantined=self.quarantined,
            findings=sum(self.rules.values()),
            facts=self.tables["facts"].count,
            characters=self.characters,
            seconds=seconds,
            files=tuple(files),
            rules=dict(self.rules),
            severities=dict(self.severities),
            articles_by_rule=dict(self.articles_by_rule),
            groups=self.groups,
            days=self.days,
            reasons=dict(self.reasons),
            examples=self.examples,
            failures=dict(self.failures),
        )
