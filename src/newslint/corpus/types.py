"""What a job over a corpus is made of, as plain data: it travels to other processes and machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from newslint.config.settings import Settings
from newslint.model import Failure


class Columns(NamedTuple):
    """Which fields of a record are what: names in the order in which they are tried; `a.b` is b within a."""

    text: tuple[str, ...] = ("text",)
    id: tuple[str, ...] = ()
    date: tuple[str, ...] = ("date",)
    group: tuple[str, ...] = ()


PRESETS = {
    # Two sets go by this name; they call their fields differently.
    "cc_news": Columns(
        ("plain_text", "text"), ("requested_url", "url"), ("published_date", "date"), ("domain", "host")
    ),
    "realnews": Columns(("text",), ("url",), ("publish_date",), ("domain",)),
    # Its "date" is the day of the crawl, which says nothing about the day of publication.
    "fineweb": Columns(("text",), ("id",), (), ("url",)),
}


class Job(NamedTuple):
    """What is to be done with every unit."""

    settings: Settings
    columns: Columns
    out: str  # an absolute path or a URI
    timeout: float = 0.0  # seconds an article may take; 0: as long as it likes
    clean: bool = False  # also write the records with their safe fixes applied
    # Local plugins by name: the content that was agreed to where the job began, or None for what was not.
    plugins: tuple[tuple[str, bytes | None], ...] = ()


class WorkUnit(NamedTuple):
    """A part of a file that is linted as one: it depends on nothing else, and its results have names of their own."""

    name: str  # what its results are called
    path: str  # the file as people know it
    location: str  # where it can be read from any folder or machine
    kind: str  # parquet, jsonl
    input_digest: str  # of the file's state: with another one, results are made anew
    start: int = 0  # the first row group, or the first byte
    end: int | None = None  # just past the last one; None: to the end
    records_before: int = 0  # records (of JSON lines: lines) of the file that stand before it
    records: int | None = None  # how many it holds, where the file says so
    stripe: int = 0  # of a compressed file that several units read: which blocks of lines are this one's
    stripes: int = 1


class Record(NamedTuple):
    """An article on its way to the linter."""

    number: int  # in its file, from 1: a line or a row
    offset: int | None  # bytes from the beginning of its file, uncompressed
    id: str | None
    text: str
    date: str = ""
    group: str = ""
    row: Any = None  # all its fields, where they are to be written again


class QuarantinedRecord(NamedTuple):
    """What could not be linted, and why."""

    number: int | None
    offset: int | None
    id: str | None
    reason: str
    detail: str
    raw: bytes = b""
    records: int = 1  # how many it stands for


MAX_FAILURE_KINDS = 20  # of failures that are told apart in a unit
EMPTY: Mapping[str, Any] = {}


class Manifest(NamedTuple):
    """What came of a unit. It is written last: a unit without one was not done."""

    unit: str
    stamp: str
    records: int = 0
    linted: int = 0
    with_id: int = 0  # of these, by an id
    quarantined: int = 0
    findings: int = 0
    facts: int = 0
    characters: int = 0
    seconds: float = 0.0  # of processor time
    files: tuple[str, ...] = ()
    rules: Mapping[str, int] = EMPTY
    severities: Mapping[str, int] = EMPTY
    articles_by_rule: Mapping[str, int] = EMPTY  # articles with a finding of the rule
    groups: Mapping[str, tuple[int, int]] = EMPTY  # articles and findings
    days: Mapping[str, tuple[int, int]] = EMPTY
    reasons: Mapping[str, int] = EMPTY  # of quarantine
    examples: Mapping[str, str] = EMPTY  # a detail for each reason; a place for what broke
    failures: Mapping[str, int] = EMPTY  # what broke beside records: a rule that raised, a plugin that is missing here


def add_counts(one: dict[str, tuple[int, int]], other: Mapping[str, tuple[int, int]]) -> None:
    """Add pairs of counts into the first."""
    for name, (articles, findings) in other.items():
        before = one.get(name, (0, 0))
        one[name] = (before[0] + articles, before[1] + findings)


def count_failure(failures: Counter[str], failure: Failure) -> str:
    """Count what broke, and say as what: beyond some kinds by what broke alone, as a message may hold anything."""
    told = f"{failure.source}: {failure.error}"
    if told not in failures and len(failures) >= MAX_FAILURE_KINDS:
        told = f"{failure.source}: broke in other ways, too"
    failures[told] += 1
    return told


class Totals:
    """The sum of manifests."""

    def __init__(self) -> None:
        self.units = 0
        self.records = self.linted = self.with_id = self.quarantined = self.findings = self.facts = self.characters = 0
        self.seconds = 0.0
        self.rules: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.articles_by_rule: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.groups: dict[str, tuple[int, int]] = {}
        self.days: dict[str, tuple[int, int]] = {}
        self.examples: dict[str, str] = {}

    def add(self, manifest: Manifest) -> None:
        """Take one in."""
        self.units += 1
        for name in ("records", "linted", "with_id", "quarantined", "findings", "facts", "characters", "seconds"):
            setattr(self, name, getattr(self, name) + getattr(manifest, name))
        for name in ("rules", "severities", "articles_by_rule", "reasons", "failures"):
            getattr(self, name).update(getattr(manifest, name))
        add_counts(self.groups, manifest.groups)
        add_counts(self.days, manifest.days)
        self.examples = {**manifest.examples, **self.examples}
