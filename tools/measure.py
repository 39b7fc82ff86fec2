#!/usr/bin/env python3
# ruff: noqa: T201
"""Measure how often each rule is right, and how much it finds, on labelled articles.

    python tools/measure.py FOLDER [--verdicts FILE.jsonl]... [--texts WHAT] [--write]

FOLDER holds labelled sets (`tools/labelled_sets.py` says which). `--verdicts` adds what readers marked in a report, on
articles that `--texts` describes. The publishers are divided into five folds by a hash of their names, so that the
lowest figure of a fold shows how much one outlet decides. With --write, docs/rules/measured.toml is written; the pages
of the rules, --explain, SARIF and the report show these figures.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins"), str(ROOT / "tools")]

from labelled_sets import SETS, Judged, Label, Verdict, verdicts_of_readers  # noqa: E402

from newslint import Linter, __version__  # noqa: E402

TABLE = ROOT / "docs" / "rules" / "measured.toml"
FOLDS = 5
Z = 1.96  # of a 95 % interval
HEAD = """\
# How often each rule was right on labelled articles, and how much of what is labelled it found.
# Written by tools/measure.py. An interval is Wilson's, at 95 %. `lowest-fold` is the precision in the worst of five
# folds of publishers, where each has at least five findings. A table that names no rule is a whole family's.
"""
LABELS = (
    "one annotator with a written guideline; these articles were at hand while the rules were written, "
    "so expect less on others"
)
MIN_IN_FOLD = 5


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share: `right` of `count`, which is at least 1."""
    share, spread = right / count, Z * Z / count
    centre = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return max(0.0, centre - half), min(1.0, centre + half)


def fold_of(publisher: str) -> int:
    """Return the fold of a publisher, from 0 to 4."""
    return int(hashlib.sha256(publisher.lower().encode()).hexdigest(), 16) % FOLDS


class Figures:
    """The verdicts and labels of one rule or family."""

    def __init__(self) -> None:
        self.right_by_fold: dict[int, list[bool]] = defaultdict(list)
        self.found: list[bool] = []
        self.texts: dict[str, None] = {}  # in the order of the sets

    def to_toml(self, name: str, date: str) -> Iterator[str]:
        """Yield the lines of the rule's table."""
        verdicts = [is_right for fold in self.right_by_fold.values() for is_right in fold]
        yield f'\n["{name}"]\n'
        if verdicts:
            right, low_and_high = sum(verdicts), wilson(sum(verdicts), len(verdicts))
            yield f"findings = {len(verdicts)}\nprecision = {_share(right, len(verdicts))}\n"
            yield f"precision-interval = {_interval(*low_and_high)}\n"
            folds = [fold for fold in self.right_by_fold.values() if len(fold) >= MIN_IN_FOLD]
            if len(folds) == FOLDS:
                yield f"lowest-fold = {min(round(sum(fold) / len(fold), 3) for fold in folds)}\n"
        if self.found:
            yield f"labels = {len(self.found)}\nrecall = {_share(sum(self.found), len(self.found))}\n"
            yield f"recall-interval = {_interval(*wilson(sum(self.found), len(self.found)))}\n"
        texts = ", ".join(f'"{what}"' for what in self.texts)
        yield f'texts = [{texts}]\nlabelled-by = "{LABELS}"\ndate = {date}\nversion = "{__version__}"\n'


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3)


def _interval(low: float, high: float) -> str:
    return f"[{low:.3f}, {high:.3f}]"


def collect(judged: Iterable[Verdict | Label], texts: str, into: dict[str, Figures]) -> None:
    """Add verdicts and labels to the figures of their rules and families."""
    for one in judged:
        if isinstance(one, Verdict):
            figures = [into[one.rule], into[one.rule.partition("/")[0]]]
            for figure in figures:
                figure.right_by_fold[fold_of(one.publisher)].append(one.is_right)
        else:
            figures = [into[one.name]]
            figures[0].found.append(one.is_found)
        for figure in figures:
            figure.texts[texts] = None


def _sets(folder: Path) -> Iterator[tuple[Judged, str]]:
    for labelled in SETS:
        path = folder / labelled.path
        if not path.exists():
            print(f"{path} does not exist; it is left out", file=sys.stderr)
            continue
        yield labelled.judge(path, Linter(select=labelled.select, preview=True)), labelled.texts


def main() -> int:
    """Measure, print the table, and write it if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verdicts", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--texts", default="articles that readers marked", metavar="WHAT")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    by_name: dict[str, Figures] = defaultdict(Figures)
    for judged, texts in _sets(given.folder):
        collect(judged, texts, by_name)
    for path in given.verdicts:
        collect(verdicts_of_readers(path), given.texts, by_name)
    if not by_name:
        print("nothing was measured; name a folder with labelled sets, or verdicts", file=sys.stderr)
        return 2
    date = datetime.date.today().isoformat()
    table = HEAD + "".join("".join(by_name[name].to_toml(name, date)) for name in sorted(by_name))
    print(table)
    if given.write:
        TABLE.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
