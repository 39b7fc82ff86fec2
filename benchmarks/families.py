"""Shows what each family of rules costs on an article of 5 KB: `families.py [--rules] [--rounds N]`.

An empty run scans for every word and asks no rule. Each round measures all rows in turn, in processor time, so what
slows the machine slows them all: trust the ratios to the empty run. A rule that scans by itself stands out by far.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article

from newslint.api import Article, Finding, Lexicon, Rule
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.linter.linter import build_linter

SIZE = 5_000  # characters that the figures are for
TEXTS = 40
EMPTY = "empty run"


def listener(rules: Sequence[Rule]) -> Rule:
    """A rule that listens for the words of all others and says nothing: so that every row scans for the same."""
    words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for rule in rules:
        for kind, listed in rule.lexicon().items():
            words[kind].update(dict.fromkeys(listed))

    class Listener(Rule):
        """Listens."""

        name = "benchmark/listener"
        required_kinds = ("nothing",)

        def lexicon(self) -> Lexicon:
            return {kind: tuple(listed) for kind, listed in words.items()}

        def check(self, article: Article) -> Iterator[Finding]:
            return iter(())

    return Listener()


def rows(rules: Sequence[Rule], one_by_one: bool) -> dict[str, Checker]:
    """What is measured: no rule, each family (or each rule), and all."""
    chosen: dict[str, list[Rule]] = {EMPTY: []}
    for rule in rules:
        chosen.setdefault(rule.name if one_by_one else rule.name.split("/")[0], []).append(rule)
    chosen["all"] = list(rules)
    return {name: Checker([listener(rules), *those], cross=False) for name, those in chosen.items()}


def measure(checkers: dict[str, Checker], texts: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """Microseconds an article of SIZE, by row and round."""
    articles = sum(map(len, texts)) / SIZE
    spent: dict[str, list[float]] = {name: [] for name in checkers}
    for _ in range(rounds + 1):
        for name, checker in checkers.items():
            began = time.process_time()
            for text in texts:
                checker.check(Article("a.txt", text))
            spent[name].append((time.process_time() - began) / articles * 1e6)
    return {name: figures[1:] for name, figures in spent.items()}  # the first round compiles patterns


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="each rule by itself")
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    draw = random.Random(1)
    texts = [article(draw) for _ in range(TEXTS)]
    spent = measure(
        rows(build_linter(Settings(cross=False, preview=True)).enabled_rules, given.rules), texts, given.rounds
    )
    empty = spent[EMPTY]
    sys.stdout.write("| rules | µs over an empty run (min, median, max) | × an empty run |\n|---|---|---|\n")
    for name, figures in spent.items():
        over = sorted(one - base for one, base in zip(figures, empty, strict=True))
        times = statistics.median(one / base for one, base in zip(figures, empty, strict=True))
        shown = ", ".join(f"{one:.0f}" for one in (over[0], statistics.median(over), over[-1]))
        by_itself = f"({statistics.median(empty):.0f} by itself)"
        sys.stdout.write(f"| {name} | {by_itself if name == EMPTY else shown} | {times:.2f} |\n")


if __name__ == "__main__":
    main()
