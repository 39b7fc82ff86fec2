"""The tutorials, run from the first block to the last in one shell, as a reader would.

A block of the language `sh` is run. A block with a file name (`toml .newslint.toml`) becomes that file. A `text` block
is what the block before it prints; in it, `…` stands for any lines, or for the rest of a line.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from support import ROOT

BLOCK = re.compile(r"^(```+)(\w+)(?: +(\S+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
MARK = "@@ block"
INSTALL = "python3 -m venv .venv && .venv/bin/pip install "  # what the README's command tests
on_unix = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash and programs of Unix")


class Step(NamedTuple):
    """One block to run or to write, and what the tutorial shows of its output."""

    line: int
    script: str
    shown: str | None = None


def steps(page: str) -> Iterator[Step]:
    """Yield the blocks of a tutorial in order."""
    step: Step | None = None
    for match in BLOCK.finditer(page):
        _, language, name, body = match.groups()
        line = page.count("\n", 0, match.start()) + 1
        if language == "text":
            assert step and step.shown is None, f"line {line}: no command before this output"
            step = step._replace(shown=body)
            continue
        if step:
            yield step
        assert name or language == "sh", f"line {line}: a block that is neither run nor written"
        step = Step(line, f"cat >'{name}' <<'END OF FILE'\n{body}END OF FILE\n" if name else body)
    if step:
        yield step


def shows(shown: str, printed: str) -> bool:
    """Return whether an output is the one that a tutorial shows."""
    parts = []
    for line in shown.splitlines():
        if line == "…":
            parts.append(r"(?:.*\n)*")
        elif line.endswith("…"):
            parts.append(re.escape(line[:-1]) + r".*\n")
        else:
            parts.append(re.escape(line) + r"\n")
    return re.fullmatch("".join(parts), printed) is not None


def commands(folder: Path) -> None:
    """Write the commands that an installation has into a folder."""
    folder.mkdir()
    for name in ("newslint", "newslint-corpus"):
        module = "newslint.cli.main" if name == "newslint" else "newslint.corpus.main"
        code = f"import sys; from {module} import main; sys.argv[0] = '{name}'; main()"
        (folder / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n')
    (folder / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    # Without a network, and not into the environment of the tests.
    pip = "-m pip install --quiet --no-deps --no-build-isolation --no-index --target"
    (folder / "pip").write_text(
        f'#!/bin/sh\nfor path; do :; done\nexec "{sys.executable}" {pip} "$SITE" "${{path%%\\[*}}"\n'
    )
    for file in folder.iterdir():
        file.chmod(0o755)


@on_unix
@pytest.mark.slow
@pytest.mark.parametrize("name", ["tutorial-editor", "tutorial-pipeline", "tutorial-rules"])
def test_every_block_of_a_tutorial_works(name: str, tmp_path: Path) -> None:
    if name == "tutorial-pipeline":
        pytest.importorskip("pyarrow")
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    listed = list(steps(page))
    assert sum(step.shown is not None for step in listed) >= 5
    commands(tmp_path / "bin")
    shutil.copytree(ROOT / "seeds", tmp_path / "clone" / "seeds")
    script = []
    for step in listed:
        lines = step.script.splitlines(keepends=True)
        installs = [line for line in lines if line.startswith(INSTALL)]
        assert all(line[len(INSTALL) :].strip() in (".", "'.[corpus]'") for line in installs)
        body = "".join(line for line in lines if line not in installs)
        script.append(f"echo '{MARK} {step.line}'\n{body}")
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEWSLINT_")}
    env |= {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), "SITE": str(tmp_path / "site")}
    env |= {
        "PATH": f"{tmp_path / 'bin'}:{env['PATH']}",
        "PYTHONPATH": str(tmp_path / "site"),
        "PYTEST_ADDOPTS": "-p no:asyncio",
    }
    done = subprocess.run(
        ["bash", "-c", "".join(script)],
        cwd=tmp_path / "clone",
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    outputs = re.split(rf"^{MARK} \d+\n", done.stdout, flags=re.MULTILINE)[1:]
    assert len(outputs) == len(listed)
    for step, printed in zip(listed, outputs, strict=True):
        where = f"docs/{name}.md, line {step.line}"
        assert "error:" not in re.sub(r"^\S+:\d+:\d+: error:", "", printed, flags=re.MULTILINE), f"{where}:\n{printed}"
        assert "not found" not in printed and "Traceback" not in printed, f"{where}:\n{printed}"
        assert step.shown is None or shows(step.shown, printed), f"{where} prints\n{printed}\nand shows\n{step.shown}"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nb\n", False),
        ("a …\n", "a b\n", True),
        ("a …\n", "b\n", False),
    ],
)
def test_an_output_is_compared_line_by_line(shown: str, printed: str, same: bool) -> None:
    assert shows(shown, printed) == same
