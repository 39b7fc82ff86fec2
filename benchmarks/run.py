"""Times newslint beside its peers on the same files, in turn, and prints processor time as ratios.

    python benchmarks/run.py [--articles N ...] [--rounds N] [--folder DIR] [--install]

Processor time is user and system seconds of the whole process and its children, as the operating system accounts it.
Each round runs every program once, so what slows the machine slows them all; a ratio is taken within a round.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from corpus import make

from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.text.lexicons import LEXICONS

PYTHON_PEERS = {"codespell": "codespell", "proselint": "proselint", "typos": "typos", "ripgrep": "rg"}  # and commands
NODE_PEERS = ("write-good", "textlint", "textlint-rule-terminology")
SLOW = {"proselint", "write-good", "textlint"}  # measured on the smallest corpus alone


class Program(NamedTuple):
    """A program and how it is asked to lint a folder."""

    name: str
    command: Sequence[str]
    takes_files: bool = False  # rather than a folder
    well: Collection[int] = (0, 1)  # exit statuses; most end with 1 where they found something


def words() -> list[str]:
    """Every word that newslint's built-in rules listen for, longer than a sign."""
    lexicons = [*LEXICONS, *(rule.lexicon() for rule in build_linter(Settings(preview=True)).enabled_rules)]
    found = {word.rstrip("*") for lexicon in lexicons for kind in lexicon.values() for word in kind}
    return sorted(word for word in found if len(word) > 2)


def install(folder: Path) -> None:
    """Peers into a folder of their own; one that cannot be installed is said and left out."""
    if not (folder / "venv").exists():
        venv.create(folder / "venv", with_pip=True)
    pip = [str(folder / "venv" / "bin" / "pip"), "install", "--quiet"]
    for peer, command in PYTHON_PEERS.items():
        if not shutil.which(command) and subprocess.run([*pip, peer]).returncode:
            sys.stderr.write(f"{peer} cannot be installed here\n")
    npm = shutil.which("npm")
    if npm and subprocess.run([npm, "install", "--silent", "--prefix", str(folder / "node"), *NODE_PEERS]).returncode:
        sys.stderr.write("the peers from npm cannot be installed here\n")


def programs(peers: Path, work: Path) -> list[Program]:
    """newslint and every peer that is there."""
    path = os.pathsep.join(
        [str(peers / "venv" / "bin"), str(peers / "node" / "node_modules" / ".bin"), os.environ["PATH"]]
    )
    list_of_words = work / "words.txt"
    list_of_words.write_text("\n".join(words()) + "\n", encoding="utf-8")
    textlint = work / "textlintrc.json"
    textlint.write_text('{"rules": {"terminology": true}}', encoding="utf-8")
    newslint = [sys.executable, "-m", "newslint", "--isolated", "--preview", "--exit-zero", "--quiet"]
    wanted = [
        Program("newslint", [*newslint, "-j", "1"], well=(0,)),
        Program("newslint, two processes", [*newslint, "-j", "2"], well=(0,)),
        Program("ripgrep", ["rg", "-j1", "-i", "-w", "-F", "-f", str(list_of_words)]),
        Program("typos", ["typos", "-j1", "--format", "brief"], well=(0, 2)),
        Program("codespell", ["codespell"], well=(0, 65)),
        Program("proselint", ["proselint", "check"]),
        Program("write-good", ["write-good"], takes_files=True, well=range(256)),
        Program("textlint", ["textlint", "-c", str(textlint)], takes_files=True),
    ]
    there = []
    for program in wanted:
        found = shutil.which(program.command[0], path=path)
        if found:
            there.append(program._replace(command=[found, *program.command[1:]]))
        else:
            sys.stderr.write(f"{program.name} is not here; it is left out\n")
    return there


def seconds(program: Program, folder: Path) -> tuple[float, float, float]:
    """Processor seconds, wall seconds and peak memory (MB) of one run over the folder."""
    paths = [str(path) for path in sorted(folder.iterdir())] if program.takes_files else [str(folder)]
    begun = os.times().elapsed
    with subprocess.Popen([*program.command, *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # reaped above, for its accounting
    if process.returncode not in program.well:  # what breaks at once would look fast
        asked = shlex.join([*program.command, paths[0]])
        sys.exit(f"{program.name} broke with exit status {process.returncode}; see why, or uninstall it: {asked}")
    return usage.ru_utime + usage.ru_stime, os.times().elapsed - begun, usage.ru_maxrss / 1024


def compare(there: Sequence[Program], folder: Path, rounds: int) -> list[str]:
    """A row a program: its processor seconds, and how many times newslint's they are."""
    runs: dict[str, list[tuple[float, float, float]]] = {program.name: [] for program in there}
    for _ in range(rounds):
        for program in there:
            runs[program.name].append(seconds(program, folder))
    rows = ["| program | CPU s | × newslint (min, median, max) | wall s | peak MB |", "|---|---|---|---|---|"]
    base = [cpu for cpu, _, _ in runs["newslint"]]
    for name, measured in runs.items():
        ratios = sorted(cpu / own for (cpu, _, _), own in zip(measured, base, strict=True))
        middle = [statistics.median(figures) for figures in zip(*measured, strict=True)]
        spread = ", ".join(f"{ratio:.2f}" for ratio in (ratios[0], statistics.median(ratios), ratios[-1]))
        rows.append(f"| {name} | {middle[0]:.2f} | {spread} | {middle[1]:.2f} | {middle[2]:.0f} |")
    return rows


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where corpora and peers are kept for the next time")
    parser.add_argument("--install", action="store_true", help="install the peers that the registries have")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = given.folder or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        if given.install:
            install(work)
        there = programs(work, work)
        for count in sorted(given.articles):
            folder = work / f"articles-{count}"
            size = make(folder, count)
            small = count == min(given.articles)
            rows = compare([p for p in there if small or p.name not in SLOW], folder, given.rounds)
            sys.stdout.write(f"\n{count:,} articles, {size / 1e6:.1f} MB\n\n" + "\n".join(rows) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
