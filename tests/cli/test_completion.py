"""What a shell gets that completes a command line, and the manual page."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from newslint.cli.option_help import OPTION_HELP
from newslint.cli.options import option_name
from support import ROOT, Run, Write


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("newslint --form", ["--format"]),
        ("newslint --format js", ["json", "jsonl"]),
        ("newslint --select language", ["language", "language/not-english"]),
        ("newslint --select numbers,sources/ba", ["numbers,sources/bare-source"]),
        ("newslint --explain dates/today", ["dates/today-words"]),
        ("newslint --color n", ["never"]),
    ],
)
def test_a_shell_completes_a_command_line(newslint: Run, write: Write, line: str, words: list[str]) -> None:
    write("a.txt", "A source said it.\n")  # is not linted
    env = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), "_NEWSLINT_COMPLETE": "complete_bash"}
    assert newslint(**env).stdout.split() == words


def test_the_completion_is_shown_for_a_shell(newslint: Run) -> None:
    done = newslint("--show-completion", "bash")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("-F _newslint_completion newslint")


def test_the_completion_is_installed_for_a_shell(newslint: Run, tmp_path: Path) -> None:
    done = newslint("--install-completion", "bash", HOME=str(tmp_path), SHELL="/bin/bash")
    assert (done.returncode, "bash completion installed in" in done.stdout) == (0, True)
    (script,) = tmp_path.rglob("newslint.sh")
    assert "complete -o default -F _newslint_completion newslint" in script.read_text()
    assert str(script) in (tmp_path / ".bashrc").read_text()


COMPLETE = """
source /dev/stdin
COMP_WORDS=($LINE); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
call=$(complete -p "${COMP_WORDS[0]}"); call=${call##*-F }
${call%% *} 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("program", "line", "words"),
    [
        ("corpus", "newslint-corpus --max-q", ["--max-quarantined"]),
        ("corpus", "newslint-corpus wi", ["wire"]),
        ("corpus", "newslint-corpus --preset real", ["realnews"]),
        ("warc", "newslint-extract --print-c", ["--print-completion"]),
        ("warc", "newslint-extract wire/a", ["wire/a.warc.gz"]),
        ("lsp", "newslint-ls --st", ["--stdio"]),
        ("mcp", "newslint-mcp --ro", ["--root"]),
        ("mcp", "newslint-mcp --root w", ["wire"]),
    ],
)
def test_the_other_commands_print_their_completion(
    tmp_path: Path, write: Write, program: str, line: str, words: list[str]
) -> None:
    pytest.importorskip("shtab")
    write("wire/a.warc.gz", "")
    command = [sys.executable, "-m", f"newslint.{program}.main", "--print-completion", "bash"]
    script = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    done = subprocess.run(
        ["bash", "-c", COMPLETE],
        input=script,
        env={**os.environ, "LINE": line},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (words, "")


@pytest.mark.parametrize("program", ["lsp", "mcp"])
def test_without_what_writes_completions_the_command_says_what_to_install(program: str) -> None:
    code = f"import sys; sys.modules['shtab'] = None; from newslint.{program}.main import main; main()"
    command = [sys.executable, "-c", code, "--print-completion", "zsh"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f": error: shtab is not installed; run `pip install 'newslint[{program}]'`\n")


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_man_page", ROOT / "tools" / "write_man_page.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manual_page_is_fresh_and_has_every_option() -> None:
    text = (ROOT / "docs" / "newslint.1").read_text(encoding="utf-8")
    assert text == tool().page(), "run `python tools/write_man_page.py`"
    assert [name for name in map(option_name, OPTION_HELP) if name.replace("-", "\\-") not in text] == []


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_the_manual_page_has_no_mistake() -> None:
    command = ["groff", "-man", "-Tutf8", "-ww", "-z", ROOT / "docs" / "newslint.1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
