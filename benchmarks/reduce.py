"""Measures how long `newslint-corpus` compares articles, without linting them.

    python benchmarks/reduce.py [--facts N] [--jobs N] [--one-key]

The facts are written as units write them: they are lines at the ends of articles. Most lines are in one article, some
in a few, and a few in thousands. Then newslint compares the facts in worker processes. Processor time and memory are
those of the workers. Twenty million facts take 1.2 GB of disk, eight minutes to write and twelve to compare.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from processes import Watch

from newslint.batch.process_pool import ProcessPool
from newslint.batch.table import BufferedParquetWriter
from newslint.config.settings import Settings
from newslint.corpus.compare.compare_all import compare_all
from newslint.corpus.tables import ArticleColumns, FactRow, fact_rows
from newslint.corpus.types import Columns, Job
from newslint.model import LocatedFact, Location, Position

UNIT_FACTS = 26_000  # those of some 8,000 articles
RULE = "boilerplate/repeated-line"
UNIQUE, RARE = 0.6, 0.9  # cumulative shares of facts: with a key of their own, and with one that three facts share
ONE_KEY_SHARE = 0.35  # of articles that have the line of --one-key: a tenth of all facts
FACTS_PER_TEMPLATE = 20_000  # for so many facts there is one key that is a template's, with two thousand facts


def key(draw: random.Random, facts: int) -> str:
    """Return the digest of a line."""
    share = draw.random()
    if share < UNIQUE:
        return f"{draw.getrandbits(96):024x}"
    if share < RARE:
        return f"{draw.randrange(max(1, facts // 10)):024x}"
    return f"{draw.randrange(max(1, facts // FACTS_PER_TEMPLATE)) + (1 << 64):024x}"


def facts_of(draw: random.Random, article: str, facts: int, one_key: bool) -> Iterator[LocatedFact]:
    """Yield the facts of an article: the lines at its end, each with a digest of its body."""
    body = f"{draw.getrandbits(96):024x}"
    for line in range(draw.randint(2, 5)):
        known = key(draw, facts) if line or not one_key or draw.random() > ONE_KEY_SHARE else "slogan"
        words = f"Line {known} stands at the foot of an article"
        start, end = Position(30 + line, 1, 4000 + 80 * line), Position(30 + line, 61, 4060 + 80 * line)
        deletion = (start.offset, end.offset)
        yield LocatedFact(RULE, known, Location(article, None, start, end, words, known[:16]), ["end", body, *deletion])


def make(folder: Path, count: int, one_key: bool) -> list[str]:
    """Write the facts, a file for each unit, and return the files."""
    draw = random.Random(1)
    files, written, number = [], 0, 0
    while written < count:
        files.append(f"{folder}/facts/{len(files):06}.parquet")
        with BufferedParquetWriter(files[-1], FactRow, sort=True) as table:
            while table.count < min(UNIT_FACTS, count - written):
                number += 1
                article = f"https://{draw.randrange(5000)}.example/{number}"
                known = ArticleColumns(article, f"{files[-1]}", number, article.split("/")[2], "2021-03-04")
                table.add(*fact_rows(facts_of(draw, article, count, one_key), known))
        written += table.count
    return files


def main() -> None:
    """Print the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=2_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--one-key", action="store_true", help="give a tenth of the facts one key")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = make(Path(name), options.facts, options.one_key)
        size = sum(Path(file).stat().st_size for file in files) / 1e6
        began, driver = time.perf_counter(), time.process_time()
        with Watch(os.getpid()) as watch, ProcessPool(options.jobs) as executor:
            done = compare_all(Job(Settings(), Columns(), name), executor, files, options.facts, "")
        taken, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    seconds = taken.ru_utime + taken.ru_stime + time.process_time() - driver
    held = max(most for pid, most in watch.megabytes.items() if pid != os.getpid())
    sys.stdout.write(
        f"{options.facts:,} facts in {len(files):,} files ({size:,.0f} MB): {done.findings:,} findings; "
        f"{seconds:.1f} s of processor time, {wall:.0f} s with {options.jobs} workers, of which the largest held "
        f"{held} MB; failures: {done.failures or 'none'}\n"
    )


if __name__ == "__main__":
    main()
