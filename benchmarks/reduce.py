"""What it costs `newslint-corpus` to compare articles, apart from linting them: `reduce.py [--facts N] [--jobs N]`.

Facts are made as units write them: lines at the feet of articles, of which most stand in one article, some in a few,
and a few in thousands. Then the real comparing runs over the files, in real processes. Processor time and memory are
those of its workers. Twenty million facts take 1.2 GB of disk, eight minutes to make and twelve to compare.
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

UNIT = 26_000  # facts: those of some 8,000 articles
RULE = "boilerplate/repeated-line"
ONCE, FEW = 0.6, 0.9  # shares: of facts whose key is theirs alone, and of these and those with two others, on average
MANY = 20_000  # one key in so many facts is a template's, with two thousand of them


def key(draw: random.Random, facts: int) -> str:
    """The digest that a line is known by."""
    share = draw.random()
    if share < ONCE:
        return f"{draw.getrandbits(96):024x}"
    if share < FEW:
        return f"{draw.randrange(max(1, facts // 10)):024x}"
    return f"{draw.randrange(max(1, facts // MANY)) + (1 << 64):024x}"


def facts_of(draw: random.Random, article: str, facts: int) -> Iterator[LocatedFact]:
    """What one article gives: the lines at its foot, and a digest of its body."""
    body = f"{draw.getrandbits(96):024x}"
    for line in range(draw.randint(2, 5)):
        known = key(draw, facts)
        words = f"Line {known} stands at the foot of an article"
        start, end = Position(30 + line, 1, 4000 + 80 * line), Position(30 + line, 61, 4060 + 80 * line)
        yield LocatedFact(RULE, known, Location(article, None, start, end, words, known[:16]), ["foot", body])


def make(folder: Path, count: int) -> list[str]:
    """Files of facts, one a unit."""
    draw = random.Random(1)
    made, written, number = [], 0, 0
    while written < count:
        made.append(f"{folder}/facts/{len(made):06}.parquet")
        with BufferedParquetWriter(made[-1], FactRow, sort=True) as table:
            while table.count < min(UNIT, count - written):
                number += 1
                article = f"https://{draw.randrange(5000)}.example/{number}"
                known = ArticleColumns(article, f"{made[-1]}", number, article.split("/")[2], "2021-03-04")
                table.add(*fact_rows(facts_of(draw, article, count), known))
        written += table.count
    return made


def main() -> None:
    """Print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=2_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = make(Path(name), options.facts)
        size = sum(Path(file).stat().st_size for file in files) / 1e6
        began, driver = time.perf_counter(), time.process_time()
        with Watch(os.getpid()) as watch, ProcessPool(options.jobs) as engine:
            done = compare_all(Job(Settings(), Columns(), name), engine, files, options.facts, "")
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
