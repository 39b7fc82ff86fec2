"""Divides the archives of an extraction into units: ranges of bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newslint.batch.decompression import decompressor_factory
from newslint.batch.storage import absolute, find_files
from newslint.batch.units import digest, file_prefix
from newslint.files import FileError, display_path
from newslint.warc.types import Job, WorkUnit

SUFFIXES = (".warc.gz", ".warc", ".warc.zst")
UNIT_BYTES = 128 * 1024 * 1024  # of a compressed archive: some thousands of pages, some seconds


def plan(job: Job, patterns: Iterable[str]) -> Iterator[WorkUnit]:
    """Yield every unit in order; the same for the same files. Raises FileError for a pattern that names nothing."""
    kinds = ", ".join(SUFFIXES)
    for location, size, mtime in find_files(patterns, SUFFIXES, f"web archive ({kinds})"):
        if not location.lower().endswith(SUFFIXES):
            raise FileError(f"{display_path(location)}: is not a web archive ({kinds})")
        yield from _units(location, size, digest(job.extractor, *job.versions, str(size), mtime))


def _units(location: str, size: int, input_digest: str) -> Iterator[WorkUnit]:
    path = location if "://" in location else display_path(location)
    prefix = file_prefix(path)
    unit = WorkUnit(f"{prefix}-0", path, absolute(location), input_digest, size, 0, size)
    if decompressor_factory(unit.location) is None:  # in it a record and one quoted in a page look the same
        yield unit
        return
    count = max(1, round(size / UNIT_BYTES))
    bounds = [size * number // count for number in range(count + 1)]
    for start, end in pairwise(bounds):
        yield unit._replace(name=f"{prefix}-{start}", start=start, end=end, starts_at_record=start == 0)
