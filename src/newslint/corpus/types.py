"""The values of a job over a corpus, as plain data that is sent to other processes and machines."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

from newslint.batch.types import Totals as SharedTotals
from newslint.config.presets import Columns as Columns
from newslint.config.settings import Settings
from newslint.model import Failure
from newslint.named_tuple import NamedTuple

MAX_FAILURE_KINDS = 20  # of a unit's failures that are counted by their message
Pairs = Mapping[str, tuple[int, int]]  # by group or day: articles and findings
NO_COUNTS: Mapping[str, Any] = {}


class Setup(NamedTuple):
    """What decides the findings besides the settings: the same in all processes of a job."""

    versions: tuple[str, ...]  # of newslint and of the installed plugins
    code: tuple[object, ...]  # the identity of the linter: its rules and the digests of plugins


class Job(NamedTuple):
    """What is done with every unit."""

    settings: Settings
    columns: Columns
    out: str  # an absolute path or a URI
    timeout: float = 0.0  # seconds that an article may take; 0: no limit
    language: str = ""  # of the articles to lint, such as "en"; empty: of all
    plugins: tuple[tuple[str, bytes], ...] = ()  # local ones by path, with the content that was trusted
    setup: Setup | None = None  # that every process must have; None: of one process


class FilePart(NamedTuple):
    """A part of a file, or all of it."""

    name: str
    path: str
    location: str  # absolute, for every process and machine
    kind: str  # parquet, jsonl
    start: int = 0  # the first row, from 0, or the first byte
    end: int | None = None  # after the last one; None: to the end of the file
    records_before: int = 0  # in the file; of JSON lines: lines
    records: int | None = None  # where the file says how many
    stripe: int = 0  # which blocks of lines are this part's, in a compressed file that several units read
    stripes: int = 1
    size: int | None = None  # of the file when the run began; None where that does not matter


class WorkUnit(NamedTuple):
    """What one task lints: a part of a file, or several small files."""

    name: str
    input_digest: str
    parts: tuple[FilePart, ...]

    @property
    def path(self) -> str:
        """The path of the file, or the first of several and how many there are."""
        more = len(self.parts) - 1
        return f"{self.parts[0].path} and {more:,} more" if more else self.parts[0].path

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all its files."""
        return tuple(part.path for part in self.parts)

    @property
    def records(self) -> int | None:
        """The number of its records; None where a file does not say how many it has."""
        counts = [part.records for part in self.parts]
        return None if None in counts else sum(filter(None, counts))


class Record(NamedTuple):
    """An article to lint."""

    number: int  # in its file, from 1: a line or a row
    offset: int | None  # bytes from the beginning of its decompressed file
    id: str | None
    text: str
    date: str = ""
    group: str = ""
    language: str = ""  # as the record says
    row: Any = None  # all its fields, where they are to be written again


class Manifest(NamedTuple):
    """The counts of a unit, or of comparing."""

    unit: str
    input_digest: str
    records: int = 0
    linted: int = 0
    with_id: int = 0  # linted records that have an id
    quarantined: int = 0
    findings: int = 0
    facts: int = 0
    characters: int = 0
    seconds: float = 0.0  # of processor time
    files: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()  # of the files that were read
    rules: Mapping[str, int] = NO_COUNTS  # findings
    severities: Mapping[str, int] = NO_COUNTS  # findings
    articles_by_rule: Mapping[str, int] = NO_COUNTS  # articles with a finding of the rule
    groups: Pairs = NO_COUNTS
    days: Pairs = NO_COUNTS
    reasons: Mapping[str, int] = NO_COUNTS  # records in quarantine
    examples: Mapping[str, str] = NO_COUNTS  # a detail for each reason, a place for each failure
    failures: Mapping[str, int] = (
        NO_COUNTS  # errors that are not one record's: a rule that raised, a plugin that is missing
    )


def add_counts(total: dict[str, tuple[int, int]], counts: Pairs) -> None:
    """Add pairs of counts to a total, by name."""
    for name, (articles, findings) in counts.items():
        before = total.get(name, (0, 0))
        total[name] = (before[0] + articles, before[1] + findings)


def count_failure(failures: Counter[str], failure: Failure) -> str:
    """Count a failure and return the key it was counted by.

    After `MAX_FAILURE_KINDS` different messages the key is its source alone, because a message may hold anything.
    """
    key = f"{failure.source}: {failure.error}"
    if key not in failures and len(failures) >= MAX_FAILURE_KINDS:
        key = f"{failure.source}: failed in other ways, too"
    failures[key] += 1
    return key


class Totals(SharedTotals[Manifest]):
    """The sum of manifests."""

    SUMS: ClassVar[tuple[str, ...]] = (*SharedTotals.SUMS, "linted", "with_id", "findings", "facts")
    COUNTS: ClassVar[tuple[str, ...]] = (*SharedTotals.COUNTS, "failures", "rules", "severities", "articles_by_rule")

    def __init__(self) -> None:
        super().__init__()
        self.linted = self.with_id = self.findings = self.facts = 0
        self.rules: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.articles_by_rule: Counter[str] = Counter()
        self.groups: dict[str, tuple[int, int]] = {}
        self.days: dict[str, tuple[int, int]] = {}

    def add(self, manifest: Manifest) -> None:
        """Add a manifest of a unit, or of comparing."""
        super().add(manifest)
        add_counts(self.groups, manifest.groups)
        add_counts(self.days, manifest.days)
