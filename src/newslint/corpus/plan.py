"""Divides a corpus into units: parts of large files, and small files together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise

import pyarrow as pa

from newslint import __version__
from newslint.batch.decompression import MAX_RATIO, MIN_BOMB_BYTES
from newslint.batch.line_reader import blocks
from newslint.batch.storage import NO_SIZE, THREADS, File, absolute, find_files, resolve_filesystem
from newslint.batch.units import digest, file_prefix
from newslint.console import print_stderr
from newslint.corpus.records.formats import check_format, without_results
from newslint.corpus.records.parquet import open_file
from newslint.corpus.types import FilePart, Job, WorkUnit
from newslint.files import FileError, display_path

COMPRESSED = (".gz", ".zst", ".zstd")
LINES = tuple(f"{name}{packed}" for name in (".jsonl", ".ndjson", ".json") for packed in (*COMPRESSED, ""))
SUFFIXES = (".parquet", *LINES)
UNIT_BYTES = 32 * 1024 * 1024  # of text in a unit: some 8,000 articles, half a minute
SMALL_UNIT_BYTES = UNIT_BYTES // 4  # of text in a unit of small files, so that few of them use all processors
COMPRESSION_RATIO = 4  # of text, about
MAX_PIECES = 8  # of a row group or a compressed file, because each unit decompresses what comes before its piece
MIN_STRIPE_BYTES = 256 * 1024 * 1024  # of a larger compressed file, several units lint every nth block


def plan(job: Job, patterns: Iterable[str]) -> Iterator[WorkUnit]:
    """Yield every unit in order; the same for the same files.

    Raises FileError for a pattern that names nothing, and for files that are not a corpus.
    """
    patterns = tuple(patterns)
    settings = repr(_result_settings(job))
    found = find_files(patterns, SUFFIXES, "corpus (.parquet, .jsonl, .jsonl.gz, …)")
    files = list(without_results(found, patterns, job.out))
    if not files:
        raise FileError(f"{', '.join(patterns)}: holds results of newslint-corpus only; name the corpus itself")
    small: list[WorkUnit] = []
    size = 0
    with ThreadPoolExecutor(THREADS) as threads:  # to read many footers at once
        for file, units in zip(files, threads.map(partial(_units_of_file, settings=settings), files), strict=True):
            text_bytes = _text_bytes(file)
            if text_bytes >= SMALL_UNIT_BYTES:
                yield from units
                continue
            if small and size + text_bytes > SMALL_UNIT_BYTES:
                yield _together(small)
                small, size = [], 0
            small += units
            size += text_bytes
    if small:
        yield _together(small)


def _text_bytes(file: File) -> int:
    is_packed = file.location.lower().endswith((*COMPRESSED, ".parquet"))
    return file.size * COMPRESSION_RATIO if is_packed else file.size


def _together(units: list[WorkUnit]) -> WorkUnit:
    """Return one unit for several small files. It is called after the first one."""
    if len(units) == 1:
        return units[0]
    parts = tuple(part for unit in units for part in unit.parts)
    name = f"{file_prefix(parts[0].path)}-{len(parts)}files-{digest(*(part.path for part in parts))}"
    return WorkUnit(name, digest(*(unit.input_digest for unit in units)), parts)


def _units_of_file(file: File, settings: str) -> list[WorkUnit]:
    input_digest = digest(__version__, settings, f"{file.size}:{file.mtime}")
    return [WorkUnit(part.name, input_digest, (part,)) for part in _parts(file)]


def _parts(file: File) -> Iterator[FilePart]:
    location = file.location
    path = location if "://" in location else display_path(location)
    kind = "parquet" if path.lower().endswith(".parquet") else "jsonl"
    check_format(location, path, SUFFIXES)
    prefix = file_prefix(path)
    # Of Parquet, the rows are counted.
    size = file.size if kind == "jsonl" and file.size != NO_SIZE else None
    part = FilePart(f"{prefix}-0", path, absolute(location), kind, size=size)
    is_small = _text_bytes(file) < SMALL_UNIT_BYTES
    if kind == "parquet":
        yield from _row_ranges(part._replace(name=prefix), file.size, is_small=is_small)
    elif is_small:
        yield part
    elif path.lower().endswith(COMPRESSED):
        stripes = max(1, min(MAX_PIECES, file.size // MIN_STRIPE_BYTES))
        if stripes == 1 and file.size >= UNIT_BYTES:
            note = f"one process lints all {file.size // 1024**2:,} MiB of it; divide the file to use more processes"
            print_stderr(f"{path}: {note}")
        for stripe in range(stripes):
            yield part._replace(name=f"{prefix}-{stripe}of{stripes}", stripe=stripe, stripes=stripes)
    else:
        yield from _byte_ranges(part._replace(name=prefix), file.size)


def _result_settings(job: Job) -> object:
    """Return the parts of a job that affect its results: not the output folder or the plugin folder."""
    settings = job.settings._replace(root="", config_path="", rules={}, named_by_options=(), debug=False)
    rules = sorted((name, sorted(table.items())) for name, table in job.settings.rules.items())
    return settings, rules, job.columns, job.timeout, job.language, job.plugins, job.setup


def _row_ranges(part: FilePart, file_size: int, *, is_small: bool) -> Iterator[FilePart]:
    """Yield ranges of rows: all of a small file, else several small row groups together, a large one in pieces."""
    try:
        with open_file(part.location) as file:
            metadata = file.metadata
            groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
            sizes = [(group.num_rows, group.total_byte_size) for group in groups]
    except (pa.ArrowException, ValueError, OSError):
        yield part._replace(name=f"{part.name}-broken")  # running it puts the file into quarantine
        return
    # No unit for each row group of a file that states more than it can hold: every unit may unpack some of it.
    is_small |= sum(size for _, size in sizes) > max(MIN_BOMB_BYTES, MAX_RATIO * file_size)
    bounds = [0]
    row = size = 0
    for rows, group_size in sizes:
        pieces = 1 if is_small else min(MAX_PIECES, -(-group_size // UNIT_BYTES))
        if pieces > 1:
            bounds += [row + rows * number // pieces for number in range(pieces + 1)]
        row, size = row + rows, size + group_size
        if pieces > 1 or (size >= UNIT_BYTES and not is_small):
            bounds.append(row)
            size = 0
    for start, end in pairwise([*bounds, row]):
        if start < end:
            name = f"{part.name}-{start}-{end}"
            yield part._replace(name=name, start=start, end=end, records_before=start, records=end - start)


def _byte_ranges(part: FilePart, size: int) -> Iterator[FilePart]:
    """Yield ranges of whole lines. The lines before each are counted, because findings name a record by its line."""
    if size < 2 * UNIT_BYTES:
        yield part._replace(name=f"{part.name}-0")
        return
    system, path = resolve_filesystem(part.location)
    start = before = at = counted = 0
    with system.open_input_stream(path) as stream:
        for block in blocks(stream):
            if at + len(block) - start >= UNIT_BYTES and b"\n" in block:
                cut = block.index(b"\n") + 1
                yield part._replace(name=f"{part.name}-{start}", start=start, end=at + cut, records_before=before)
                before, start = counted + 1, at + cut
            counted += block.count(b"\n")
            at += len(block)
    if start < at:
        yield part._replace(name=f"{part.name}-{start}", start=start, end=at, records_before=before)
