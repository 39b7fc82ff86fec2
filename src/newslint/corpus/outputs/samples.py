"""Some findings of each rule, for people to judge: the same ones however the corpus is divided."""

from collections.abc import Iterator, Sequence
from tempfile import TemporaryDirectory

from newslint.corpus.compare.buckets import open_database, values_of
from newslint.named_tuple import NamedTuple

MAX_SAMPLES = 20  # of a rule
# A fingerprint is a digest, so the smallest ones are as good as drawn by lot.
QUERY = """
    SELECT unnest(arg_min(
        {{'rule': rule, 'severity': severity, 'path': path, 'record': record, 'id': id, 'start': start, 'end': "end",
          'line': line, 'column': "column", 'message': message, 'match': match, 'fingerprint': fingerprint}},
        fingerprint || path || coalesce(record, 0), {count}
    ), recursive := true)
    FROM found GROUP BY rule
"""


class SampleRow(NamedTuple):
    """A finding that the report shows."""

    rule: str
    severity: str
    path: str
    record: int | None
    id: str | None
    start: int  # code points
    end: int
    line: int
    column: int
    message: str
    match: str
    fingerprint: str


def samples(files: Sequence[str]) -> list[SampleRow]:
    """Return at most `MAX_SAMPLES` findings of each rule in these tables of diagnostics, in output order."""
    return sorted(
        _rows(files), key=lambda row: (row.path, row.record or 0, row.line, row.column, row.rule, row.message)
    )


def _rows(files: Sequence[str]) -> Iterator[SampleRow]:
    with TemporaryDirectory(prefix="newslint-corpus-") as folder, open_database(files, folder) as database:
        database.read_parquet(list(files)).create_view("found")
        for row in values_of(database.sql(QUERY.format(count=MAX_SAMPLES))):
            yield SampleRow(*row)
