"""Worker processes have the rules of the process that started them, or the run says that it is incomplete."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from sample_plugin import JARGON, LOCAL
from support import FAULTY, Run, Write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a plugin tells its process by `os.fork` there")

FIRST = "import multiprocessing, os\nIN_WORKER = multiprocessing.parent_process() is not None\n"
# What happens to a plugin's file after the run has read it.
CHANGES = {
    "saved with an error": "open(__file__, 'w').write('def (')",
    "saved without its rules": "open(__file__, 'w').write('def newslint_rules(): return []')",
    "deleted": "IN_WORKER or os.unlink(__file__)",
}
# What a plugin does in a worker process alone.
DIFFERENCES = {
    "raises": "if IN_WORKER: raise OSError('no licence')",
    "exits": "if IN_WORKER: raise SystemExit(0)",
    "raises what is no Exception": "if IN_WORKER: raise type('Stop', (BaseException,), {})()",
    "has no rules": "if IN_WORKER: newslint_rules = list",
}


@pytest.fixture
def run(newslint: Run, write: Write) -> Run:
    """Run the command on four articles with one finding each of a local plugin."""
    for name in "abcd":
        write(f"{name}.txt", JARGON)
    write(
        ".newslint.toml", 'local-plugins = ["acme.py"]\nselect = ["acme"]\n[rules."acme/jargon"]\nseverity = "error"\n'
    )
    return partial(newslint, ".", NEWSLINT_TRUST_LOCAL="1")


@pytest.mark.parametrize("change", CHANGES)
def test_a_plugin_that_changes_after_the_start_runs_as_it_was(run: Run, write: Write, change: str) -> None:
    plugin = f"{FIRST}{LOCAL}\n{CHANGES[change]}\n"
    write("acme.py", plugin)
    serial = run("-j", "1")
    assert serial.stdout.count("[acme/jargon]") == 4
    write("acme.py", plugin)
    parallel = run("-j", "2")
    assert (parallel.returncode, parallel.stdout, parallel.stderr) == (1, serial.stdout, serial.stderr)


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_a_worker_that_builds_other_rules_is_reported_and_its_files_linted(
    run: Run, write: Write, tmp_path: Path, difference: str
) -> None:
    write("acme.py", f"{FIRST}{LOCAL}\n{DIFFERENCES[difference]}\n")
    run("-j", "1", "--write-baseline")
    baseline = tmp_path / ".newslint-baseline.jsonl"
    before = baseline.read_bytes()
    assert before.count(b"\n") == 4
    refused = run("-j", "2", "--write-baseline")
    assert (refused.returncode, baseline.read_bytes()) == (2, before)
    baseline.unlink()
    done = run("-j", "2")
    assert done.returncode == 2
    assert done.stdout.count("[acme/jargon]") == 4
    assert done.stderr.count("newslint: error: newslint: a worker process cannot build the same rules") == 1
    assert "Traceback" not in done.stderr


WORDS = f"""{FIRST}{LOCAL}
words = open("words.text").read().split()
Jargon.lexicon = lambda self: {{"acme.jargon": words}}
"""


def test_a_plugin_whose_file_of_words_changes_after_the_start_is_reported(run: Run, write: Write) -> None:
    write("words.text", "nib")
    write("acme.py", f"{WORDS}\nIN_WORKER or open('words.text', 'w').write('other')\n")
    done = run("-j", "2")
    assert done.returncode == 2
    assert done.stdout.count("[acme/jargon]") == 4
    assert "cannot build the same rules (a plugin has changed since the start); run again" in done.stderr


@pytest.mark.parametrize("option", ["--fix", "--diff", "--statistics"])
@pytest.mark.parametrize("difference", DIFFERENCES)
def test_an_incomplete_run_says_so_whatever_it_writes(run: Run, write: Write, option: str, difference: str) -> None:
    body = "The council of the town voted on Friday to keep the old mill, after a debate that went on until midnight.\n"
    tag = write("e.txt", body + "{{ title }}\n" + body)
    write("acme.py", f"{FIRST}{LOCAL}\n{DIFFERENCES[difference]}\n")
    done = run("-j", "2", option, "--select", "acme,boilerplate/template-tag", "--exit-zero")
    assert done.returncode == 2
    assert done.stderr.count("newslint: error: newslint: a worker process cannot build the same rules") == 1
    assert tag.read_text() == body + ("" if option == "--fix" else "{{ title }}\n") + body


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_the_library_reports_processes_with_other_rules(
    run: Run, write: Write, tmp_path: Path, difference: str
) -> None:
    write("acme.py", f"{FIRST}{LOCAL}\n{DIFFERENCES[difference]}\n")
    program = (
        "import newslint\n"
        "if __name__ == '__main__':\n"
        "    reports = newslint.Linter('.newslint.toml').lint_many([open('a.txt').read()] * 4, jobs=2)\n"
        "    for report in reports: print(len(report), [failure.source for failure in report.failures])\n"
    )
    write("program.py", program)
    environment = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1"}
    done = subprocess.run(
        [sys.executable, "program.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "1 ['newslint']\n" + "1 []\n" * 3, done.stderr


def test_a_worker_that_ends_while_it_loads_a_plugin_is_reported(run: Run, write: Write) -> None:
    write("acme.py", f"{FIRST}{LOCAL}\nif IN_WORKER: os._exit(0)\n")
    done = run("-j", "2")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("was not linted: its process ended") == 4


@pytest.mark.parametrize("name", ["acme_rules/__init__.py", "acme_rules/words.py", "acme_rules/deep/more.py"])
def test_an_installed_plugin_whose_file_changes_after_the_start_is_reported(
    newslint: Run, write: Write, tmp_path: Path, name: str
) -> None:
    for letter in "abcd":
        write(f"{letter}.txt", JARGON + FAULTY)
    write("site/acme-1.dist-info/entry_points.txt", "[newslint]\nacme = acme_rules\n")
    write("site/acme-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme-rules\nVersion: 1\n")
    write("site/acme_rules/words.py", "")
    write("site/acme_rules/deep/more.py", "")
    write("site/acme_rules/__init__.py", "import acme_rules.words, acme_rules.deep.more\n" + LOCAL)
    file = tmp_path / "site" / name
    # The second plugin is loaded after the first, and saves it.
    write(
        "late.py",
        LOCAL.replace("acme", "late").replace('".wire"', '".late"') + f"\nopen({str(file)!r}, 'a').write('\\n')\n",
    )
    write(".newslint.toml", 'plugins = ["acme"]\nlocal-plugins = ["late.py"]\n')
    done = newslint(".", "-j", "2", "--select", "acme", PYTHONPATH="site", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert done.stdout.count("[acme/jargon]") == 4
    assert "cannot build the same rules (a plugin has changed since the start); run again" in done.stderr
