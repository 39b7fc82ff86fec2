"""Files that are no corpus: other formats, which are refused with what converts them, and results of earlier runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyarrow.fs import FileType

from newslint.batch.storage import File, absolute, is_glob, resolve_filesystem
from newslint.batch.units import UNITS_FOLDER
from newslint.console import print_stderr
from newslint.files import FileError
from newslint.text.words import pluralize

HEAD_BYTES = 4096  # enough to tell an array or an indented object from lines
DUCKDB_FORMATS = (".csv", ".csv.gz", ".tsv", ".tsv.gz")
SUMMARY = "summary.json"
RESULTS = frozenset({"attributes", "clean", "diagnostics", "facts", "quarantine", "tables"})
ARROW_FORMATS = (".arrow", ".feather", ".ipc")


def check_format(location: str, path: str, suffixes: tuple[str, ...]) -> None:
    """Raise FileError for a file that is neither Parquet nor JSON lines, with the command that converts it."""
    name = path.lower()
    stem = path.split("/")[-1].split(".")[0] or "corpus"
    if name.endswith(DUCKDB_FORMATS) or (name.endswith(".json") and not _has_lines(location)):
        kind = "CSV" if name.endswith(DUCKDB_FORMATS) else "JSON that is not one object a line"
        program = f"import duckdb; duckdb.sql(\"COPY (FROM '{path}') TO '{stem}.parquet'\")"
    elif name.endswith(ARROW_FORMATS):
        kind = "Arrow"
        read = f"import pyarrow.feather as f, pyarrow.parquet as p; table = f.read_table('{path}')"
        program = f"{read}; p.write_table(table, '{stem}.parquet')"
    elif name.endswith(suffixes):
        return
    else:
        raise FileError(f"{path}: is neither Parquet nor JSON lines; convert WARC files with `newslint-extract`")
    raise FileError(f"{path}: is {kind}; convert it: python -c {_quoted(program)}")


def _has_lines(location: str) -> bool:
    """Return whether a file of JSON may have an object in each line: not an array, and not an indented object."""
    system, path = resolve_filesystem(location)
    with system.open_input_file(path) as stream:
        head = bytes(stream.read(HEAD_BYTES)).removeprefix(b"\xef\xbb\xbf").lstrip()
    return not (head.startswith(b"[") or head.split(b"\n")[0].strip() == b"{")


def _quoted(program: str) -> str:
    escaped = program.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_results(files: Iterable[File], patterns: Sequence[str]) -> Iterator[File]:
    """Yield the files that are not results of an earlier run, unless a pattern names them or their folder."""
    named = tuple(absolute(pattern).rstrip("/") for pattern in patterns if not is_glob(pattern))
    known: dict[str, bool] = {}
    left_out: Counter[str] = Counter()
    for file in files:
        folder = next((one for one in _folders_of_results(absolute(file.location)) if _has_units(one, known)), "")
        if folder and not any(name == folder or name.startswith(f"{folder}/") for name in named):
            left_out[folder] += 1
        else:
            yield file
    for folder, count in left_out.items():
        print_stderr(f"{folder}: holds results of an earlier run; {pluralize(count, 'file')} there left out")


def _folders_of_results(location: str) -> Iterator[str]:
    """Yield the folders of a file, below a folder of results, that results may be in."""
    parts = location.split("/")
    if parts[-1] == SUMMARY:
        yield location
    for end in range(len(parts) - 1, 0, -1):
        if parts[end - 1] in RESULTS:
            yield "/".join(parts[:end])


def _has_units(folder: str, known: dict[str, bool]) -> bool:
    if folder not in known:
        system, path = resolve_filesystem(f"{folder.rpartition('/')[0]}/{UNITS_FOLDER}")
        known[folder] = system.get_file_info(path).type == FileType.Directory
    return known[folder]
