"""The files of `editors/`, run in the real editors: findings are shown at the right place of the right file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import ROOT, Run, Write

EDITORS = ROOT / "editors"
MATCHER = EDITORS / "vscode" / "newslint-problem-matcher.json"
# A wide character of several bytes: after it, columns differ in every unit.
WIDE = "\U0001f600 é A source said the bridge was unsafe.\n"
RECORD = json.dumps({"text": "One.\nA source said the bridge was unsafe."}) + "\n"


def needs(program: str) -> pytest.MarkDecorator:
    absent = os.name == "nt" or shutil.which(program) is None
    return pytest.mark.skipif(absent, reason=f"{program} is not here, or not the way it is on Unix")


@pytest.fixture
def wire(tmp_path: Path, write: Write) -> Path:
    """Write a folder of articles with one finding each."""
    write("wire/b c/a b.txt", WIDE)
    write("wire/marked.txt", b"\xef\xbb\xbfThe road.\r\n\r\n" + WIDE.replace("\n", "\r\n").encode())
    write("wire/r.jsonl", '{"text": "Nothing."}\n' + RECORD)
    return tmp_path / "wire"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which `newslint` runs the tested version."""
    command = tmp_path / "bin" / "newslint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n')
    command.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    # As in an editor started from a terminal.
    return {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "HOME": str(home), "TERM": "xterm-256color"}


def findings(newslint: Run, folder: Path, *options: str) -> list[dict[str, Any]]:
    found = newslint("--format", "jsonl", *options, cwd=folder).stdout.splitlines()
    assert found
    return [json.loads(line) for line in found]


def quickfix(editor: str, commands: str, folder: Path, environment: dict[str, str]) -> list[list[Any]]:
    """Return the quickfix list after the commands: file, line, column, type and text of each entry."""
    script = folder.parent / "script.vim"
    script.write_text(
        f"set nocompatible encoding=utf-8 runtimepath+={EDITORS / 'vim'}\n"
        f"{commands}\n"
        "let list = map(getqflist(), {_, e -> [bufname(e.bufnr), e.lnum, e.col, e.type, e.text]})\n"
        "call writefile([json_encode(list)], '../list.json')\nqall!\n"
    )
    quiet = ["-es"] if editor == "vim" else ["--headless"]
    subprocess.run(
        [editor, *quiet, "-u", "NONE", "-i", "NONE", "-n", "-S", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )
    entries: list[list[Any]] = json.loads((folder.parent / "list.json").read_text(encoding="utf-8"))
    return entries


VIMS = [pytest.param(editor, marks=needs(editor)) for editor in ("vim", "nvim")]


@pytest.mark.parametrize("editor", VIMS)
def test_vim_lists_files_lines_bytes_and_severities(
    editor: str, wire: Path, environment: dict[str, str], write: Write, newslint: Run
) -> None:
    write("wire/.newslint.toml", '[[pattern]]\nname = "road"\nmatch = "road"\nmessage = "road"\nseverity = "error"\n')
    write("wire/z.txt", b"\xff")
    entries = quickfix(editor, "compiler newslint | silent make", wire, environment)
    assert [tuple(entry[:4]) for entry in entries] == [
        ("b c/a b.txt", 1, 9, "w"),
        ("marked.txt", 1, 5, "e"),
        ("marked.txt", 3, 9, "w"),
        ("r.jsonl", 2, 0, "w"),
        ("", 0, 0, "e"),
    ]
    expected_text = [f"{found['message']} [{found['rule']}]" for found in findings(newslint, wire)]
    assert [entry[4] for entry in entries[:4]] == expected_text
    assert entries[4][4].startswith("z.txt: is not UTF-8")


@pytest.mark.parametrize("editor", VIMS)
def test_vim_lints_one_file_with_make(editor: str, wire: Path, environment: dict[str, str]) -> None:
    entries = quickfix(editor, "compiler! newslint\nedit b\\ c/a\\ b.txt\nsilent make %:S", wire, environment)
    assert [tuple(entry[:4]) for entry in entries] == [("b c/a b.txt", 1, 9, "w")]


def emacs(program: str, folder: Path, environment: dict[str, str], *words: str) -> str:
    script = folder.parent / "script.el"
    script.write_text(program)
    command = ["emacs", "--batch", "-Q", "-L", EDITORS / "emacs", "-l", script, *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


# Waits for the backend in each file, as Flymake does, and prints the diagnostics as JSON.
FLYMAKE = """
(require 'flymake-newslint)
(require 'json)
(dolist (file command-line-args-left)
  (with-current-buffer (find-file-noselect file)
    (when narrow (narrow-to-region (point-max) (point-max)))
    (setq-local flymake-diagnostic-functions nil)
    (flymake-newslint-setup)
    (flymake-start)
    (let ((end (+ (float-time) 60)))
      (while (and (< (float-time) end) (not (flymake-reporting-backends)))
        (accept-process-output nil 0.05)))
    (widen)
    (dolist (found (flymake-diagnostics))
      (princ (json-encode (list file (flymake-diagnostic-beg found) (flymake-diagnostic-end found)
                                (flymake-diagnostic-type found) (flymake-diagnostic-text found))))
      (terpri))))
(setq command-line-args-left nil)
"""


@needs("emacs")
@pytest.mark.parametrize("narrow", ["nil", "t"])
def test_flymake_marks_the_words(narrow: str, wire: Path, environment: dict[str, str], newslint: Run) -> None:
    shutil.copy(ROOT / "seeds" / "a.txt", wire)
    paths = sorted(str(path.relative_to(wire)) for path in wire.rglob("*.*"))
    lines = emacs(f"(setq narrow {narrow})" + FLYMAKE, wire, environment, *paths).splitlines()
    kinds = {"error": ":error", "warning": ":warning", "info": ":note"}
    first = len('{"text": "Nothing."}\n') + 1
    expected = []
    for found in findings(newslint, wire, "--no-cross"):
        stretch = found["start"]["offset"] + 1, found["end"]["offset"] + 1  # Emacs counts from 1
        if found["path"] == "marked.txt":  # and has one character for each of the two line ends before it
            stretch = stretch[0] - 2, stretch[1] - 2
        if found["record"] is not None:
            stretch = first, first + len(RECORD) - 1
        expected_text = f"{found['message']} [{found['rule']}]"
        expected.append([found["path"], *stretch, kinds[found["severity"]].lstrip(":"), expected_text])
    shown = [[*entry[:3], entry[3].lstrip(":"), entry[4]] for entry in map(json.loads, lines)]
    assert sorted(shown) == sorted(expected)


@needs("emacs")
def test_flymake_omits_findings_in_the_baseline(
    wire: Path, environment: dict[str, str], write: Write, newslint: Run
) -> None:
    write("wire/.newslint.toml", "")
    newslint("b c", "--write-baseline", cwd=wire)
    (line,) = emacs("(setq narrow nil)" + FLYMAKE, wire, environment, "b c/a b.txt", "marked.txt").splitlines()
    assert json.loads(line)[0] == "marked.txt"


@needs("emacs")
def test_flymake_shows_errors(wire: Path, environment: dict[str, str]) -> None:
    options = '(setq narrow nil flymake-newslint-arguments \'("--select" "nope"))'
    (line,) = emacs(options + FLYMAKE, wire, environment, "b c/a b.txt").splitlines()
    assert json.loads(line)[1:3] == [1, len(WIDE)]
    assert "nope" in json.loads(line)[4]


# Checks a long text, and changes it while the command still reads it: `change` says how.
TYPING = """
(require 'flymake-newslint)
(defun wait (done) (let ((end (+ (float-time) 60)))
  (while (and (< (float-time) end) (not (funcall done))) (accept-process-output nil 0.05))))
(with-current-buffer (find-file-noselect "long.txt")
  (setq-local flymake-diagnostic-functions nil)
  (flymake-newslint-setup)
  (let ((buffer (current-buffer)))
    (run-at-time 0 nil (lambda () (with-current-buffer buffer
      (when change
        (erase-buffer)
        (insert "A source said the bridge was unsafe.\n"))
      (setq changed t)
      (when again (flymake-start)))))
    (flymake-start)
    (wait (lambda () changed))
    (wait (lambda () (not (process-live-p flymake-newslint--process))))
    (unless again (flymake-start))
    (wait #'flymake-diagnostics)
    (dolist (found (flymake-diagnostics))
      (princ (format "%s-%s %s" (flymake-diagnostic-beg found) (flymake-diagnostic-end found)
                     (flymake-diagnostic-text found))))))
"""


@needs("emacs")
@pytest.mark.parametrize(
    ("change", "again", "start"),
    [("t", "t", 1), ("t", "nil", 1), ("nil", "t", 268_001)],
    ids=["changed and checked while it is sent", "changed, and checked later", "checked twice"],
)
def test_flymake_copes_with_typing_into_a_long_text(
    change: str, again: str, start: int, wire: Path, environment: dict[str, str]
) -> None:
    text = "The road will stay closed for a week, the council said on Monday.\n\n"
    (wire / "long.txt").write_text(text * 4000 + "A source said the bridge was unsafe.\n")
    script = wire.parent / "script.el"
    script.write_text(f"(setq change {change} again {again} changed nil)" + TYPING)
    command = ["emacs", "--batch", "-Q", "-L", EDITORS / "emacs", "-l", script]
    done = subprocess.run(command, cwd=wire, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    assert "rror" not in done.stderr
    assert done.stdout.startswith(f'{start}-{start + 8} "A source" could be anyone')


@needs("emacs")
def test_the_emacs_library_compiles_without_warnings(wire: Path, environment: dict[str, str]) -> None:
    shutil.copy(EDITORS / "emacs" / "flymake-newslint.el", wire)
    output = emacs(
        "(setq byte-compile-error-on-warn t)(princ (if (byte-compile-file \"flymake-newslint.el\") 'clean 'warned))",
        wire,
        environment,
    )
    assert output == "clean"


@needs("emacs")
def test_next_error_of_emacs_goes_to_the_words(wire: Path, environment: dict[str, str]) -> None:
    page = (ROOT / "docs" / "editors-without-server.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"```text\n(newslint .*)\n```", page)
    (wire / "r.jsonl").unlink()
    program = f"""
    (require 'compile)
    (let* ((buffer (compilation-start {json.dumps(command)})) (process (get-buffer-process buffer)))
      (while (process-live-p process) (accept-process-output process 0.1))
      (accept-process-output nil 0.2)
      (setq next-error-last-buffer buffer)
      (dotimes (_ 2)
        (next-error)
        (with-current-buffer (window-buffer)
          (princ (format "%s:%s\\n" (buffer-name) (buffer-substring (point) (+ 8 (point))))))))
    """
    assert emacs(program, wire, environment).splitlines() == ["a b.txt:A source", "marked.txt:A source"]


def test_the_task_in_the_documentation_has_the_problem_matcher() -> None:
    page = (ROOT / "docs" / "editors-without-server.md").read_text(encoding="utf-8")
    (task,) = json.loads(re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0])["tasks"]
    assert [task["problemMatcher"]] == json.loads(MATCHER.read_text(encoding="utf-8"))["problemMatcher"]


@needs("node")
def test_the_problem_matcher_reads_every_line(tmp_path: Path, wire: Path, newslint: Run) -> None:
    shutil.copytree(ROOT / "seeds", wire / "seeds")
    # Undated articles would share one line of text.
    lines = newslint("--color", "never", "--column-unit", "utf16", "--ignore", "dates", cwd=wire).stdout
    script = tmp_path / "match.js"
    script.write_text(
        "const [matcher, lines] = process.argv.slice(2)\n"
        "const {regexp, file, line, column, severity, message, code} = require(matcher).problemMatcher[0].pattern[0]\n"
        "for (const text of lines.trimEnd().split('\\n')) {\n"
        "  const found = new RegExp(regexp).exec(text)\n"
        "  console.log(JSON.stringify([file, line, column, severity, message, code].map(group => found[group])))\n"
        "}\n"
    )
    done = subprocess.run(["node", script, MATCHER, lines], capture_output=True, check=True, encoding="utf-8")
    expected = []
    for found in findings(newslint, wire):
        if found["rule"].startswith("dates/"):
            continue
        line: str = str(found["start"]["line"])
        column: str | None = str(found["start"]["column"])
        if found["record"] is not None:  # no column: the column in a record's article is not that in the file
            line, column = str(found["record"]), None
        elif found["path"].endswith(("a b.txt", "marked.txt")):
            column = "6"  # the emoji counts twice
        expected.append([found["path"], line, column, found["severity"], found["message"], found["rule"]])
    assert list(map(json.loads, done.stdout.splitlines())) == expected
