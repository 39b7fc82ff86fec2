"""Divides the files of a corpus into units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from newslint import __version__
from newslint.batch.line_reader import blocks
from newslint.batch.storage import absolute, find_files, resolve_filesystem
from newslint.batch.units import digest, file_prefix
from newslint.console import print_stderr
from newslint.corpus.records.formats import check_format, without_results
from newslint.corpus.records.parquet import open_file
from newslint.corpus.types import Job, WorkUnit
from newslint.files import display_path

COMPRESSED = (".gz", ".zst", ".zstd")
LINES = tuple(f"{name}{packed}" for name in (".jsonl", ".ndjson", ".json") for packed in (*COMPRESSED, ""))
SUFFIXES = (".parquet", *LINES)
UNIT_BYTES = 32 * 1024 * 1024  # of text in a unit: some 8,000 articles, half a minute
MIN_STRIPE_BYTES = 256 * 1024 * 1024  # of a larger compressed file, several units lint every nth block
MAX_STRIPES = 8  # units for one compressed file, because each decompresses all of it


def plan(job: Job, patterns: Iterable[str]) -> Iterator[WorkUnit]:
    """Yield every unit in order; the same for the same files. Raises FileError for a pattern that names nothing."""
    patterns = tuple(patterns)
    settings = repr(_result_settings(job))
    kind = "corpus (.parquet, .jsonl, .jsonl.gz, …)"
    for location, size, mtime in without_results(find_files(patterns, SUFFIXES, kind, job.out), patterns):
        yield from _units(location, size, digest(__version__, settings, f"{size}:{mtime}"))


def _units(location: str, size: int, input_digest: str) -> Iterator[WorkUnit]:
    path = location if "://" in location else display_path(location)
    kind = "parquet" if path.lower().endswith(".parquet") else "jsonl"
    check_format(location, path, SUFFIXES)
    prefix = file_prefix(path)
    unit = WorkUnit(prefix, path, absolute(location), kind, input_digest)
    if kind == "parquet":
        yield from _row_groups(unit)
    elif path.lower().endswith(COMPRESSED):
        stripes = max(1, min(MAX_STRIPES, size // MIN_STRIPE_BYTES))
        if stripes == 1 and size >= UNIT_BYTES:
            note = f"one process lints all {size // 1024**2:,} MiB of it; divide the file to use more processes"
            print_stderr(f"{path}: {note}")
        for stripe in range(stripes):
            yield unit._replace(name=f"{prefix}-{stripe}of{stripes}", stripe=stripe, stripes=stripes)
    else:
        yield from _byte_ranges(unit, size)


def _result_settings(job: Job) -> object:
    """Return the parts of a job that affect its results: not the output folder or the plugin folder."""
    settings = job.settings._replace(root="", config_path="", rules={}, debug=False)
    rules = sorted((name, sorted(table.items())) for name, table in job.settings.rules.items())
    return settings, rules, job.columns, job.timeout, job.language, job.plugins, job.setup


def _row_groups(unit: WorkUnit) -> Iterator[WorkUnit]:
    try:
        file = open_file(unit.location)
    except (pa.ArrowException, ValueError, OSError):
        yield unit._replace(name=f"{unit.name}-broken", end=0)  # running it puts the file into quarantine
        return
    with file:
        metadata = file.metadata
        start = before = size = records = 0
        for group in range(metadata.num_row_groups):
            size += metadata.row_group(group).total_byte_size
            records += metadata.row_group(group).num_rows
            if size >= UNIT_BYTES or group == metadata.num_row_groups - 1:
                end = group + 1
                name = f"{unit.name}-{start}-{end}"
                yield unit._replace(name=name, start=start, end=end, records_before=before, records=records)
                start, before, size, records = end, before + records, 0, 0


def _byte_ranges(unit: WorkUnit, size: int) -> Iterator[WorkUnit]:
    """Yield ranges of whole lines. The lines before each are counted, because findings name a record by its line."""
    if size < 2 * UNIT_BYTES:
        yield unit._replace(name=f"{unit.name}-0")
        return
    system, path = resolve_filesystem(unit.location)
    start = before = at = counted = 0
    with system.open_input_stream(path) as stream:
        for block in blocks(stream):
            if at + len(block) - start >= UNIT_BYTES and b"\n" in block:
                cut = block.index(b"\n") + 1
                yield unit._replace(name=f"{unit.name}-{start}", start=start, end=at + cut, records_before=before)
                before, start = counted + 1, at + cut
            counted += block.count(b"\n")
            at += len(block)
    if start < at:
        yield unit._replace(name=f"{unit.name}-{start}", start=start, end=at, records_before=before)
