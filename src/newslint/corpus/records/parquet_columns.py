"""What the footer of a Parquet file says of the columns of a row group, read in a child process.

Arrow ends the process that asks for a column whose statistics are damaged.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import pyarrow.parquet as pq

from newslint.batch.child_process import CallFailure, ChildProcessCall
from newslint.batch.storage import resolve_filesystem
from newslint.named_tuple import NamedTuple

MAX_SECONDS = 60.0  # to fetch and read a footer


class ColumnChunk(NamedTuple):
    """One column of a row group."""

    path: str  # with dots: "meta.date"
    offset: int  # in the file
    packed: int  # in bytes
    size: int  # unpacked, as the footer states it


def column_chunks(location: str, group: int) -> list[ColumnChunk] | None:
    """Return the columns of a row group; None where what the footer says of them is damaged.

    Raises OSError where the footer cannot be fetched.
    """
    try:
        call = ChildProcessCall(_prepare, location, timeout=MAX_SECONDS)
    except EOFError as error:
        raise OSError(f"the process that reads the footer of {location} ended at its start") from error
    try:
        found = call.call(group)
    finally:
        call.close()
    if isinstance(found, str):
        raise OSError(found)
    return None if isinstance(found, CallFailure) else found


def _prepare(location: str) -> tuple[Any, None]:
    return partial(_read, location), None


def _read(location: str, group: int) -> list[ColumnChunk] | str | None:
    """Return the columns, or the error of the storage, or None for a damaged footer."""
    try:
        system, path = resolve_filesystem(location)
        with system.open_input_file(path) as stream:
            content = pq.read_metadata(stream).row_group(group)
            columns = [content.column(index) for index in range(content.num_columns)]
    except OSError as error:
        return str(error)
    except Exception:
        return None
    return [
        ColumnChunk(
            column.path_in_schema,
            column.dictionary_page_offset or column.data_page_offset,
            column.total_compressed_size,
            column.total_uncompressed_size,
        )
        for column in columns
    ]
