"""Tries the language server in real editors: `python tools/try_editors.py` runs every editor that is installed here.

Each opens an article of `seeds/` without a window, waits for what the server finds, asks for the page of a rule, makes
all safe fixes, and leaves. What it saw is held against what the command says, and the server must be gone with it.
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
Seen = tuple[int, int, str]  # line and column from 1, in code points; rule


def by_the_command(folder: Path, name: str) -> list[Seen]:
    """What the command finds in the article, when it lints the whole folder."""
    command = [sys.executable, "-m", "newslint", "--format", "jsonl"]
    output = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    rows = [json.loads(line) for line in output.splitlines()]
    return sorted((row["start"]["line"], row["start"]["column"], row["rule"]) for row in rows if row["path"] == name)


def mended_by_the_command(folder: Path, name: str) -> str:
    """What `--fix` makes of the article."""
    with tempfile.TemporaryDirectory() as other:
        shutil.copytree(folder, other, dirs_exist_ok=True)
        command = [sys.executable, "-m", "newslint", "--fix", "--quiet", name]
        subprocess.run(command, cwd=other, capture_output=True, check=False)
        return (Path(other) / name).read_bytes().decode()


def alive(pid: int) -> bool:
    """Whether the process is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def attempt(editor: str, name: str) -> list[str]:
    """What went wrong with one article in one editor."""
    program, arguments = EDITORS[editor]
    with tempfile.TemporaryDirectory() as place:
        folder, notes = Path(place) / "articles", Path(place) / "notes"
        shutil.copytree(SEEDS, folder)
        notes.mkdir()
        # Characters that editors count differently, before every finding of the first line.
        text = "\U0001f30d e\u0301 " + (folder / name).read_bytes().decode()
        (folder / name).write_bytes(text.encode())
        wanted, mended = by_the_command(folder, name), mended_by_the_command(folder, name)
        server = notes / "server"
        server.write_text(f"#!/bin/sh\necho $$ >{notes}/pid\nexec {sys.executable} -m newslint.lsp.main\n")
        server.chmod(0o755)
        told = {"SERVER": str(server), "FOLDER": str(folder), "ARTICLE": str(folder / name), "NOTES": str(notes)}
        told |= {"EXPECTED": str(len(wanted)), "HOME": place}
        done = subprocess.run(
            [program, *arguments], cwd=place, env={**os.environ, **told}, capture_output=True, timeout=240, check=False
        )
        seen_file = notes / "seen.json"
        if not seen_file.exists():
            return [f"no answer from the editor: {(done.stdout + done.stderr).decode()[:2000]}"]
        answer = json.loads(seen_file.read_text(encoding="utf-8"))
        wrong = []
        seen = sorted((row["line"], row["column"], row["rule"]) for row in answer["seen"])
        if seen != wanted:
            wrong.append(f"saw {seen}\n  rather than {wanted}")
        if not answer["hover"].lstrip().startswith("#"):
            wrong.append(f"no page on hover but {answer['hover']!r}")
        if answer["mended"] != mended:
            wrong.append(f"mended to {answer['mended']!r}\n  rather than {mended!r}")
        time.sleep(1)
        if alive(int((notes / "pid").read_text())):
            wrong.append("the server is still there")
        if not wrong:
            print(f"  {len(seen)} findings as the command has them; {len(text) - len(mended)} characters mended away")
        return wrong


def main() -> int:
    """Exit with 1 where something went wrong."""
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
            wrong = attempt(editor, name)
            failed = failed or bool(wrong)
            print("".join(f"  {each}\n" for each in wrong), end="")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
