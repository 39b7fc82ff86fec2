"""The values of an extraction, as plain data that is sent to other processes."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from newslint.batch.types import Totals as SharedTotals
from newslint.named_tuple import NamedTuple

NO_COUNTS: Mapping[str, int] = {}


class Job(NamedTuple):
    """What is done with every unit."""

    out: str  # an absolute path or a URI
    extractor: str = "resiliparse"
    versions: tuple[str, ...] = ()  # of newslint and of the libraries, which every process must have; empty: any


class WorkUnit(NamedTuple):
    """The records of an archive that begin in a range of its bytes."""

    name: str
    path: str
    location: str  # absolute
    input_digest: str
    size: int  # of the whole file, in bytes
    start: int = 0
    end: int = 0
    starts_at_record: bool = True  # else the unit looks for the first record that begins in its range

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of its file."""
        return (self.path,)


class SkippedRecord(NamedTuple):
    """A record that is not a page, as expected."""

    reason: str


class Manifest(NamedTuple):
    """The counts of a unit."""

    unit: str
    input_digest: str
    records: int = 0
    written: int = 0
    quarantined: int = 0
    characters: int = 0
    seconds: float = 0.0  # of processor time
    files: tuple[str, ...] = ()
    extractor: str = ""  # and its version
    skipped: Mapping[str, int] = NO_COUNTS  # records by reason
    reasons: Mapping[str, int] = NO_COUNTS  # records in quarantine
    examples: Mapping[str, str] = {}  # a detail for each reason of quarantine
    first_record_offset: int | None = None  # None where no record begins in the range
    next_record_offset: int | None = None  # of the first record after the range


class Totals(SharedTotals[Manifest]):
    """The sum of manifests."""

    SUMS: ClassVar[tuple[str, ...]] = (*SharedTotals.SUMS, "written")
    COUNTS: ClassVar[tuple[str, ...]] = (*SharedTotals.COUNTS, "skipped")

    def __init__(self) -> None:
        super().__init__()
        self.written = 0
        self.extractors: Counter[str] = Counter()  # units
        self.skipped: Counter[str] = Counter()

    def add(self, manifest: Manifest) -> None:
        """Add a manifest of a unit."""
        super().add(manifest)
        self.extractors[manifest.extractor] += 1
