"""What `newslint-corpus` costs beside a plain loop over the same rules, in processor time, as a ratio.

    python benchmarks/corpora.py [--articles N] [--format parquet|jsonl] [--engine embedded|ray] [--rounds N]
        [--least RATIO]

The plain loop reads the same files, checks every article and compares them at the end, in as many processes at once as
newslint-corpus has workers, since cores that share a chip slow each other. The two take turns, a loop before and after
each run, since a machine is faster at one time than at another. Processor time is that of all processes, start-up
included; memory is the most that one of newslint-corpus held.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article
from processes import Watch

WORKERS = 2
FILE = 10_000  # articles

PLAIN = """
import gzip, json, sys
import pyarrow.parquet as pq
from newslint.api import Article
from newslint.engine.conclude import conclude
from newslint.host.session import build
from newslint.host.settings import Settings

def rows(path):
    if path.endswith(".gz"):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            yield from map(json.loads, lines)
    else:
        for batch in pq.ParquetFile(path).iter_batches(256, use_threads=False):
            yield from batch.to_pylist()

session, facts = build(Settings()), []
for path in sys.argv[1:]:
    for row in rows(path):
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


def plain(files: list[str]) -> float:
    """Processor time of plain loops that run at once."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    loops = [subprocess.Popen([sys.executable, "-c", PLAIN, *files[worker::WORKERS]]) for worker in range(WORKERS)]
    if sum(loop.wait() for loop in loops):
        sys.exit("a plain loop failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


class Run(NamedTuple):
    """What a run took: seconds of all, those without a cluster's start-up, megabytes of the largest worker."""

    seconds: float
    alone: float
    worker: int


def corpus(what: str, out: str, *options: str, env: dict[str, str] | None = None) -> Run:
    """Run newslint-corpus."""
    command = [sys.executable, "-m", "newslint.front.corpus.start", what, "--isolated", "--id-column", "url", "-q"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.Popen([*command, "--out", out, *options], env=env)
    with Watch(run.pid) as watch:
        if run.wait():
            sys.exit("newslint-corpus failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    del watch.megabytes[run.pid]  # it drives
    return Run(seconds, seconds, max(watch.megabytes.values(), default=0))


def on_ray(what: str, folder: str, few: str) -> Run:
    """On two nodes of a processor each.

    What starting costs, a run over a few articles tells, on the same nodes.
    """
    env = {**os.environ, "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(16)}
    env |= {"RAY_TMPDIR": folder, "RAY_USAGE_STATS_ENABLED": "0"}
    nodes = Path(__file__).parent.parent / "tests" / "ray_cluster.py"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, str(nodes)], stdin=pipe, stdout=pipe, text=True, env=env) as cluster:
        assert cluster.stdin and cluster.stdout
        with Watch(cluster.pid) as watch:
            options = ("--engine", "ray", "--address", cluster.stdout.readline().strip())
            up = watch.seconds()
            first = corpus(few, os.path.join(folder, "few-out"), *options, env=env).seconds
            first += watch.seconds() - up
            began = watch.seconds()
            run = corpus(what, os.path.join(folder, "out"), *options, env=env).seconds
            run += watch.seconds() - began
        cluster.stdin.close()
    shutil.rmtree(os.path.join(folder, "few-out"))
    return Run(up + run, run - first, max(watch.megabytes.values()))


def main() -> int:
    """1 where the ratio is less than it has to be."""
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
        if options.engine == "ray":
            (folder / "few").mkdir()
            make(folder / "few", 2 * WORKERS, "parquet")
        loops = [plain(files)]
        runs: list[Run] = []
        for _ in range(options.rounds):
            if options.engine == "ray":
                runs.append(on_ray(what, name, os.path.join(name, "few", "*.parquet")))
            else:
                runs.append(corpus(what, os.path.join(name, "out"), "-j", str(WORKERS)))
            shutil.rmtree(os.path.join(name, "out"))
            loops.append(plain(files))
    around = [statistics.mean(pair) for pair in pairwise(loops)]
    ratios = sorted(loop / run.seconds for loop, run in zip(around, runs, strict=True))
    alone = [loop / run.alone for loop, run in zip(around, runs, strict=True)]
    sys.stdout.write(
        f"{options.articles:,} articles, {options.format}: a plain loop {statistics.median(loops):.1f} s of processor "
        f"time; newslint-corpus {statistics.median(run.seconds for run in runs):.1f} s; ratio {ratios[0]:.2f}, "
        f"{statistics.median(ratios):.2f}, {ratios[-1]:.2f}; without the start of a cluster "
        f"{statistics.median(alone):.2f}; the largest worker held {max(run.worker for run in runs)} MB\n"
    )
    return int(statistics.median(ratios) < options.least)


if __name__ == "__main__":
    sys.exit(main())
