"""Runs that are killed while they write: the next ones finish the same results, and nothing incomplete stays."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from support import FAULTY, Run, Write

COMMAND = [sys.executable, "-m", "newslint.corpus.main", "in", "-j", "1", "-q", "--clean", "--spans"]
COMMAND += ["--report", "report.html", "--max-quarantined", "50%"]
# Where the command has written a file but has not yet given it its name, it is killed, with all its processes.
KILLS = """
import os, signal
replace = os.replace

def kill_or_replace(source, target):
    if os.environ["KILL_AT"] in str(target):
        os.killpg(0, signal.SIGKILL)
    replace(source, target)

os.replace = kill_or_replace
"""
# In the order in which the files are written.
MOMENTS = ("/diagnostics/", "/_units/a-", "/_compare/done", "/attributes/", "/tables/", "/_clean/", "/summary.json")


def results(folder: Path) -> dict[str, str]:
    """Return what a folder holds: of manifests the counts, which are in no order, and not how long the run took."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix == ".json":
            content = json.loads(path.read_text())
            left_out = ("seconds", "processor_seconds", "state")  # `state` depends on the name of the folder
            found[str(path.relative_to(folder))] = json.dumps(
                {key: value for key, value in content.items() if key not in left_out}, sort_keys=True
            )
        elif path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes().hex()
    return found


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no groups of processes here")
def test_runs_that_are_killed_at_every_write_end_with_the_results_of_one_that_is_not(
    corpus: Run, write: Write, tmp_path: Path
) -> None:
    slogan = "Independent reporting from the valley since 1988\n"
    for name in ("a", "b"):
        articles = [{"id": f"{name}{n}", "text": f"{FAULTY}{{{{ x }}}}\n{slogan}{n}\n"} for n in range(20)]
        write(f"in/{name}.jsonl", "".join(json.dumps(one) + "\n" for one in articles) + "broken\n")
    assert subprocess.run([*COMMAND, "--out", "whole"], cwd=tmp_path, check=False).returncode == 0
    expected, report = results(tmp_path / "whole"), (tmp_path / "report.html").read_bytes()
    site = write("site/sitecustomize.py", KILLS).parent
    for moment in MOMENTS:
        env = {**os.environ, "KILL_AT": moment, "PYTHONPATH": str(site)}
        killed = subprocess.run(
            [*COMMAND, "--out", "out"],
            cwd=tmp_path,
            env=env,
            check=False,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )
        assert killed.returncode == -signal.SIGKILL, moment
    assert (
        subprocess.run([*COMMAND, "--out", "out"], cwd=tmp_path, check=False, stderr=subprocess.DEVNULL).returncode == 0
    )
    assert results(tmp_path / "out") == expected
    assert (tmp_path / "report.html").read_bytes() == report
