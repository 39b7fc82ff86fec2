"""Files that are no corpus: other formats, which are refused with what converts them, and results of earlier runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from pyarrow.fs import FileType

from newslint.batch.decompression import CorruptInputError, decompress, decompressor_factory
from newslint.batch.storage import File, absolute, is_glob, join_path, resolve_filesystem
from newslint.batch.units import UNITS_FOLDER
from newslint.console import print_stderr
from newslint.files import FileError
from newslint.text.words import pluralize

HEAD_BYTES = 4096  # enough to tell an array or an indented object from lines
DUCKDB_FORMATS = (".csv", ".csv.gz", ".tsv", ".tsv.gz")
JSON = tuple(f".json{packed}" for packed in ("", ".gz", ".zst", ".zstd"))
SUMMARY = "summary.json"
RESULTS = frozenset({"attributes", "clean", "diagnostics", "facts", "quarantine", "tables"})
ARROW_FORMATS = (".arrow", ".feather", ".ipc")
ARROW_FILE = b"ARROW1"  # the first bytes of a file that is not a stream


def check_format(location: str, path: str, suffixes: tuple[str, ...]) -> None:
    """Raise FileError for a file that is neither Parquet nor JSON lines, with the command that converts it."""
    name = path.lower()
    stem = path.split("/")[-1].split(".")[0] or "corpus"
    if name.endswith(DUCKDB_FORMATS) or (name.endswith(JSON) and not _has_lines(location)):
        kind = "CSV" if name.endswith(DUCKDB_FORMATS) else "JSON that is not one object a line"
        program = f"import duckdb; duckdb.sql(\"COPY (FROM '{path}') TO '{stem}.parquet'\")"
    elif name.endswith(ARROW_FORMATS):
        kind = "Arrow"
        is_file = _head(location).startswith(ARROW_FILE)
        read = f"ipc.open_{'file' if is_file else 'stream'}('{path}').read_all()"
        program = f"import pyarrow.ipc as ipc, pyarrow.parquet as p; p.write_table({read}, '{stem}.parquet')"
    elif name.endswith(suffixes):
        return
    else:
        raise FileError(f"{path}: is neither Parquet nor JSON lines; convert WARC files with `newslint-extract`")
    raise FileError(f"{path}: is {kind}; convert it: python -c {_quoted(program)}")


def _has_lines(location: str) -> bool:
    """Return whether a file of JSON may have an object in each line: not an array, and not an indented object."""
    head = _head(location).removeprefix(b"\xef\xbb\xbf").lstrip()
    return not (head.startswith(b"[") or head.split(b"\n")[0].strip() == b"{")


def _head(location: str) -> bytes:
    """Return the first bytes of the content of a file, as far as they can be decompressed."""
    system, path = resolve_filesystem(location)
    new_decompressor = decompressor_factory(location)
    with system.open_input_file(path) as stream, suppress(CorruptInputError):
        content = iter((bytes(stream.read(HEAD_BYTES)),))
        return next(decompress(content, new_decompressor) if new_decompressor else content, b"")
    return b""


def _quoted(program: str) -> str:
    escaped = program.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_results(files: Iterable[File], patterns: Sequence[str], out: str) -> Iterator[File]:
    """Yield the files that are not results: of the run that writes to `out`, or of an earlier run.

    Those of an earlier run are a corpus where a pattern names them or their folder.
    """
    named = tuple(absolute(pattern).rstrip("/") for pattern in patterns if not is_glob(pattern))
    known: dict[str, str] = {}
    left_out: Counter[str] = Counter()
    for file in files:
        location = absolute(file.location)
        if location.startswith(join_path(out, "")) and _is_result(location.removeprefix(join_path(out, ""))):
            continue
        folder = next((one for one in _folders_of_results(location) if _kind(one, known)), "")
        if folder and not any(name == folder or name.startswith(f"{folder}/") for name in named):
            left_out[folder] += 1
        else:
            yield file
    for folder, count in left_out.items():
        print_stderr(f"{folder}: holds {known[folder]}; {pluralize(count, 'file')} there left out")


def _is_result(path: str) -> bool:
    """Return whether a path below the folder of results is that of a result."""
    top = path.split("/")[0]
    return path == SUMMARY or (path != top and (top in RESULTS or top.startswith("_")))


def _folders_of_results(location: str) -> Iterator[str]:
    """Yield the folders of a file, below a folder of results, that results may be in."""
    parts = location.split("/")
    if parts[-1] == SUMMARY:
        yield location
    for end in range(len(parts) - 1, 0, -1):
        if parts[end - 1] in RESULTS:
            yield "/".join(parts[:end])


def _kind(folder: str, known: dict[str, str]) -> str:
    """Return what a folder holds that is no corpus; empty where it may be one."""
    if folder not in known:
        parent, _, name = folder.rpartition("/")
        known[folder] = "results of an earlier run" if _is_folder(f"{parent}/{UNITS_FOLDER}") else ""
        if name == "attributes" and _is_folder(f"{parent}/documents"):
            known[folder] = "attributes of the documents beside it"
    return known[folder]


def _is_folder(location: str) -> bool:
    system, path = resolve_filesystem(location)
    is_folder: bool = system.get_file_info(path).type == FileType.Directory
    return is_folder
