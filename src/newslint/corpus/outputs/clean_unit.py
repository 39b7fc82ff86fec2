"""`--clean`, for one unit: reads its records again, applies the fixes of their findings, and writes a copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import blake2b
from operator import itemgetter

import pyarrow.parquet as pq

from newslint.api import Article
from newslint.batch.storage import join_path, resolve_filesystem
from newslint.batch.types import QuarantinedRecord
from newslint.corpus.linter import InProcessLinter, SubprocessLinter, shared_linter
from newslint.corpus.outputs.clean_files import clean_name, open_clean_writer
from newslint.corpus.outputs.clean_types import MAX_EXAMPLES, CleanOptions, CleanResult, Removal
from newslint.corpus.outputs.unit_findings import Finding, UnitFindings
from newslint.corpus.records.columns import article_of
from newslint.corpus.records.reader import read_records
from newslint.corpus.tables import fix_from_json
from newslint.corpus.types import Job, Record, WorkUnit
from newslint.engine.compare import FixChecker, no_article
from newslint.engine.repeated_fixes import FixedText, RuleFix, UnsettledFixesError, apply_pass

MAX_EXAMPLE_CHARS = 160  # of the text that goes
CONTEXT_CHARS = 40  # on either side of it
ORDER = itemgetter(0, 1, 2, 3)
COLUMNS = ("start", "end", "rule", "message", "match", "fix")


def clean_unit(
    job: Job,
    options: CleanOptions,
    unit: WorkUnit,
    files: tuple[str, ...],
    input_digest: str,
    in_child_process: bool = False,
) -> CleanResult:
    """Write the clean copy of a unit, unless it is a dry run. Quarantined records are left out.

    `files` are the results that exist: the unit's and those of comparing.
    """
    linter = SubprocessLinter(job) if in_child_process else shared_linter(job)
    try:
        cleaner = _Cleaner(job, options, unit, linter)
        findings = UnitFindings(job, unit.parts, files, COLUMNS)
        quarantined = _quarantined(job, unit, files)
        for part in unit.parts:
            with ExitStack() as stack:
                writer = None if options.dry_run else open_clean_writer(job, part, options.column)
                write = writer and stack.enter_context(writer)
                for record in read_records(job, part, with_rows=True):
                    if isinstance(record, QuarantinedRecord) or (part.path, record.number) in quarantined:
                        continue
                    text = cleaner.clean(record, part.path, *findings.of_record(part.path, record.number))
                    if write:
                        write(record, text)
        return cleaner.result(input_digest)
    finally:
        if in_child_process:
            linter.close()


def _quarantined(job: Job, unit: WorkUnit, files: tuple[str, ...]) -> set[tuple[str, int | None]]:
    """Return the path and the number of each record in quarantine."""
    name = join_path("quarantine", f"{unit.name}.parquet")
    if name not in files:
        return set()
    system, path = resolve_filesystem(join_path(job.out, name))
    with pq.ParquetFile(system.open_input_file(path)) as file:
        rows = file.read(["path", "record"])
    return set(zip(rows["path"].to_pylist(), rows["record"].to_pylist(), strict=True))


class _Cleaner:
    """Applies fixes and counts what they change."""

    def __init__(
        self, job: Job, options: CleanOptions, unit: WorkUnit, linter: InProcessLinter | SubprocessLinter
    ) -> None:
        self._job, self._options, self._unit, self._linter = job, options, unit, linter
        self._articles = self._changed = self._characters = 0
        self._removed: dict[str, dict[str, tuple[int, int, int]]] = {}
        self._groups: dict[str, tuple[int, int, int]] = {}
        self._examples: dict[str, list[Removal]] = {}
        self._failures: Counter[str] = Counter()

    def clean(self, record: Record, path: str, own: Iterable[Finding], of_comparing: Iterable[Finding]) -> str:
        """Return the text of a record after its fixes; the text itself where they do not settle."""
        article = article_of(self._job.columns, path, record)
        findings = sorted([*((*row, False) for row in own), *((*row, True) for row in of_comparing)], key=ORDER)
        fixes = list(self._offered(article, findings))
        state, removals = FixedText(record.text), list[Removal]()
        try:
            while (after := apply_pass(state, fixes)) is not state:
                removals += self._removals(record, path, state.text, after, fixes)
                state, fixes = after, self._fixes_of(record, path, after.text)
        except UnsettledFixesError as error:
            self._failures[f"clean copy: {_place(record, path)}: {error}"] += 1
            state, removals = FixedText(record.text), []
        self._count(record, state.text, removals)
        return state.text

    def _offered(self, article: Article, findings: Iterable[Finding]) -> Iterator[RuleFix]:
        """Yield the fixes of findings. Those of comparing were made without the article, and are checked here."""
        checker = FixChecker(no_article)
        for start, end, rule, _, match, text, is_of_comparing in findings:
            fix = None if text is None else fix_from_json(text)
            if fix is None or not self._options.includes(rule, fix):
                continue
            if is_of_comparing:
                try:
                    fix = checker.checked(fix, article) if article.raw[start:end] == match else None
                except ValueError as error:
                    self._failures[f"clean copy: {rule}: {error}"] += 1
                    fix = None
            if fix is not None:
                yield rule, fix

    def _fixes_of(self, record: Record, path: str, text: str) -> list[RuleFix]:
        """Return the fixes of a text that fixes have changed; articles are not compared again."""
        linted = self._linter.lint(article_of(self._job.columns, path, record, text))
        if linted.result is None:
            self._failures[f"clean copy: {_place(record, path)}: {linted.reason}: {linted.detail}"] += 1
            return []
        found = ((one.rule, one.fix) for one in linted.result.diagnostics if one.fix)
        return [(rule, fix) for rule, fix in found if self._options.includes(rule, fix)]

    def _removals(
        self, record: Record, path: str, text: str, after: FixedText, fixes: list[RuleFix]
    ) -> Iterator[Removal]:
        rule_of = {edit: rule for rule, fix in reversed(fixes) for edit in fix.edits}
        place = _place(record, path)
        for edit in after.edits:
            (start, end), inserted = edit
            order = blake2b(f"{place}\0{start}\0{text[start:end]}".encode(), digest_size=8).hexdigest()
            before, behind = text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS]
            yield Removal(order, rule_of[edit], record.group, place, before, text[start:end], inserted, behind)

    def _count(self, record: Record, text: str, removals: list[Removal]) -> None:
        self._articles += 1
        self._changed += text != record.text
        self._characters += len(record.text)
        _add(self._groups, record.group, (1, int(text != record.text), len(record.text)))
        by_rule = self._removed.setdefault(record.group, {}) if removals else {}
        for rule in {removal.rule for removal in removals}:
            _add(by_rule, rule, (1, 0, 0))
        for removal in removals:
            _add(by_rule, removal.rule, (0, 1, len(removal.removed) - len(removal.inserted)))
            shown = removal._replace(removed=removal.removed[:MAX_EXAMPLE_CHARS])
            examples = self._examples.setdefault(removal.rule, [])
            examples.append(shown)
            if len(examples) > 2 * MAX_EXAMPLES:
                examples[:] = sorted(examples)[:MAX_EXAMPLES]

    def result(self, input_digest: str) -> CleanResult:
        """Return the counts."""
        return CleanResult(
            self._unit.name,
            input_digest,
            () if self._options.dry_run else tuple(clean_name(part) for part in self._unit.parts),
            articles=self._articles,
            changed=self._changed,
            characters=self._characters,
            removed=self._removed,
            groups=self._groups,
            removals=tuple(one for found in self._examples.values() for one in sorted(found)[:MAX_EXAMPLES]),
            failures=dict(self._failures),
        )


def _place(record: Record, path: str) -> str:
    return record.id or f"{path}#{record.number}"


def _add(total: dict[str, tuple[int, int, int]], name: str, counts: tuple[int, int, int]) -> None:
    before = total.get(name, (0, 0, 0))
    total[name] = (before[0] + counts[0], before[1] + counts[1], before[2] + counts[2])
