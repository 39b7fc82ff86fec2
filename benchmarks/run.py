"""Times newslint and other programs on the same files, in turn, and prints processor time as ratios.

    python benchmarks/run.py [--articles N ...] [--rounds N] [--folder DIR] [--install]

Processor time is user and system seconds of the whole process and its children, as the operating system counts them.
Each round runs every program once, so a busy machine slows all of them down; a ratio is taken within a round.
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

PYTHON_PEERS = {
    "codespell": "codespell",
    "proselint": "proselint",
    "typos": "typos",
    "ripgrep": "rg",
}  # and their commands
NODE_PEERS = ("write-good", "textlint", "textlint-rule-terminology")
SLOW = {"proselint", "write-good", "textlint"}  # measured on the smallest corpus only


class Program(NamedTuple):
    """A program and the command that lints a folder."""

    name: str
    command: Sequence[str]
    takes_files: bool = False  # instead of a folder
    success: Collection[int] = (0, 1)  # exit statuses; 1 usually means findings


def lexicon_words() -> list[str]:
    """Return every word of the built-in rules' lexicons that has more than two characters."""
    lexicons = [*LEXICONS, *(rule.lexicon() for rule in build_linter(Settings(preview=True)).enabled_rules)]
    words = {word.rstrip("*") for lexicon in lexicons for kind in lexicon.values() for word in kind}
    return sorted(word for word in words if len(word) > 2)


def install(folder: Path) -> None:
    """Install the peers into a folder; report and leave out one that cannot be installed."""
    if not (folder / "venv").exists():
        venv.create(folder / "venv", with_pip=True)
    pip = [str(folder / "venv" / "bin" / "pip"), "install", "--quiet", "--prefer-binary"]
    for peer, command in PYTHON_PEERS.items():
        if not shutil.which(command) and subprocess.run([*pip, peer]).returncode:
            sys.stderr.write(f"{peer} cannot be installed here\n")
    npm = shutil.which("npm")
    if npm and subprocess.run([npm, "install", "--silent", "--prefix", str(folder / "node"), *NODE_PEERS]).returncode:
        sys.stderr.write("the peers from npm cannot be installed here\n")


def available_programs(peers: Path, work: Path) -> list[Program]:
    """Return newslint and every installed peer."""
    path = os.pathsep.join(
        [str(peers / "venv" / "bin"), str(peers / "node" / "node_modules" / ".bin"), os.environ["PATH"]]
    )
    word_list = work / "words.txt"
    word_list.write_text("\n".join(lexicon_words()) + "\n", encoding="utf-8")
    textlint = work / "textlintrc.json"
    textlint.write_text('{"rules": {"terminology": true}}', encoding="utf-8")
    newslint = [sys.executable, "-m", "newslint", "--isolated", "--preview", "--exit-zero", "--quiet"]
    candidates = [
        Program("newslint", [*newslint, "-j", "1"], success=(0,)),
        Program("newslint, two processes", [*newslint, "-j", "2"], success=(0,)),
        Program("ripgrep", ["rg", "-j1", "-i", "-w", "-F", "-f", str(word_list)]),
        Program("typos", ["typos", "-j1", "--format", "brief"], success=(0, 2)),
        Program("codespell", ["codespell"], success=(0, 65)),
        Program("proselint", ["proselint", "check"]),
        Program("write-good", ["write-good"], takes_files=True, success=range(256)),
        Program("textlint", ["textlint", "-c", str(textlint)], takes_files=True),
    ]
    available = []
    for program in candidates:
        executable = shutil.which(program.command[0], path=path)
        if executable:
            available.append(program._replace(command=[executable, *program.command[1:]]))
        else:
            sys.stderr.write(f"{program.name} is not installed; leaving it out\n")
    return available


def measure(program: Program, folder: Path) -> tuple[float, float, float]:
    """Return processor seconds, wall seconds and peak memory (MB) of one run over the folder."""
    paths = [str(path) for path in sorted(folder.iterdir())] if program.takes_files else [str(folder)]
    start = os.times().elapsed
    with subprocess.Popen([*program.command, *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # reaped above, for its accounting
    if process.returncode not in program.success:  # a crash would look fast
        command = shlex.join([*program.command, paths[0]])
        sys.exit(f"{program.name} failed with exit status {process.returncode}; fix or uninstall it: {command}")
    return usage.ru_utime + usage.ru_stime, os.times().elapsed - start, usage.ru_maxrss / 1024


def compare(programs: Sequence[Program], folder: Path, rounds: int) -> list[str]:
    """Return the lines of a table: for each program its processor seconds and their ratio to newslint's."""
    runs: dict[str, list[tuple[float, float, float]]] = {program.name: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            runs[program.name].append(measure(program, folder))
    rows = ["| program | CPU s | × newslint (min, median, max) | wall s | peak MB |", "|---|---|---|---|---|"]
    base = [cpu for cpu, _, _ in runs["newslint"]]
    for name, measured in runs.items():
        ratios = sorted(cpu / own for (cpu, _, _), own in zip(measured, base, strict=True))
        medians = [statistics.median(figures) for figures in zip(*measured, strict=True)]
        spread = ", ".join(f"{ratio:.2f}" for ratio in (ratios[0], statistics.median(ratios), ratios[-1]))
        rows.append(f"| {name} | {medians[0]:.2f} | {spread} | {medians[1]:.2f} | {medians[2]:.0f} |")
    return rows


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keep corpora and peers in this folder for the next run")
    parser.add_argument("--install", action="store_true", help="install the peers that the registries have")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = options.folder or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        if options.install:
            install(work)
        programs = available_programs(work, work)
        for count in sorted(options.articles):
            folder = work / f"articles-{count}"
            size = make(folder, count)
            small = count == min(options.articles)
            rows = compare([p for p in programs if small or p.name not in SLOW], folder, options.rounds)
            sys.stdout.write(f"\n{count:,} articles, {size / 1e6:.1f} MB\n\n" + "\n".join(rows) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
