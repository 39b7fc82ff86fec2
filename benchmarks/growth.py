"""Measures how the cost of an article grows with its length: `growth.py [--chars N] [--only PART …] [--all]`.

A family is one article of one length and another of twice that length, which repeat the same words: the examples of a
rule, on one line and on many, and units that give a pattern or a view much to do. Twice the length should cost twice as
much. The cost is the number of instructions, which callgrind (of valgrind) counts, so that it is the same on a busy
machine. The program prints the families that cost more than twice as much by a factor above 1.3, and fails if there is
one.
"""

from __future__ import annotations

import argparse
import gc
import inspect
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.api import Article, Rule
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.engine.example_blocks import blocks
from newslint.linter.linter import build_linter
from newslint.text.pattern import Pattern

MAX_FACTOR = 1.3  # of twice the cost
MAX_UNIT_CHARS = 2_000  # that a family repeats
# Canonicalizing compiles other patterns for each.
UNUSUAL = ("&amp; ", "&amp; â€™ ", "&amp; e\u0301 ", "&amp; â€™ e\u0301 ")
UNITS = {
    **{
        f"word {word!r}": word + " "
        for word in ("a", "Harlow", "HARLOW", "of the", "per", "more than", "who said that")
    },
    **{
        f"sentence {text!r}": text + " "
        for text in (
            "Today only.",
            "Sign up for our newsletter.",
            "Read more:",
            "© 2020",
            "Read more: &nbsp;",
            "click here to see",
            "use of cookies",
        )
    },
    **{
        f"source {text!r}": text + " "
        for text in ("he said", "sources said", "a spokesman for the", "according to", "on condition of anonymity")
    },
    **{
        f"number {text!r}": text + " " for text in ("1,000", "$5 million", "5 percent", "from 5 to 10", "Ann Rowe, 34,")
    },
    **{f"date {text!r}": text + " " for text in ("on Monday", "May 5, 2024", "2024-05-05", "today the")},
    **{
        f"line {text!r}": text + "\n"
        for text in ("Home", "a", "Tags: a, b", "• a", "“It is open", "it was closed for two", "Share &amp; print")
    },
    **{
        f"mark {text!r}": text
        for text in ("“ ", "' ", '" ', "( ", "[(", ". ", "! ", "– ", "| ", "/ ", "A & ", "{{ a }} ")
    },
    **{
        f"character {text!r}": text
        for text in ("1", "-", ".", " ", "\n", "\t", "\r", "&amp;", "â€™", "e\u0301", "\xad", "日")
    },
    **{
        f"nested {text!r}": text
        for text in (
            "U.S. ",
            "“‘a’ ",
            "“a “b ",
            "(((",
            "1,234,",
            "12:34:",
            "- a\n",
            "1. a\n",
            "| a | b |\n",
            "[a](b) ",
            "[a](",
        )
    },
    **{
        f"without spaces {text!r}": text
        for text in ("https://a.example/", "a.b.", "'s", "“a”", "a-", "$5", "5%", "@", "__")
    },
    **{f"page {text!r}": text for text in ("<b>", "<p>a</p>", "https://a.example/x ", "@a ", "a@b.example ", "#a ")},
}


def families(rules: Iterable[Rule]) -> dict[str, str]:
    """Return what each family repeats."""
    found = dict(UNITS)
    for rule in rules:
        examples = [block.text for group in blocks(inspect.getdoc(type(rule)) or "") for block in group]
        text = "\n".join(examples)
        found[f"{rule.name}, many lines"] = text[:MAX_UNIT_CHARS] + "\n"
        found[f"{rule.name}, one line"] = " ".join(text.split())[:MAX_UNIT_CHARS] + " "
    return found


def repeat(unit: str, chars: int) -> str:
    """Return a text of about so many characters; what a unit opens, it may close at its end."""
    return unit * max(1, chars // len(unit))


def count_in_children(checker: Checker, chosen: dict[str, str], chars: int) -> None:
    """Check each article in a process of its own, and print its process number, length and family."""
    gc.disable()  # else one of two lengths may pay for a collection
    # Compile what perhaps only one of two lengths needs.
    for unit in (*UNUSUAL, *chosen.values()):
        checker.check(Article("a.txt", repeat(unit, MAX_UNIT_CHARS)))
    for pattern in gc.get_objects():
        if isinstance(pattern, Pattern):
            pattern.search("", 0, 0)
    for name, unit in {"": "", **chosen}.items():
        for length in (chars, 2 * chars) if unit else (0,):
            text = repeat(unit, length) if unit else ""
            sys.stdout.flush()
            if not (child := os.fork()):
                checker.check(Article("a.txt", text))
                os._exit(0)
            os.waitpid(child, 0)
            sys.stdout.write(f"{child}\t{length}\t{name}\n")


def measure(arguments: list[str]) -> Iterator[tuple[str, float, float]]:
    """Yield each family with the instructions, in millions, for the length and for twice the length."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/%p", sys.executable]
        done = subprocess.run(
            [*command, __file__, "--count", *arguments],
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=True,
        )
        rows = [line.split("\t", 2) for line in done.stdout.splitlines()]
        counts = {number: _total(Path(folder, number)) for number, _length, _name in rows}
    empty, *others = [(name, counts[number]) for number, _length, name in rows]
    for (name, first), (_name, second) in zip(others[::2], others[1::2], strict=True):
        yield name, (first - empty[1]) / 1e6, (second - empty[1]) / 1e6


def _total(path: Path) -> int:
    match = re.search(r"^(?:summary|totals): (\d+)", path.read_text(), re.MULTILINE)
    assert match
    return int(match[1])


def main() -> int:
    """Print a table of the families that grow too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chars", type=int, default=20_000)
    parser.add_argument(
        "--only", nargs="+", default=[""], metavar="PART", help="measure families with this in their name"
    )
    parser.add_argument("--select", nargs="*", default=[], metavar="RULE", help="run these rules alone")
    parser.add_argument("--all", action="store_true", help="print all families")
    parser.add_argument("--count", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.count:
        linter = build_linter(Settings(preview=True, select=tuple(options.select)))
        every = families(linter.enabled_rules)
        chosen = {name: unit for name, unit in every.items() if any(part in name for part in options.only)}
        count_in_children(linter.checker, chosen, options.chars)
        return 0
    if not shutil.which("valgrind"):
        sys.exit("growth.py needs valgrind, which counts instructions")
    failed = 0
    sys.stdout.write("| family | million instructions | twice the length | factor of twice |\n|---|---|---|---|\n")
    for name, first, second in measure(
        ["--chars", str(options.chars), "--only", *options.only, "--select", *options.select]
    ):
        factor = second / max(1, 2 * first)
        failed += factor > MAX_FACTOR
        if options.all or factor > MAX_FACTOR:
            sys.stdout.write(f"| {name} | {first:.0f} | {second:.0f} | {factor:.2f} |\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
