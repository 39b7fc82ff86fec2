"""What `newslint-corpus` costs beside a plain loop over the same rules, in processor time, as a ratio.

    python benchmarks/corpora.py [--articles N] [--format parquet|jsonl] [--least RATIO]

The plain loop reads Parquet, checks every article and compares them at the end, in as many processes at once as
newslint-corpus has workers, since cores that share a chip slow each other. Processor time is that of all processes,
start-up included; memory is the most that one of them held.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article

WORKERS = 2
FILE = 10_000  # articles

PLAIN = """
import sys
import pyarrow.parquet as pq
from newslint.api import Article
from newslint.engine.conclude import conclude
from newslint.host.session import build
from newslint.host.settings import Settings
session, facts = build(Settings()), []
for path in sys.argv[1:]:
    for batch in pq.ParquetFile(path).iter_batches(256, use_threads=False):
        for row in batch.to_pylist():
            facts += session.checker.check(Article(row["url"], row["text"], None, {"date": row["date"]})).facts
conclude(session.rules, facts)
"""


def make(folder: Path, count: int, form: str) -> None:
    """A file for each worker and each so many articles, of about 4 KB."""
    draw = random.Random(1)
    size = min(FILE, -(-count // WORKERS))
    for first in range(0, count, size):
        rows = [
            {"url": f"https://{draw.choice('abcdefgh')}.example/{n}", "text": article(draw), "date": "2021-03-04"}
            for n in range(first, min(count, first + size))
        ]
        pq.write_table(pa.Table.from_pylist(rows), folder / f"{first:09}.parquet", row_group_size=1000)
        if form == "jsonl":
            import gzip

            with gzip.open(folder / f"{first:09}.jsonl.gz", "wt", encoding="utf-8", newline="") as lines:
                lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def seconds(*commands: list[str]) -> float:
    """Processor time of commands that run at once, and of all that they start."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    for command in running:
        if command.wait():
            sys.exit(f"{command.args!r} ended with {command.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> int:
    """1 where the ratio is less than it has to be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--format", choices=("parquet", "jsonl"), default="parquet")
    parser.add_argument("--least", type=float, default=0.0, metavar="RATIO")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, options.articles, options.format)
        files = sorted(map(str, folder.glob("*.parquet")))
        plain = seconds(*([sys.executable, "-c", PLAIN, *files[worker::WORKERS]] for worker in range(WORKERS)))
        corpus = [
            sys.executable,
            "-m",
            "newslint.front.corpus.start",
            "--isolated",
            "-j",
            str(WORKERS),
            "--no-progress",
        ]
        what = [os.path.join(name, f"*.{'jsonl.gz' if options.format == 'jsonl' else 'parquet'}")]
        taken = seconds([*corpus, *what, "--id-column", "url", "--out", os.path.join(name, "out")])
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    ratio = plain / taken
    sys.stdout.write(
        f"{options.articles:,} articles: a plain loop {plain:.1f} s, newslint-corpus {taken:.1f} s of processor time; "
        f"ratio {ratio:.2f}; the largest process of all {memory:.0f} MB\n"
    )
    return int(ratio < options.least)


if __name__ == "__main__":
    sys.exit(main())
