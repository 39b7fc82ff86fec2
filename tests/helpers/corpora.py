"""Corpora for tests, and the results of linting them."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.corpus.plan import COMPRESSION_RATIO, SMALL_UNIT_BYTES
from support import FAULTY, ROOT

SLOGAN = "Independent reporting from the valley since 1988\n"
# Articles that disagree or share a line, with and without findings, with characters of every width.
ARTICLES = {
    **{f"wire/{path.name}": path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))},
    "wire/f.txt": "The council widened the bridge, which was too narrow for two buses since it was built.\n" + SLOGAN,
    "wire/g.txt": "Snow closed both passes, and nobody expects them to open before Wednesday noon or so.\n" + SLOGAN,
    "wire/h.txt": "The school has a new roof, paid for by parents, the county and a bank without a name.\n" + SLOGAN,
    "wire/i.txt": "Zürich – 𝔎iev \U0001f30d\r\nA source said “the bridge” was unsafe.‽\r\n",
    "wire/j.txt": "",
    "wire/k.txt": FAULTY,
}

# A rule that obeys articles, so that a test can act in the middle of a run.
PLUGIN = '''
"""Obeys articles."""
import os
import signal
import time
from pathlib import Path

from newslint.api import Finding, Rule, Span

class Obey(Rule):
    """Obeys articles."""

    name = "obey/order"

    def check(self, article):
        if "please die" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "please break" in article.text:
            raise ValueError("broke as it was asked to")
        if "please hang" in article.text:
            sum(range(10**12))
        if "please loop" in article.text:
            while True:
                pass
        if "please wait in " in article.text:
            folder = Path(article.text.split("\\n")[0].split("please wait in ")[1])
            folder.joinpath(f"waiting-{os.getpid()}").touch()
            while not folder.joinpath("go").exists():
                time.sleep(0.01)
        yield Finding(Span(0, 1), "was here.")

def newslint_rules():
    return [Obey]
'''
# Compares articles under two keys; a finding made under both is reported once.
CROSS = '''
"""Compares line ends."""
from newslint.api import CrossArticleRule, Fact, Finding, RelatedLocation, Span

class Ends(CrossArticleRule):
    """Compares line ends."""

    name = "ends/differ"

    def collect_facts(self, article):
        for at, sign in enumerate(article.text):
            if sign in ".!?‽":
                yield Fact(sign, Span(at, at + 1), at)
                yield Fact("any", Span(at, at + 1), at)

    def compare_facts(self, facts):
        if len(facts) == 1:
            yield Finding(facts[0].location, "the only one.")
        for one, other in zip(facts, facts[1:]):
            if one.location[:2] != other.location[:2] and one.value != other.value:
                yield Finding(other.location, "another end.", None, (RelatedLocation(one.location, one.key),))
                yield Finding(other.location, "another end.", None, (RelatedLocation(facts[0].location, "first"),))

def newslint_rules():
    return [Ends]
'''
OBEY = 'local-plugins = ["obey.py"]\nselect = ["obey", "sources", "boilerplate"]\n'


def write_parquet(path: Path, articles: dict[str, str], rows: int = 1000, *, is_large: bool = False) -> None:
    """Write a Parquet file with the columns name and text. One that `is_large` is a unit of its own."""
    table = pa.table({"name": list(articles), "text": list(articles.values())})
    if is_large:
        filler = [os.urandom(SMALL_UNIT_BYTES // COMPRESSION_RATIO), *[b""] * (len(articles) - 1)]
        table = table.append_column("filler", pa.array(filler))
    pq.write_table(table, path, row_group_size=rows, write_page_checksum=True)


def write_jsonl(path: Path, articles: dict[str, str]) -> None:
    """Write JSON lines with the columns name and text, compressed as the suffix says."""
    lines = "".join(json.dumps({"name": name, "text": text}) + "\n" for name, text in articles.items()).encode()
    if path.suffix == ".zst":
        import zstandard

        lines = zstandard.ZstdCompressor().compress(lines)
    path.write_bytes(gzip.compress(lines) if path.suffix == ".gz" else lines)


def write_damaged_parquet(path: Path, text: str) -> None:
    """Write four row groups of three rows: the second has a wrong byte, the third an invalid UTF-8 text and a null."""
    values = [text.encode()] * 12
    values[7] = b"caf\xe9"
    column = pa.array([*values[:8], None, *values[9:]], pa.binary()).view(pa.string())
    options = {"compression": "none", "use_dictionary": False, "write_page_checksum": True}
    pq.write_table(pa.table({"text": column}), path, row_group_size=3, **options)
    about = pq.ParquetFile(path).metadata.row_group(1).column(0)
    content = bytearray(path.read_bytes())
    content[about.data_page_offset + about.total_compressed_size - 5] ^= 0xFF
    path.write_bytes(content)


def sort_findings(lines: str) -> list[str]:
    """Return the lines that `newslint --format jsonl` printed, sorted."""
    found = [json.loads(line) for line in lines.splitlines()]
    return sorted(_line({key: value for key, value in row.items() if key != "url"}) for row in found)


def read_findings(folder: Path) -> list[str]:
    """Return all findings in a folder of results, in the form of `newslint --format jsonl`, sorted."""
    return sorted(_line(_shape(row)) for row in _rows(folder / "diagnostics"))


def read_quarantine(folder: Path) -> dict[tuple[str, int | None], dict[str, Any]]:
    """Return the quarantined records by path and record number."""
    rows = _rows(folder / "quarantine")
    found = {(row["path"], row["record"]): row for row in rows}
    assert len(found) == len(rows)
    return found


def read_counts(folder: Path) -> tuple[int, int, int]:
    """Return the numbers of all, linted and quarantined records."""
    summary = json.loads((folder / "summary.json").read_text())
    return summary["records"], summary["linted"], summary["quarantined"]


def wait_for_processes(folder: Path, count: int) -> list[int]:
    """Wait until `count` processes wait as an article told them to; return their process ids."""
    until = time.monotonic() + 90
    while len(found := sorted(folder.glob("waiting-*"))) < count and time.monotonic() < until:
        time.sleep(0.02)
    assert len(found) >= count, "nothing waits"
    return [int(path.name.split("-")[1]) for path in found]


def wait_for_end(pid: int) -> None:
    """Wait until a process that this one did not start has ended, or is a zombie."""
    status = Path(f"/proc/{pid}/stat")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
                return
        except OSError:
            return
        time.sleep(0.02)
    raise AssertionError(f"process {pid} is still running")


def read_units(folder: Path) -> dict[str, int]:
    """Return the committed units, each with the time when it was written."""
    return {path.name: path.stat().st_mtime_ns for path in (folder / "_units").glob("*.json")}


def _rows(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted(folder.glob("*.parquet")) for row in pq.ParquetFile(path).read().to_pylist()]


def _shape(row: dict[str, Any]) -> dict[str, Any]:
    path, record = (row["path"], row["record"]) if row["id"] is None else (row["id"], None)
    return {
        "rule": row["rule"],
        "severity": row["severity"],
        "message": row["message"],
        "path": path,
        "record": record,
        "start": {"line": row["line"], "column": row["column"], "offset": row["start"]},
        "end": {"line": row["end_line"], "column": row["end_column"], "offset": row["end"]},
        "match": row["match"],
        "related": json.loads(row["related"]),
        "fix": row["fix"] and json.loads(row["fix"]),
        "fingerprint": row["fingerprint"],
    }


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
