#!/usr/bin/env python3
# ruff: noqa: T201
"""Lint articles with two versions of newslint, and print what the new one finds more and less, as Markdown.

    python tools/compare.py OLD NEW PATH... [--samples N] [-- OPTION...]

A version is a revision of this repository, the folder of a checkout, or a command that is installed elsewhere. Options
after `--` are newslint's, for both versions. A finding is the same where its rule and its place are. Run this for every
change of a rule, over articles that the change was not made from, and read the samples.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CONTEXT_CHARS = 100
LINT = ("--isolated", "--exit-zero", "--quiet", "--format", "jsonl")
Key = tuple[str, str, int | None, int, int]  # rule, path, record, start, end
Findings = dict[Key, dict[str, Any]]


class Version(NamedTuple):
    """How one version is run."""

    command: tuple[str, ...]
    environment: dict[str, str]


def version(name: str, stack: ExitStack) -> Version:
    """Return how to run a version. A revision is checked out into a folder that the stack removes."""
    if Path(name).is_file():
        return Version((str(Path(name).absolute()),), {})
    folder = Path(name)
    if not (folder / "src" / "newslint").is_dir():
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "checkout"
        git = ("git", "-C", str(ROOT))
        added = subprocess.run(
            [*git, "worktree", "add", "--quiet", "--detach", str(folder), name],
            capture_output=True,
            text=True,
            check=False,
        )
        if added.returncode != 0:
            sys.exit(f"{name} is no command, no checkout and no revision: {added.stderr.strip()}")
        stack.callback(subprocess.run, [*git, "worktree", "remove", "--force", str(folder)], check=False)
    places = os.pathsep.join(str(folder.absolute() / part) for part in ("src", "plugins"))
    return Version((sys.executable, "-m", "newslint"), {"PYTHONPATH": places})


def lint(run: Version, arguments: Sequence[str]) -> Findings:
    """Return the findings of one version by what identifies them."""
    done = subprocess.run(
        [*run.command, *LINT, *arguments],
        env={**os.environ, **run.environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(run.command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    found: Findings = {}
    for line in done.stdout.splitlines():
        one = json.loads(line)
        found[one["rule"], one["path"], one["record"], one["start"]["offset"], one["end"]["offset"]] = one
    return found


def report(old: Findings, new: Findings, samples: int) -> Iterator[str]:
    """Yield the report: a table by rule, then samples of each rule, drawn with one seed."""
    changes = {"gained": new.keys() - old.keys(), "lost": old.keys() - new.keys()}
    counts = {what: Counter(key[0] for key in keys) for what, keys in changes.items()}
    before = Counter(key[0] for key in old)
    yield f"{len(old)} findings before, {len(new)} now: {len(changes['gained'])} gained, {len(changes['lost'])} lost.\n"
    rules = sorted({*counts["gained"], *counts["lost"]})
    if not rules:
        return
    yield "\n| rule | before | gained | lost |\n|---|---|---|---|\n"
    for rule in rules:
        yield f"| {rule} | {before[rule]} | {counts['gained'][rule]} | {counts['lost'][rule]} |\n"
    for what, keys in changes.items():
        by_rule: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(keys, key=lambda key: (*key[:2], key[2] or 0, *key[3:])):
            by_rule[key[0]].append(key)
        for rule, of_rule in by_rule.items():
            chosen = sorted(random.Random(rule).sample(range(len(of_rule)), min(samples, len(of_rule))))
            yield f"\n## {rule}: {what}, {len(chosen)} of {len(of_rule)}\n\n"
            for number in chosen:
                yield f"- {_sample((new if what == 'gained' else old)[of_rule[number]])}\n"


def _sample(finding: dict[str, Any]) -> str:
    start, end = finding["start"], finding["end"]
    before = after = ""
    if finding["record"] is None and Path(finding["path"]).suffix == ".txt":
        text = Path(finding["path"]).read_text(encoding="utf-8", errors="replace")
        before = text[max(0, start["offset"] - CONTEXT_CHARS) : start["offset"]]
        after = text[end["offset"] : end["offset"] + CONTEXT_CHARS]
    words = f"{before}**{finding['match']}**{after}".replace("\n", " ⏎ ")
    record = "" if finding["record"] is None else f"#{finding['record']}"
    return f"{finding['path']}{record}:{start['line']}:{start['column']} {finding['message']} — {words}"


def main() -> int:
    """Compare, and print the report."""
    given, options = sys.argv[1:], []
    if "--" in given:
        at = given.index("--")
        given, options = given[:at], given[at + 1 :]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--samples", type=int, default=10, metavar="N", help="of each rule, gained and lost")
    arguments = parser.parse_args(given)
    with ExitStack() as stack:
        old, new = (lint(version(name, stack), [*options, *arguments.paths]) for name in (arguments.old, arguments.new))
    for line in report(old, new, arguments.samples):
        print(line, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
