"""Plans a corpus: which files there are, and into which units they divide."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import entry_points

import pyarrow as pa

from newslint import __version__
from newslint.batch.line_reader import blocks
from newslint.batch.storage import absolute, find_files, resolve_filesystem
from newslint.corpus.records_parquet import open_file
from newslint.corpus.types import Job, WorkUnit
from newslint.files import FileError, display_path
from newslint.plugin_loader.finder import GROUP

LINES = tuple(f"{name}{packed}" for name in (".jsonl", ".ndjson", ".json") for packed in (".gz", ".zst", ".zstd", ""))
SUFFIXES = (".parquet", *LINES)
BYTES = 32 * 1024 * 1024  # of text in a unit: some 8,000 articles, half a minute
MIN_STRIPE_BYTES = 256 * 1024 * 1024  # bytes: of a compressed file that is larger, several units read
MAX_STRIPES = 8  # of them, since each unpacks the whole file
FILE = re.compile(r".*-[0-9a-f]{12}(?=-)", re.DOTALL)


def plan(job: Job, patterns: Iterable[str]) -> Iterator[WorkUnit]:
    """Every unit, in order; the same for the same files. Raises FileError for a pattern that names nothing."""
    work = repr(_settings_digest(job))
    for location, size, changed in find_files(patterns, SUFFIXES, "corpus (.parquet, .jsonl, .jsonl.gz, …)", job.out):
        yield from _units(location, size, _digest(__version__, work, f"{size}:{changed}"))


def file_of(name: str) -> str:
    """What the names of all units of a file begin with; empty for what is no unit's name."""
    found = FILE.match(name)
    return found[0] if found else ""


def _units(location: str, size: int, stamp: str) -> Iterator[WorkUnit]:
    path = location if "://" in location else display_path(location)
    kind = "parquet" if path.lower().endswith(".parquet") else "jsonl"
    if not path.lower().endswith(SUFFIXES):
        raise FileError(f"{path}: is neither Parquet nor JSON lines; `newslint-extract` makes Parquet of WARC")
    name = f"{os.path.basename(path).split('.')[0][:40]}-{_digest(path)}"
    unit = WorkUnit(name, path, absolute(location), kind, stamp)
    if kind == "parquet":
        yield from _row_groups(unit)
    elif path.lower().endswith((".gz", ".zst", ".zstd")):
        stripes = max(1, min(MAX_STRIPES, size // MIN_STRIPE_BYTES))
        for stripe in range(stripes):
            yield unit._replace(name=f"{name}-{stripe}of{stripes}", stripe=stripe, stripes=stripes)
    else:
        yield from _ranges(unit, size)


def _settings_digest(job: Job) -> object:
    """What of a job decides what is found; where it goes and where plugins stand does not."""
    settings = job.settings._replace(root="", config_path="", rules={}, debug=False)
    rules = sorted((name, sorted(table.items())) for name, table in job.settings.rules.items())
    installed = entry_points(group=GROUP) if settings.plugins else ()
    versions = sorted((one.name, one.dist.version) for one in installed if one.name in settings.plugins and one.dist)
    return settings, rules, job.columns, job.timeout, job.clean, job.plugins, versions


def _row_groups(unit: WorkUnit) -> Iterator[WorkUnit]:
    try:
        file = open_file(unit.location)
    except (pa.ArrowException, ValueError, OSError):
        yield unit._replace(name=f"{unit.name}-broken", end=0)  # the unit says so when it is run, and the others are
        return
    with file:
        about = file.metadata
        start = before = size = records = 0
        for group in range(about.num_row_groups):
            size += about.row_group(group).total_byte_size
            records += about.row_group(group).num_rows
            if size >= BYTES or group == about.num_row_groups - 1:
                end = group + 1
                name = f"{unit.name}-{start}-{end}"
                yield unit._replace(name=name, start=start, end=end, records_before=before, records=records)
                start, before, size, records = end, before + records, 0, 0


def _ranges(unit: WorkUnit, size: int) -> Iterator[WorkUnit]:
    """Ranges that begin where lines do. The lines before each are counted, since a line's number is its name."""
    if size < 2 * BYTES:
        yield unit._replace(name=f"{unit.name}-0")
        return
    system, path = resolve_filesystem(unit.location)
    start = before = at = counted = 0
    with system.open_input_stream(path) as stream:
        for block in blocks(stream):
            if at + len(block) - start >= BYTES and b"\n" in block:
                cut = block.index(b"\n") + 1
                yield unit._replace(name=f"{unit.name}-{start}", start=start, end=at + cut, records_before=before)
                before, start = counted + 1, at + cut
            counted += block.count(b"\n")
            at += len(block)
    if start < at:
        yield unit._replace(name=f"{unit.name}-{start}", start=start, end=at, records_before=before)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
