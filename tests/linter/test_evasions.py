"""Plugins and patterns that evade a limit: what they catch, allocate, return or repeat is a failure; the rest runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from support import FAULTY, Run, Write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have not all limits")
PLUGIN = """
import multiprocessing, os, time
from newslint.api import CrossArticleRule, Edit, Fact, Finding, Fix, RelatedLocation, Rule, Span

class Reduced(str):
    def __reduce__(self):
        return os.write, (2, b"unpickled")

class Slow(str):
    def __eq__(self, other):
        multiprocessing.parent_process() or time.sleep(60)
        return str.__eq__(self, other)
    __hash__ = str.__hash__

{head}

class Odd(Rule):
    name = "house/odd"
    def check(self, article):
        if "@" in article.text:
            {work}
        yield Finding(Span(0, 1), "A letter.")

def newslint_rules():
    return [Odd]
"""


@pytest.fixture
def house(newslint: Run, write: Write) -> Run:
    """Run the command over three articles, of which the second is odd, with a plugin that is trusted."""
    for name, text in (("a.txt", FAULTY), ("b.txt", "@" + FAULTY), ("c.txt", FAULTY)):
        write(name, text)
    return partial(newslint, NEWSLINT_TRUST_LOCAL="1")


def configure(write: Write, work: str, limits: str = "", head: str = "") -> None:
    write("house.py", PLUGIN.replace("{work}", work).replace("{head}", head))
    write(".newslint.toml", f'local-plugins = ["house.py"]\nselect = ["house"]\n{limits}\n')


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_rule_that_catches_the_interruption_has_taken_too_long(house: Run, write: Write, jobs: str) -> None:
    caught = "try: time.sleep(0.8)\n            except BaseException: pass"
    configure(write, caught, "timeout = 0.5")
    done = house(".", "-j", jobs)
    assert done.returncode == 2
    assert "error: b.txt: took longer than 0.5 s; raise timeout in the configuration" in done.stderr
    assert {"a.txt", "c.txt"} <= {line.split(":")[0] for line in done.stdout.splitlines()}


def test_findings_without_end_cost_their_article_alone(house: Run, write: Write) -> None:
    configure(write, "yield from iter(lambda: Finding(Span(0, 1), 'One more.'), None)", "timeout = 0.5")
    done = house(".")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]
    assert "error: b.txt: took longer than 0.5 s" in done.stderr


VALUES = {
    "a related message": "yield Finding(Span(0, 1), 'Odd.', None, (RelatedLocation(Span(1, 2), {value}),))",
    "the title of a fix": "yield Finding(Span(0, 1), 'Odd.', Fix({value}, False, (Edit(Span(0, 1), ''),)))",
    "an edit": "yield Finding(Span(0, 1), 'Odd.', Fix('It', False, (Edit(Span(0, 1), {value}),)))",
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("place", VALUES)
@pytest.mark.parametrize("kind", ["Reduced", "Slow"])
def test_strings_of_a_plugin_run_none_of_its_code_in_the_main_process(
    house: Run, write: Write, place: str, kind: str, jobs: str
) -> None:
    configure(write, VALUES[place].format(value=f"{kind}('mine')"))
    done = house(".", "--format", "jsonl", "-j", jobs)
    assert (done.returncode, "unpickled" in done.stderr) == (1, False)
    messages = [json.loads(line)["message"] for line in done.stdout.splitlines()]
    assert messages == ["A letter.", "A letter.", "Odd.", "A letter."]
    assert "mine" in done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_object_within_a_finding_costs_its_file_alone(house: Run, write: Write, jobs: str) -> None:
    configure(write, VALUES["a related message"].format(value="lambda: None"))
    done = house(".", "-j", jobs)
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]
    wanted = "b.txt: was not linted: TypeError: a plugin returned an object of the type function within a finding"
    assert wanted in done.stderr


def test_a_plugin_has_no_more_memory_while_it_is_loaded(house: Run, write: Write) -> None:
    configure(write, "pass", "max-memory = 400", head="kept = bytearray(10 ** 10)")
    done = house(".", "--select", "sources")
    assert done.returncode == 2
    assert 'error: plugin "house.py": MemoryError' in done.stderr
    assert "[sources/bare-source]" in done.stdout


def test_without_other_processes_a_library_that_does_not_return_ends_the_run(
    house: Run, write: Write, tmp_path: Path
) -> None:
    configure(write, "sum(range(10 ** 12))", "timeout = 0.3")
    limited = (
        "import concurrent.futures.process as p\np._system_limits_checked, p._system_limited = True, 'no semaphores'"
    )
    write("sitecustomize.py", limited)
    env = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1", "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", "newslint", "a.txt", "b.txt"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "cannot start processes (no semaphores); linting the remaining files in this one" in done.stderr
    assert "ended the process before the end of the run" in done.stderr


LARGE = {
    "nested repeats": "(?:(?:a{1000}){1000}){1000}",
    "many repeats": "a{9999}" * 100,
    "repeats with an end": "(?:[ab]{700,900}){700,}",
}


@pytest.mark.parametrize("pattern", LARGE)
def test_a_pattern_that_is_large_with_its_repeats_is_invalid(newslint: Run, write: Write, pattern: str) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", f'[[pattern]]\nname = "large"\nmatch = "{LARGE[pattern]}"\nmessage = "Large."\n')
    done = newslint("a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert '[[pattern]] "large": "match" has ' in done.stderr
    assert " items, with all its repeats, and may have 200,000; use smaller numbers in { }" in done.stderr


@pytest.mark.parametrize("pattern", ["(?:ab){2}c{3}", "[{9999999}]", r"\\{9999999}", "e{1,99999}", "(?:ab){e<3}"])
def test_other_patterns_with_braces_are_valid(newslint: Run, write: Write, pattern: str) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", f'[[pattern]]\nname = "small"\nmatch = "{pattern}"\nmessage = "Small."\n')
    assert newslint("a.txt", "--select", "pattern", "--exit-zero").returncode == 0
