"""What a Parquet file may unpack to: its pages may be bombs, and its encodings may repeat a value without end."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.decompression import MAX_RATIO, MIN_BOMB_BYTES
from newslint.corpus.records.parquet_columns import ColumnChunk, column_chunks

MIN_MANY_ROWS = 1_000_000  # that any file may have; a larger one MAX_RATIO rows for each of its bytes


def check_rows(metadata: pq.FileMetaData, size: int) -> None:
    """Raise ArrowInvalid for a footer with more rows than a file of `size` bytes can hold, or with less than none."""
    groups = [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)]
    rows = metadata.num_rows
    if min(groups, default=0) < 0 or not sum(groups) == rows <= max(MIN_MANY_ROWS, MAX_RATIO * size):
        raise pa.ArrowInvalid(f"its footer states {rows:,} rows, which {size:,} bytes cannot hold")


class UnpackLimit:
    """The limit of what the row groups of a file, read one after the other, unpack to."""

    def __init__(self, location: str, metadata: pq.FileMetaData, names: Iterable[str] | None) -> None:
        """Limit the columns with these names; None limits all."""
        self._location, self._metadata = location, metadata
        self._top_names = None if names is None else {name.split(".")[0] for name in names}
        self._unpacked, self._allowed = 0, MIN_BOMB_BYTES
        self._last_group = -1  # whose size is in what is allowed

    def why_refused(self, group: int) -> tuple[str, str] | None:
        """Return the reason and its explanation if the footer says that a row group unpacks to more than text can."""
        if 0 <= self._metadata.row_group(group).total_byte_size <= MIN_BOMB_BYTES:
            return None
        chunks = self._chunks(group)
        if chunks is None:
            return "corrupt-row-group", "what the footer of the file says of its columns is damaged"
        for path, _, packed, size in chunks:
            if size > max(MIN_BOMB_BYTES, MAX_RATIO * packed):
                return "broken-compression", f'its column "{path}" unpacks from {packed:,} bytes to {size:,}'
        return None

    def is_exceeded(self, group: int, batch: pa.RecordBatch) -> bool:
        """Add the next rows, and return whether the values so far are longer than text can be."""
        self._unpacked += sum(map(_size, batch.columns))
        if self._unpacked > self._allowed and group != self._last_group:
            self._last_group = group
            self._allowed += MAX_RATIO * sum(chunk.packed for chunk in self._chunks(group) or ())
        return self._unpacked > self._allowed

    def _chunks(self, group: int) -> list[ColumnChunk] | None:
        chunks, names = column_chunks(self._location, group), self._top_names
        return chunks and [chunk for chunk in chunks if names is None or chunk.path.split(".")[0] in names]


def _size(column: pa.Array) -> int:
    """Return how many bytes the values of a column take where each is written out."""
    if pa.types.is_dictionary(column.type):
        return _size(column.dictionary_decode())
    if pa.types.is_struct(column.type):
        return sum(map(_size, column.flatten()))
    size: int = column.nbytes
    return size
