"""Plugins that do not end outside of an article: while a corpus loads them, and while its articles are compared."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from corpora import ARTICLES, read_counts, write_parquet
from support import Run, Write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have not all limits")
PLUGIN = """
import ctypes, multiprocessing, time
from newslint.api import CrossArticleRule, Fact, Finding, Span

IS_WORKER = multiprocessing.parent_process() is not None
{head}

class Pair(CrossArticleRule):
    name = "house/pair"
    def collect_facts(self, article):
        yield Fact("key", Span(0, 1), None)
    def compare_facts(self, facts):
        yield Finding(facts[0].location, "One.")
        {compare}

def newslint_rules():
    return [Pair]
"""


@pytest.fixture
def house(corpus: Run, write: Write, tmp_path: Path) -> Run:
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    write(".newslint.toml", 'local-plugins = ["house.py"]\nselect = ["house"]\ntimeout = 1\n')

    def run(*, head: str = "", compare: str = "") -> object:
        write("house.py", PLUGIN.format(head=head, compare=compare))
        return corpus("a.parquet", "--out", "found", "-j", "1", NEWSLINT_TRUST_LOCAL="1")

    return run


def test_comparing_that_never_ends_is_a_failure_of_the_rule(house: Run, tmp_path: Path) -> None:
    done = house(compare="while True: pass")
    assert done.returncode == 2
    assert "house/pair" in done.stderr and "took longer than 1 s" in done.stderr
    assert read_counts(tmp_path / "found")[1:] == (len(ARTICLES), 0)


def test_a_plugin_that_does_not_load_in_a_worker_is_an_error(house: Run) -> None:
    done = house(head="if IS_WORKER: time.sleep(600)")
    assert done.returncode == 2
    assert "loading the plugins took longer than 1 s" in done.stderr


@pytest.mark.parametrize("head", ["ctypes.CDLL(None).exit(0)", "sum(range(10 ** 12))"])
def test_what_ends_the_command_ends_it_with_status_2(house: Run, head: str) -> None:
    done = house(head=f"if not IS_WORKER: {head}")
    assert done.returncode == 2
    assert 'error: plugin "house.py" ended the process before the end of the run (exit status ' in done.stderr
