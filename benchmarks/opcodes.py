"""Counts the Python instructions that linting executes, and fails where they are too many: `opcodes.py [--most N]`.

Unlike times, counts are the same in every run. Each is divided by the count of a loop over the words of the same
articles, because another version of Python executes another number of instructions for the same program. Work in C,
such as that of regular expressions, is not counted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter

SEEDS = Path(__file__).parent.parent / "seeds"


def count_opcodes(call: Callable[[], object]) -> int:
    """Return how many instructions of Python a call executes."""
    count = 0

    def trace(frame: FrameType, event: str, _value: Any) -> Any:
        nonlocal count
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        count += event == "opcode"
        return trace

    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(None)
    return count


def count_words(texts: list[str]) -> dict[str, int]:
    """Count words, as the measure of an article."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in text.split():
            key = word.strip(".,").lower()
            counts[key] = counts.get(key, 0) + 1
    return counts


def main() -> None:
    """Print the ratio, and exit with status 1 if it is greater than the most that is allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=float, metavar="N", help="Fail if linting needs more than N times the loop.")
    most = parser.parse_args().most
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    checker = build_linter(Settings()).checker

    def lint() -> None:
        for number, text in enumerate(texts):
            checker.check(Article(f"{number}.txt", text))

    lint()  # what is computed once in a run, such as patterns, is computed here
    ratio = count_opcodes(lint) / count_opcodes(lambda: count_words(texts))
    sys.stdout.write(f"linting executes {ratio:.2f} times the Python instructions of counting the words\n")
    if most is not None and ratio > most:
        sys.exit(f"that is more than {most:g}: find what has become slower with benchmarks/families.py --rules")


if __name__ == "__main__":
    main()
