"""What an extraction is made of, as plain data: it travels to other processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

EMPTY: Mapping[str, int] = {}


class Job(NamedTuple):
    """What is to be done with every unit."""

    out: str  # an absolute path or a URI
    extractor: str = "resiliparse"


class Unit(NamedTuple):
    """The records of an archive that begin in a range of its bytes; its results have names of their own."""

    name: str
    path: str  # the file as people know it
    location: str  # where it can be read from any folder
    stamp: str  # of the file's state and of what reads it: with another one, results are made anew
    size: int  # of the whole file
    start: int = 0
    end: int = 0
    starts_at_record: bool = True  # a record begins at the start; else the first one behind it has to be looked for


class SkippedRecord(NamedTuple):
    """A record that holds no page, and needs none."""

    reason: str


class Manifest(NamedTuple):
    """What came of a unit. It is written last: a unit without one was not done."""

    unit: str
    stamp: str
    records: int = 0
    written: int = 0
    skipped: Mapping[str, int] = EMPTY  # by reason
    quarantined: Mapping[str, int] = EMPTY
    examples: Mapping[str, str] = {}  # a detail for each reason of quarantine
    characters: int = 0
    seconds: float = 0.0  # of processor time
    first: int | None = None  # where its first record begins; None where there is none
    following: int | None = None  # where the first record behind it begins


class Totals:
    """The sum of manifests."""

    def __init__(self) -> None:
        self.units = self.records = self.written = self.characters = 0
        self.seconds = 0.0
        self.skipped: Counter[str] = Counter()
        self.quarantined: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, manifest: Manifest) -> None:
        """Take one in."""
        self.units += 1
        for name in ("records", "written", "characters", "seconds"):
            setattr(self, name, getattr(self, name) + getattr(manifest, name))
        self.skipped.update(manifest.skipped)
        self.quarantined.update(manifest.quarantined)
        self.examples = {**manifest.examples, **self.examples}
