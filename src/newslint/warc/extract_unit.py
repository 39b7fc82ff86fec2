"""Extracts one unit: reads it, writes the results, and its manifest last. Running it again changes nothing."""

import socket
import time
from collections import Counter
from importlib.metadata import version

from newslint import __version__
from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.batch.storage import join_path, remove, resolve_filesystem
from newslint.batch.table import BufferedParquetWriter, QuarantineRow, quarantine_row
from newslint.batch.types import QuarantinedRecord
from newslint.batch.units import commit, manifest_path
from newslint.named_tuple import NamedTuple
from newslint.warc.archive import Archive, CorruptRange, RawRecord
from newslint.warc.http_record import html_from_record
from newslint.warc.page import Page
from newslint.warc.page_process import InProcessExtractor, SubprocessExtractor
from newslint.warc.types import Job, Manifest, SkippedRecord, WorkUnit

# So that a folder of pages is a corpus: a search of a folder skips names that begin with an underscore.
QUARANTINE_FOLDER = "_quarantine"
BUFFER_ROWS = 1024  # pages: some megabytes


class PageRow(NamedTuple):
    """An article."""

    url: str | None
    host: str | None
    date: str | None
    title: str | None
    language: str | None
    text: str
    warc: str  # the archive
    offset: int  # of its record in the archive


def result_names(unit: WorkUnit) -> tuple[str, str]:
    """Return the names of a unit's pages and of its quarantine, below the folder of results."""
    return f"{unit.name}.parquet", join_path(QUARANTINE_FOLDER, f"{unit.name}.parquet")


def remove_results(job: Job, unit: WorkUnit) -> None:
    """Delete the results of a unit that failed: they may be of an earlier state of its file."""
    for name in result_names(unit):
        remove(join_path(job.out, name))


def versions_of(extractor: str) -> tuple[str, ...]:
    """Return the versions of all that decides what is extracted."""
    libraries = dict.fromkeys(("fastwarc", "resiliparse", extractor))
    return (f"newslint {__version__}", *map(extractor_version, libraries))


def extractor_version(name: str) -> str:
    """Return the name of a library with its version."""
    return f"{name} {version(name)}"


def check_versions(job: Job) -> None:
    """Raise RuntimeError where this process has other versions than the one that started the job."""
    here = versions_of(job.extractor) if job.versions else ()
    if here != job.versions:
        raise RuntimeError(
            f"{socket.gethostname()}: there is {', '.join(here)} instead of {', '.join(job.versions)}; "
            "install the same versions on every machine"
        )


def extract_unit(job: Job, unit: WorkUnit, in_child_process: bool = False) -> Manifest:
    """Extract a unit and commit its results. Raises OSError where it cannot be read or written; then it is run again.

    With `in_child_process` each page is read in a separate child process, because an earlier attempt crashed.
    """
    started = time.process_time()
    check_versions(job)
    remove(manifest_path(job.out, unit.name))  # without it, the results count for nothing
    extractor = SubprocessExtractor(job.extractor) if in_child_process else InProcessExtractor(job.extractor)
    skipped: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    examples: dict[str, str] = {}
    written = characters = records = 0
    pages_name, quarantine_name = result_names(unit)
    system, path = resolve_filesystem(unit.location)
    try:
        with (
            system.open_input_file(path) as stream,
            BufferedParquetWriter(join_path(job.out, pages_name), PageRow, buffer_rows=BUFFER_ROWS) as pages,
            BufferedParquetWriter(
                join_path(job.out, quarantine_name), QuarantineRow, buffer_rows=BUFFER_ROWS
            ) as quarantine,
        ):
            archive = Archive(stream, unit)
            for raw in archive:
                records += 1
                item = _extract(raw, extractor)
                if isinstance(item, Page):
                    pages.add(PageRow(*item[:-1], unit.path, item.offset))
                    written += 1
                    characters += len(item.text)
                elif isinstance(item, SkippedRecord):
                    skipped[item.reason] += 1
                else:
                    quarantine.add(quarantine_row(unit.path, item))
                    reasons[item.reason] += item.records
                    examples.setdefault(item.reason, f"{unit.path}@{item.offset}: {item.detail}")
    finally:
        extractor.close()
    tables = ((pages_name, pages), (quarantine_name, quarantine))
    manifest = Manifest(
        unit=unit.name,
        input_digest=unit.input_digest,
        records=records,
        written=written,
        quarantined=reasons.total(),
        characters=characters,
        seconds=time.process_time() - started,
        files=tuple(name for name, table in tables if table.count),
        extractor=extractor_version(job.extractor),
        skipped=dict(skipped),
        reasons=dict(reasons),
        examples=examples,
        first_record_offset=archive.first_record_offset,
        next_record_offset=archive.next_record_offset,
    )
    commit(job.out, manifest, result_names(unit))
    return manifest


def _extract(
    raw: RawRecord | CorruptRange, extractor: InProcessExtractor | SubprocessExtractor
) -> Page | SkippedRecord | QuarantinedRecord:
    if isinstance(raw, CorruptRange):
        return QuarantinedRecord(None, raw.offset, None, raw.reason, raw.detail, raw.start[:SAMPLE_BYTES])
    html = html_from_record(raw)
    return html if isinstance(html, (SkippedRecord, QuarantinedRecord)) else extractor.extract(html)
