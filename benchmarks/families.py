"""Measures the cost of each family of rules on an article of 5 KB: `families.py [--rules] [--rounds N]`.

An empty run scans for every word and calls no rule. Each round measures all rows in turn, in processor time, so a busy
machine slows all of them down: trust the ratios to the empty run. A rule that scans by itself stands out clearly.
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

ARTICLE_CHARS = 5_000  # the size that the figures are for
TEXT_COUNT = 40
EMPTY = "empty run"


def make_silent_rule(rules: Sequence[Rule]) -> Rule:
    """Return a rule with the words of all others and without findings, so that every row scans for the same words."""
    words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for rule in rules:
        for kind, listed in rule.lexicon().items():
            words[kind].update(dict.fromkeys(listed))

    class SilentRule(Rule):
        """Reports nothing."""

        name = "benchmark/silent"
        required_kinds = ("nothing",)

        def lexicon(self) -> Lexicon:
            return {kind: tuple(listed) for kind, listed in words.items()}

        def check(self, article: Article) -> Iterator[Finding]:
            return iter(())

    return SilentRule()


def make_checkers(rules: Sequence[Rule], by_rule: bool) -> dict[str, Checker]:
    """Return a checker for each row: no rule, each family (or each rule), and all rules."""
    groups: dict[str, list[Rule]] = {EMPTY: []}
    for rule in rules:
        groups.setdefault(rule.name if by_rule else rule.name.split("/")[0], []).append(rule)
    groups["all"] = list(rules)
    return {name: Checker([make_silent_rule(rules), *group], cross=False) for name, group in groups.items()}


def measure(checkers: dict[str, Checker], texts: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """Return microseconds an article of ARTICLE_CHARS, by row and round."""
    articles = sum(map(len, texts)) / ARTICLE_CHARS
    microseconds: dict[str, list[float]] = {name: [] for name in checkers}
    for _ in range(rounds + 1):
        for name, checker in checkers.items():
            start = time.process_time()
            for text in texts:
                checker.check(Article("a.txt", text))
            microseconds[name].append((time.process_time() - start) / articles * 1e6)
    return {name: figures[1:] for name, figures in microseconds.items()}  # the first round compiles patterns


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="measure each rule by itself")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    draw = random.Random(1)
    texts = [article(draw) for _ in range(TEXT_COUNT)]
    rules = build_linter(Settings(cross=False, preview=True)).enabled_rules
    microseconds = measure(make_checkers(rules, options.rules), texts, options.rounds)
    empty = microseconds[EMPTY]
    sys.stdout.write("| rules | µs above an empty run (min, median, max) | × an empty run |\n|---|---|---|\n")
    for name, figures in microseconds.items():
        above = sorted(figure - base for figure, base in zip(figures, empty, strict=True))
        ratio = statistics.median(figure / base for figure, base in zip(figures, empty, strict=True))
        spread = ", ".join(f"{figure:.0f}" for figure in (above[0], statistics.median(above), above[-1]))
        by_itself = f"({statistics.median(empty):.0f} by itself)"
        sys.stdout.write(f"| {name} | {by_itself if name == EMPTY else spread} | {ratio:.2f} |\n")


if __name__ == "__main__":
    main()
