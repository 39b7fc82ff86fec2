"""`newslint-corpus` when processes crash, hang, are killed or start again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")


from corpora import (
    ARTICLES,
    read_counts,
    read_findings,
    read_quarantine,
    read_units,
    wait_for_end,
    wait_for_processes,
    write_parquet,
)
from sample_plugin import LOCAL
from support import FAULTY, Run, Write

COMMAND = [sys.executable, "-m", "newslint.corpus.main"]


@pytest.mark.slow
@pytest.mark.usefixtures("obeying")
def test_an_article_that_crashes_its_process_is_quarantined_alone(corpus: Run, tmp_path: Path) -> None:
    articles = {f"{number}": "please die" if number in (3, 11) else f"{FAULTY}{number}\n" for number in range(20)}
    write_parquet(tmp_path / "a.parquet", articles, rows=5)
    done = corpus("a.parquet", "--out", "found", "--id-column", "name", "-j", "2", "--max-quarantined", "2")
    assert done.returncode == 0, done.stderr
    assert read_counts(tmp_path / "found") == (20, 18, 2)
    rows = read_quarantine(tmp_path / "found")
    assert {number: row["reason"] for (_, number), row in rows.items()} == dict.fromkeys((4, 12), "crashed-process")
    seen = Counter(json.loads(line)["path"] for line in read_findings(tmp_path / "found") if "obey/order" in line)
    assert seen == dict.fromkeys(articles.keys() - {"3", "11"}, 1)


@pytest.mark.slow
@pytest.mark.usefixtures("obeying")
def test_an_article_over_the_time_limit_is_quarantined(corpus: Run, tmp_path: Path) -> None:
    articles = {"a": FAULTY, "b": "please loop", "c": FAULTY, "d": "please hang", "e": FAULTY}
    write_parquet(tmp_path / "a.parquet", articles)
    done = corpus("a.parquet", "--out", "found", "--timeout-per-article", "0.3", "--max-quarantined", "2")
    assert done.returncode == 0, done.stderr
    reasons = {number: row["reason"] for (_, number), row in read_quarantine(tmp_path / "found").items()}
    # The second article never returns to Python, so its process is killed.
    assert reasons == {2: "timeout", 4: "crashed-process"}
    assert read_counts(tmp_path / "found") == (5, 3, 2)


@pytest.fixture
def waiting_run(obeying: None, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Yield a run that waits in its second unit, and the id of the process that waits."""
    del obeying
    for number in range(6):
        text = f"please wait in {tmp_path}\n" if number == 2 else f"{FAULTY}{number}\n"
        articles = {f"{number}-{row}": text + str(row) for row in range(3)}
        write_parquet(tmp_path / f"{number}.parquet", articles, is_large=True)
    command = [*COMMAND, "*.parquet", "--out", "found", "--id-column", "name", "-j", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as run:
        yield run, wait_for_processes(tmp_path, 1)[0]
        run.kill()


@pytest.mark.slow
def test_ctrl_c_while_a_worker_starts_is_handled_by_the_main_process(corpus: Run, write: Write, tmp_path: Path) -> None:
    begins = "if '--multiprocessing-fork' in sys.orig_argv:\n    os.kill(os.getpid(), signal.SIGINT)\n"
    path = write("site/sitecustomize.py", f"import os, signal, sys\n{begins}").parent
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    before = os.environ.get("PYTHONPATH", "")
    done = corpus("a.parquet", "--isolated", "--out", "found", PYTHONPATH=f"{path}{os.pathsep}{before}")
    assert (done.returncode, done.stderr) == (0, "")


def all_there(folder: Path) -> None:
    """Check that every article is in the results once."""
    assert read_counts(folder) == (18, 18, 0)
    seen = Counter(json.loads(line)["path"] for line in read_findings(folder) if "obey/order" in line)
    assert seen == {f"{number}-{row}": 1 for number in range(6) for row in range(3)}


@pytest.mark.slow
def test_a_killed_worker_is_replaced(waiting_run: tuple[subprocess.Popen[str], int], tmp_path: Path) -> None:
    run, worker = waiting_run
    assert worker != run.pid
    (tmp_path / "go").touch()
    os.kill(worker, signal.SIGKILL)
    assert run.wait(60) == 0, run.stderr and run.stderr.read()
    all_there(tmp_path / "found")


@pytest.mark.slow
def test_a_killed_run_is_resumed(waiting_run: tuple[subprocess.Popen[str], int], corpus: Run, tmp_path: Path) -> None:
    run, worker = waiting_run
    run.kill()
    run.wait()
    wait_for_end(worker)  # otherwise it could finish its unit
    done_before = read_units(tmp_path / "found")
    assert len(done_before) == 2
    (tmp_path / "go").touch()
    again = corpus("*.parquet", "--out", "found", "--id-column", "name")
    assert again.returncode == 0 and "2 of 6 units done before" in again.stderr, again.stderr
    all_there(tmp_path / "found")
    assert read_units(tmp_path / "found").items() >= done_before.items()
    # Other rules invalidate the finished units.
    with_other_rules = corpus("*.parquet", "--out", "found", "--id-column", "name", "--select", "obey")
    assert "done before" not in with_other_rules.stderr
    assert len(read_findings(tmp_path / "found")) == 18
    # Another corpus cannot be written to the same folder.
    other_corpus = corpus("0.parquet", "--out", "found", "--id-column", "name")
    assert other_corpus.returncode == 2 and "results of other files (5 units" in other_corpus.stderr


PRINTS = """
import os, sys
from newslint.api import Rule

class Prints(Rule):
    \"""Finds nothing.\"""

    name = "acme/prints"

    def check(self, article):
        print("noise")
        return ()

def newslint_rules():
    return [Prints]

{}
"""


@pytest.mark.parametrize("code", ["os._exit(0)", "raise SystemExit(0)", "raise type('Stop', (BaseException,), {})()"])
def test_a_plugin_that_ends_the_start_of_a_job_is_reported(corpus: Run, write: Write, code: str) -> None:
    write("a.jsonl", json.dumps({"text": FAULTY}) + "\n")
    write("acme.py", PRINTS.format(code))
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    done = corpus("a.jsonl", "--out", "out", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert 'plugin "acme.py"' in done.stderr


def test_what_a_plugin_prints_is_not_in_the_summary(corpus: Run, write: Write) -> None:
    write("a.jsonl", json.dumps({"text": FAULTY}) + "\n")
    write("acme.py", PRINTS.format("print('noise')"))
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    done = corpus("a.jsonl", "--out", "out", "-j", "1", NEWSLINT_TRUST_LOCAL="1")
    assert (done.returncode, done.stdout.count("noise")) == (0, 0)
    assert done.stderr.count("noise") >= 2


@pytest.mark.parametrize(
    "difference",
    [
        "if IN_WORKER: raise OSError('no licence')",
        "if IN_WORKER: newslint_rules = list",
        "Jargon.lexicon = lambda self: {'acme.jargon': ['other' if IN_WORKER else 'nib']}",
    ],
)
def test_a_process_with_other_rules_lints_nothing(corpus: Run, write: Write, tmp_path: Path, difference: str) -> None:
    first = "import multiprocessing\nIN_WORKER = multiprocessing.parent_process() is not None\n"
    write("acme.py", f"{first}{LOCAL}\n{difference}\n")
    write(".newslint.toml", 'local-plugins = ["acme.py"]\nselect = ["acme"]\n')
    write("a.jsonl", '{"text": "The nib is late."}\n')
    options = ("a.jsonl", "--out", "out", "--config", ".newslint.toml")
    done = corpus(*options, NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert "a.jsonl: unit a-" in done.stderr and " failed 3 times: " in done.stderr
    assert [*(tmp_path / "out/_units").iterdir()] == []
    write("acme.py", LOCAL)
    done = corpus(*options, NEWSLINT_TRUST_LOCAL="1")
    assert (done.returncode, read_counts(tmp_path / "out")) == (0, (1, 1, 0)), done.stderr
