"""Plans an extraction: which archives there are, and into which ranges they divide."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import version
from itertools import pairwise

from newslint import __version__
from newslint.batch.line_reader import decompressor_factory
from newslint.batch.storage import absolute, find_files
from newslint.files import FileError, display_path
from newslint.warc.types import Job, Unit

SUFFIXES = (".warc.gz", ".warc", ".warc.zst")
BYTES = 128 * 1024 * 1024  # of a compressed archive in a unit: some thousands of pages, some seconds


def plan(job: Job, patterns: Iterable[str]) -> Iterator[Unit]:
    """Every unit, in order; the same for the same files. Raises FileError for a pattern that names nothing."""
    reader = "\0".join(
        (__version__, job.extractor, *(version(name) for name in ("fastwarc", "resiliparse", job.extractor)))
    )
    kinds = ", ".join(SUFFIXES)
    for location, size, changed in find_files(patterns, SUFFIXES, f"archive ({kinds})"):
        if not location.lower().endswith(SUFFIXES):
            raise FileError(f"{display_path(location)}: is no web archive ({kinds})")
        yield from _units(location, size, _digest(reader, str(size), changed))


def _units(location: str, size: int, stamp: str) -> Iterator[Unit]:
    path = location if "://" in location else display_path(location)
    name = f"{os.path.basename(path).split('.')[0][:60]}-{_digest(path)}"
    unit = Unit(f"{name}-0", path, absolute(location), stamp, size, 0, size)
    if decompressor_factory(unit.location) is None:  # nothing in it tells a record from one that is quoted in a page
        yield unit
        return
    count = max(1, round(size / BYTES))
    bounds = [size * number // count for number in range(count + 1)]
    for start, end in pairwise(bounds):
        yield unit._replace(name=f"{name}-{start}", start=start, end=end, starts_at_record=start == 0)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
