"""Compares the processor time of `newslint-corpus` with that of a plain loop over the same rules, as a ratio.

    python benchmarks/corpora.py [--articles N] [--format parquet|jsonl] [--engine embedded|ray] [--rounds N]
        [--least RATIO]

The plain loop reads the same files, checks every article and compares them at the end. It runs in as many processes as
newslint-corpus has workers, because cores that share a chip slow each other down. The two take turns of a second,
because the speed of a machine varies. Processor time is that of all processes, start-up included; memory is the largest
of one process of newslint-corpus.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article
from processes import Timed, Watch, run_in_turns, wait_for

WORKERS = 2
FILE_ARTICLES = 10_000

PLAIN = """
import gzip, json, sys
import pyarrow.parquet as pq
from newslint.api import Article
from newslint.engine.compare import compare_facts
from newslint.linter.linter import build_linter
from newslint.config.settings import Settings

def rows(path):
    if path.endswith(".gz"):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            yield from map(json.loads, lines)
    else:
        for batch in pq.ParquetFile(path).iter_batches(256, use_threads=False):
            yield from batch.to_pylist()

linter, facts = build_linter(Settings()), []
for path in sys.argv[1:]:
    for row in rows(path):
        facts += linter.checker.check(Article(row["url"], row["text"], None, {"date": row["date"]})).facts
compare_facts(linter.enabled_rules, facts)
"""


def make(folder: Path, count: int, form: str) -> None:
    """Write articles of about 4 KB: a file for each worker, or more if they are many."""
    draw = random.Random(1)
    size = min(FILE_ARTICLES, -(-count // WORKERS))
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


def loops(files: list[str]) -> list[Timed]:
    """Start plain loops that share the files."""
    return [Timed("a plain loop", "-c", PLAIN, *files[worker::WORKERS]) for worker in range(WORKERS)]


def corpus(what: str, out: str, *options: str, env: dict[str, str] | None = None) -> Timed:
    """Start newslint-corpus."""
    command = ("-m", "newslint.corpus.main", what, "--isolated", "--id-column", "url", "-q", "--out", out)
    return Timed("newslint-corpus", *command, *options, env=env)


class Run(NamedTuple):
    """The seconds of the loops and of newslint-corpus, with and without the start of a cluster, and the peak memory."""

    loops: float
    seconds: float
    without_start: float
    worker_megabytes: int


def here(files: list[str], what: str, folder: str) -> Run:
    """Measure in processes of this machine."""
    run = corpus(what, os.path.join(folder, "out"), "-j", str(WORKERS))
    with Watch(run.process.pid) as watch:
        plain, seconds = run_in_turns(loops(files), [run])
    del watch.megabytes[run.process.pid]  # the process that starts the others
    return Run(plain, seconds, seconds, max(watch.megabytes.values(), default=0))


def on_ray(files: list[str], what: str, folder: str) -> Run:
    """Measure on two Ray nodes with one processor each. A run over a few articles measures the start."""
    env = {**os.environ, "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(16)}
    env |= {"RAY_TMPDIR": folder, "RAY_USAGE_STATS_ENABLED": "0"}
    few = Path(folder, "few")
    few.mkdir()
    make(few, 2 * WORKERS, "parquet")
    nodes = Path(__file__).parent.parent / "tests/helpers/ray_cluster.py"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, str(nodes)], stdin=pipe, stdout=pipe, text=True, env=env) as cluster:
        assert cluster.stdin and cluster.stdout
        with Watch(cluster.pid) as watch:
            options = ("--engine", "ray", "--address", cluster.stdout.readline().strip())
            up = watch.seconds()
            first = wait_for(corpus(str(few / "*.parquet"), str(few / "out"), *options, env=env))
            first += watch.seconds() - up
            began = watch.seconds()
            run = corpus(what, os.path.join(folder, "out"), *options, env=env)
            plain, seconds = run_in_turns(loops(files), [run], [cluster.pid])
            seconds += watch.seconds() - began
        cluster.stdin.close()
    shutil.rmtree(few)
    return Run(plain, up + seconds, seconds - first, max(watch.megabytes.values()))


def main() -> int:
    """Print the result; return 1 where the ratio is less than `--least`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--format", choices=("parquet", "jsonl"), default="parquet")
    parser.add_argument("--engine", choices=("embedded", "ray"), default="embedded")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.0, metavar="RATIO")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="n") as name:
        folder = Path(name)
        make(folder, options.articles, options.format)
        what = f"*.{'jsonl.gz' if options.format == 'jsonl' else 'parquet'}"
        files = sorted(map(str, folder.glob(what)))
        what = os.path.join(name, what)
        runs: list[Run] = []
        for _ in range(options.rounds):
            runs.append((on_ray if options.engine == "ray" else here)(files, what, name))
            shutil.rmtree(os.path.join(name, "out"))
    ratios = sorted(run.loops / run.seconds for run in runs)
    medians = [statistics.median(column) for column in zip(*runs, strict=True)]
    alone = statistics.median(run.loops / run.without_start for run in runs)
    sys.stdout.write(
        f"{options.articles:,} articles, {options.format}: a plain loop {medians[0]:.1f} s of processor time; "
        f"newslint-corpus {medians[1]:.1f} s; ratio {ratios[0]:.2f}, {statistics.median(ratios):.2f}, "
        f"{ratios[-1]:.2f}; without the start of a cluster {alone:.2f}; "
        f"the largest worker held {max(run.worker_megabytes for run in runs)} MB\n"
    )
    return int(statistics.median(ratios) < options.least)


if __name__ == "__main__":
    sys.exit(main())
