"""Compares generated articles with real ones: `realism.py FOLDER [--articles N] [--rounds N]`.

FOLDER holds one real article in each file. The program prints means of an article: characters, lines, sentences and
quotations; the words that the automaton finds ("matches"); what rules get of them, whole words by kind ("events"); and
processor time. Both sets take turns, so that a busy machine slows both down. The program fails where matches, events or
time differ by more than 15 %.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.linter.linter import build_linter
from newslint.text.lexicons import LEXICONS
from newslint.text.lines import non_blank_lines
from newslint.text.matcher import build_matcher
from newslint.text.quotations import quotations
from newslint.text.scanner import fold_ascii
from newslint.text.sentences import sentences

MAX_DIFFERENCE = 0.15
MUST_AGREE = ("matches", "events", "µs")


def count(checker: Checker, words: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
    """Return what is counted in the texts, as means of a text."""
    find = build_matcher(words)
    totals = dict.fromkeys(("characters", "lines", "sentences", "quotations", "matches", "events", "findings"), 0)
    for text in texts:
        scanned = checker.scan(Article("a.txt", text))
        totals["characters"] += len(text)
        totals["lines"] += len(scanned.get(non_blank_lines))
        totals["sentences"] += len(scanned.get(sentences))
        totals["quotations"] += len(scanned.get(quotations))
        totals["matches"] += len(find(fold_ascii(scanned.text)))
        totals["events"] += sum(map(len, scanned.mentions_by_kind.values()))
        totals["findings"] += len(checker.check(Article("a.txt", text)).diagnostics)
    return {name: total / len(texts) for name, total in totals.items()}


def measure(checker: Checker, sets: Sequence[Sequence[str]], rounds: int) -> list[list[float]]:
    """Return microseconds an article, by set and round."""
    microseconds: list[list[float]] = [[] for _ in sets]
    for _ in range(rounds):
        for texts, figures in zip(sets, microseconds, strict=True):
            start = time.process_time()
            for text in texts:
                checker.check(Article("a.txt", text))
            figures.append((time.process_time() - start) / len(texts) * 1e6)
    return microseconds


def main() -> int:
    """Print a table; return 1 where a figure that must agree does not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=300, help="of each set")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file())
    if not paths:
        sys.exit(f"{options.folder} holds no file; name a folder with one article in each")
    real = [path.read_text("utf-8") for path in paths[:: max(1, len(paths) // options.articles)]][: options.articles]
    draw = random.Random(1)
    generated = [article(draw) for _ in range(options.articles)]
    linter = build_linter(Settings())
    lexicons = [*LEXICONS, *(rule.lexicon() for rule in linter.enabled_rules)]
    words = sorted({word.rstrip("*").lower() for lexicon in lexicons for kind in lexicon.values() for word in kind})
    first, second = (count(linter.checker, words, texts) for texts in (real, generated))
    times = measure(linter.checker, (real, generated), options.rounds)
    ratios = {name: second[name] / first[name] if first[name] else float("inf") for name in first}
    first["µs"], second["µs"] = map(statistics.median, times)
    ratios["µs"] = statistics.median(new / old for old, new in zip(*times, strict=True))
    sys.stdout.write("| an article has | real | generated | ratio |\n|---|---|---|---|\n")
    for name, ratio in ratios.items():
        sys.stdout.write(f"| {name} | {first[name]:,.1f} | {second[name]:,.1f} | {ratio:.2f} |\n")
    different = [name for name in MUST_AGREE if abs(ratios[name] - 1) > MAX_DIFFERENCE]
    if different:
        sys.stdout.write(f"more than {MAX_DIFFERENCE:.0%} apart: {', '.join(different)}\n")
    return int(bool(different))


if __name__ == "__main__":
    sys.exit(main())
