"""Modules that lie in the working directory never run, whatever they are called and however processes start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from functools import cache
from pathlib import Path

import pytest

from support import FAULTY, Write

# Modules that newslint, its libraries and Python's own processes import, and all of the standard library's, apart from
# those that Python itself imports before it looks for the module to run.
LIBRARIES = """
    newslint_dates newslint_sources newslint_boilerplate regex typer pluggy yaml markdown_it platformdirs pyarrow duckdb
    fsspec zstandard fastwarc resiliparse sitecustomize usercustomize typing_extensions ahocorasick_rs brotli tomli
    click rich numpy pandas pygls lsprotocol cattrs attrs attr mcp anyio pydantic
""".split()
FIRST = "import sys; sys.stdout.write(' '.join(sys.modules))"


@cache
def hostile() -> list[str]:
    done = subprocess.run([sys.executable, "-c", f"import runpy; {FIRST}"], capture_output=True, text=True, timeout=60)
    return sorted({*sys.stdlib_module_names, *LIBRARIES}.difference(done.stdout.split()))


SPAWN = """
import multiprocessing, sys
from newslint.cli.main import main

if __name__ == "__main__":
    multiprocessing.set_start_method("{method}")
    sys.argv = ["newslint", ".", "-j", "2", "--fail-on", "never"]
    main()
"""


def script(name: str) -> list[str]:
    path = Path(sysconfig.get_path("scripts"), name)
    if not path.exists():
        pytest.skip("newslint is not installed as a command")
    return [str(path)]


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    """Return a folder with articles, and with modules that tell when they run."""
    for name in hostile():
        write(f"work/{name}.py", f"open('ran', 'a').write('{name} ')\nraise SystemExit('{name} ran')\n")
    for name in "abcd":
        write(f"work/{name}.txt", FAULTY)
    write("work/a.jsonl", (json.dumps({"text": FAULTY}) + "\n") * 20)
    write("work/a.warc", "")
    return tmp_path / "work"


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120, input="")
    ran = (folder / "ran").read_text() if (folder / "ran").exists() else ""
    assert not ran, f"{ran}: {done.stderr}"
    return done


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_python_m_newslint_runs_nothing_of_the_working_directory(folder: Path, jobs: str) -> None:
    done = run([sys.executable, "-m", "newslint", ".", "-j", jobs, "--fail-on", "never"], folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("a.txt:") >= 1


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("newslint", ["--help"]),
        ("newslint", ["--explain", "sources/bare-source"]),
        ("newslint", [".", "--format", "html", "-o", "report.html", "--fail-on", "never"]),
        ("newslint", [".", "--fix", "--fail-on", "never", "--select", "boilerplate"]),
        ("newslint", [".", "--write-baseline"]),
        ("newslint.rule_docs", ["docs"]),
        ("newslint.lsp.main", ["--help"]),
        ("newslint.mcp.main", ["--help"]),
        ("newslint.corpus.main", ["--help"]),
        ("newslint.warc.main", ["--help"]),
    ],
)
@pytest.mark.parametrize("options", [["-m"], ["-B", "-m"], ["-Bm"]])
def test_no_module_of_newslint_runs_anything_of_the_working_directory(
    folder: Path, options: list[str], module: str, arguments: list[str]
) -> None:
    joined = options == ["-Bm"]
    command = [f"-Bm{module}"] if joined else [*options, module]
    done = run([sys.executable, *command, *arguments], folder)
    assert done.returncode == 0, done.stderr


def test_another_program_that_uses_newslint_keeps_its_path(write: Write, tmp_path: Path) -> None:
    write("house/__init__.py", "import newslint")
    write("house/__main__.py", "import helper, sys\nsys.stdout.write(helper.__file__)")
    write("helper.py", "")
    for options in (["-m", "house"], ["-mhouse"], ["-m", "house", "-m", "newslint"]):
        done = run([sys.executable, *options], tmp_path)
        assert done.stdout == str(tmp_path / "helper.py"), done.stderr


@pytest.mark.parametrize("server", ["newslint.lsp.main", "newslint.mcp.main"])
def test_servers_run_nothing_of_the_working_directory(folder: Path, server: str) -> None:
    pytest.importorskip("pygls" if "lsp" in server else "mcp")
    done = run([sys.executable, "-m", server], folder)
    assert "Traceback" not in done.stderr  # it ends because its input does


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
@pytest.mark.skipif(os.name == "nt", reason="there is one method")
def test_processes_that_are_not_forked_run_nothing_of_the_working_directory(
    folder: Path, write: Write, method: str
) -> None:
    program = write("elsewhere/program.py", SPAWN.format(method=method))
    done = run([sys.executable, str(program)], folder)
    assert done.returncode == 0, done.stderr
    assert "cannot start processes" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("how", ["command", "module"])
@pytest.mark.parametrize(
    ("name", "module", "arguments"),
    [
        ("newslint-corpus", "newslint.corpus.main", ["a.jsonl", "--out", "out", "-j", "2"]),
        ("newslint-extract", "newslint.warc.main", ["a.warc", "--out", "out", "-j", "2", "--max-quarantined", "100%"]),
    ],
)
def test_jobs_run_nothing_of_the_working_directory(
    folder: Path, name: str, module: str, arguments: list[str], how: str
) -> None:
    pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
    command = script(name) if how == "command" else [sys.executable, "-m", module]
    done = run([*command, *arguments], folder)
    assert done.returncode == 0, done.stderr
