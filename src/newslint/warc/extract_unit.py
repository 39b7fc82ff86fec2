"""Runs one unit: reads it, writes its pages and what is bad, and its manifest last. To run it again changes nothing."""

from __future__ import annotations

import json
import time
from collections import Counter

import pyarrow as pa

from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.batch.storage import join_path, read, remove, resolve_filesystem, write
from newslint.corpus.tables import NUMBER, QUARANTINE, TEXT, BufferedParquetWriter, bad_row
from newslint.corpus.types import QuarantinedRecord
from newslint.warc.archive import Archive, CorruptRange, RawRecord
from newslint.warc.http_record import html_from_record
from newslint.warc.page import Page
from newslint.warc.page_process import InProcessExtractor, SubprocessExtractor
from newslint.warc.types import Job, Manifest, SkippedRecord, Unit

# A folder of pages is a corpus as it is: what begins with a line is passed over where one is searched.
UNITS, BAD = "_units", "_quarantine"
PAGES = pa.schema(
    {"url": TEXT, "host": TEXT, "date": TEXT, "title": TEXT, "language": TEXT, "text": TEXT, "warc": TEXT}
    | {"offset": NUMBER}
)
HELD = 1024  # pages: some megabytes


def committed(job: Job, unit: Unit) -> Manifest | None:
    """What came of a unit that was done before, and of the same file by the same extractor."""
    try:
        found = Manifest(**json.loads(read(_manifest_at(job, unit))))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.stamp == unit.stamp else None


def _manifest_at(job: Job, unit: Unit) -> str:
    return join_path(job.out, UNITS, f"{unit.name}.json")


def _results_at(job: Job, unit: Unit) -> tuple[str, str]:
    return join_path(job.out, f"{unit.name}.parquet"), join_path(job.out, BAD, f"{unit.name}.parquet")


def give_up(job: Job, unit: Unit) -> None:
    """Leave no results of a unit that cannot be done, such as those of an earlier state of its file."""
    for location in _results_at(job, unit):
        remove(location)


def run_unit(job: Job, unit: Unit, isolated: bool = False) -> Manifest:
    """Do the unit. Raises OSError where it cannot be read or written: then it is to be tried again."""
    began = time.process_time()
    remove(_manifest_at(job, unit))  # while there is none, the results are nobody's
    pages, bad = _results_at(job, unit)
    worker = SubprocessExtractor(job.extractor) if isolated else InProcessExtractor(job.extractor)
    skipped: Counter[str] = Counter()
    quarantined: Counter[str] = Counter()
    examples: dict[str, str] = {}
    written = characters = records = 0
    system, path = resolve_filesystem(unit.location)
    try:
        with (
            system.open_input_file(path) as stream,
            BufferedParquetWriter(pages, PAGES, held=HELD) as good,
            BufferedParquetWriter(bad, QUARANTINE, held=HELD) as broken,
        ):
            archive = Archive(stream, unit)
            for raw in archive:
                records += 1
                item = _read(raw, worker)
                if isinstance(item, Page):
                    good.add((*item[:-1], unit.path, item.offset))
                    written += 1
                    characters += len(item.text)
                elif isinstance(item, SkippedRecord):
                    skipped[item.reason] += 1
                else:
                    broken.add(bad_row(unit.path, item))
                    quarantined[item.reason] += item.records
                    examples.setdefault(item.reason, f"{unit.path}@{item.offset}: {item.detail}")
    finally:
        worker.close()
    for location, count in ((pages, written), (bad, quarantined.total())):
        if not count:
            remove(location)  # of a run that found something
    done = Manifest(
        unit.name,
        unit.stamp,
        records,
        written,
        dict(skipped),
        dict(quarantined),
        examples,
        characters,
        time.process_time() - began,
        archive.first,
        archive.next_record_offset,
    )
    write(_manifest_at(job, unit), json.dumps(done._asdict()).encode())
    return done


def _read(
    raw: RawRecord | CorruptRange, worker: InProcessExtractor | SubprocessExtractor
) -> Page | SkippedRecord | QuarantinedRecord:
    if isinstance(raw, CorruptRange):
        return QuarantinedRecord(None, raw.offset, None, raw.reason, raw.detail, raw.begun[:SAMPLE_BYTES])
    html = html_from_record(raw)
    return html if isinstance(html, (SkippedRecord, QuarantinedRecord)) else worker.page(html)
