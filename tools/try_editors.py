"""Tries the language server in every editor that is installed: `python tools/try_editors.py`.

Each editor opens an article of `seeds/` without a window, waits for the findings, asks for the page of a rule, applies
all safe fixes, and exits. The script compares what the editor saw with the command, and checks that the server ended.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent / "seeds"
EDITORS = {
    "neovim": ("nvim", ["--headless", "--clean", "-c", f"luafile {HERE / 'editors' / 'try.lua'}"]),
    "emacs": ("emacs", ["--batch", "--load", str(HERE / "editors" / "try.el")]),
}
SeenFinding = tuple[int, int, str]  # line and column from 1, in code points; rule


def command_findings(folder: Path, name: str) -> list[SeenFinding]:
    """Return the findings of the command in one article when it lints the whole folder."""
    command = [sys.executable, "-m", "newslint", "--format", "jsonl"]
    output = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    rows = [json.loads(line) for line in output.splitlines()]
    return sorted((row["start"]["line"], row["start"]["column"], row["rule"]) for row in rows if row["path"] == name)


def text_fixed_by_command(folder: Path, name: str) -> str:
    """Return the text of one article after `--fix`."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        command = [sys.executable, "-m", "newslint", "--fix", "--quiet", name]
        subprocess.run(command, cwd=copy, capture_output=True, check=False)
        return (Path(copy) / name).read_bytes().decode()


def is_alive(pid: int) -> bool:
    """Return whether the process still runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def try_article(editor: str, name: str) -> list[str]:
    """Try one article in one editor; return the problems."""
    program, arguments = EDITORS[editor]
    with tempfile.TemporaryDirectory() as home:
        folder, notes = Path(home) / "articles", Path(home) / "notes"
        shutil.copytree(SEEDS, folder)
        notes.mkdir()
        # Characters that editors count differently, before every finding in the first line.
        text = "\U0001f30d e\u0301 " + (folder / name).read_bytes().decode()
        (folder / name).write_bytes(text.encode())
        expected, fixed = command_findings(folder, name), text_fixed_by_command(folder, name)
        server = notes / "server"
        server.write_text(f"#!/bin/sh\necho $$ >{notes}/pid\nexec {sys.executable} -m newslint.lsp.main\n")
        server.chmod(0o755)
        variables = {"SERVER": str(server), "FOLDER": str(folder), "ARTICLE": str(folder / name), "NOTES": str(notes)}
        variables |= {"EXPECTED": str(len(expected)), "HOME": home}
        done = subprocess.run(
            [program, *arguments],
            cwd=home,
            env={**os.environ, **variables},
            capture_output=True,
            timeout=240,
            check=False,
        )
        seen_file = notes / "seen.json"
        if not seen_file.exists():
            return [f"no answer from the editor: {(done.stdout + done.stderr).decode()[:2000]}"]
        answer = json.loads(seen_file.read_text(encoding="utf-8"))
        problems = []
        seen = sorted((row["line"], row["column"], row["rule"]) for row in answer["seen"])
        if seen != expected:
            problems.append(f"saw {seen}\n  instead of {expected}")
        if not answer["hover"].lstrip().startswith("#"):
            problems.append(f"hover showed no page but {answer['hover']!r}")
        if answer["fixed"] != fixed:
            problems.append(f"fixed to {answer['fixed']!r}\n  instead of {fixed!r}")
        time.sleep(1)
        if is_alive(int((notes / "pid").read_text())):
            problems.append("the server still runs")
        if not problems:
            print(f"  the same {len(seen)} findings as the command; fixes removed {len(text) - len(fixed)} characters")
        return problems


def main() -> int:
    """Try all editors and articles; return 1 if there was a problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", default=["d.txt", "e.txt"])
    failed = False
    for editor, (program, _) in EDITORS.items():
        if not shutil.which(program):
            print(f"{editor}: not installed")
            continue
        version = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
        for name in parser.parse_args().articles:
            print(f"{version.splitlines()[0]}, {name}:")
            problems = try_article(editor, name)
            failed = failed or bool(problems)
            print("".join(f"  {problem}\n" for problem in problems), end="")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
