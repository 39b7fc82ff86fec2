"""The values that every job has: units, manifests, records in quarantine, and the sum of manifests."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar


class WorkUnit(Protocol):
    """What one task works on: a part of a file, or several files. It does not depend on other units.

    No other unit has its name.
    """

    @property
    def name(self) -> str:
        """The name of its results: the `file_prefix` of its first file, a hyphen, and what tells it from others."""

    @property
    def path(self) -> str:
        """The path of the file, as shown in output."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all its files."""

    @property
    def input_digest(self) -> str:
        """A digest of the file's state and of all that decides the results: with another one, they are outdated."""


class Manifest(Protocol):
    """The counts of one unit, and the names of its files. It is written last: a unit without one was not done."""

    @property
    def unit(self) -> str:
        """The unit's name."""

    @property
    def input_digest(self) -> str:
        """The digest of the unit when it was run."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the unit wrote, below the folder of results."""

    @property
    def examples(self) -> Mapping[str, str]:
        """One example for each reason of quarantine and each failure."""

    def _asdict(self) -> dict[str, Any]: ...


class QuarantinedRecord(NamedTuple):
    """A record that cannot be used, and why."""

    number: int | None  # in its file, from 1
    offset: int | None  # in bytes
    id: str | None
    reason: str
    detail: str
    raw: bytes = b""
    records: int = 1  # more where a whole range of them cannot be read


AnyManifest = TypeVar("AnyManifest", bound=Manifest)


class Totals(Generic[AnyManifest]):
    """The sum of manifests. A subclass names further fields of its manifests that are sums or counts by name."""

    SUMS: ClassVar[tuple[str, ...]] = ("records", "quarantined", "characters", "seconds")
    COUNTS: ClassVar[tuple[str, ...]] = ("reasons",)

    def __init__(self) -> None:
        self.units = self.records = self.quarantined = self.characters = 0
        self.seconds = 0.0  # of processor time
        self.reasons: Counter[str] = Counter()  # records in quarantine
        self.failures: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, manifest: AnyManifest) -> None:
        """Add a manifest; the first example for a reason stays."""
        self.units += 1
        for name in self.SUMS:
            setattr(self, name, getattr(self, name) + getattr(manifest, name))
        for name in self.COUNTS:
            getattr(self, name).update(getattr(manifest, name))
        self.examples = {**manifest.examples, **self.examples}


def to_text(value: object) -> str | None:
    """Return a value as text that can be written as UTF-8: lone surrogates become "?". None stays None."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return None if value is None else str(value).encode("utf-8", "replace").decode("utf-8")
