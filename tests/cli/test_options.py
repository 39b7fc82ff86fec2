"""The options of the command: conflicting, incomplete and combined ones, and `--help`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.cli.option_help import OPTION_HELP, PANELS
from newslint.cli.options import RunOptions, option_name
from support import FAULTY, ROOT, Run, Write


@pytest.fixture
def refused(newslint: Run, write: Write) -> Callable[..., str]:
    """Return a function that runs the command, expects it to lint nothing, and returns its error message."""
    write("a.txt", FAULTY)

    def run(*args: str) -> str:
        done = newslint(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("newslint: error: ")
        return done.stderr.removeprefix("newslint: error: ")

    return run


@pytest.mark.parametrize(
    "flags",
    [
        "--isolated --config c.toml",
        "--isolated --trust",
        "--list-rules --explain sources/bare-source",
        "--show-files --trust",
        "--test p.py --show-config",
        "--test p.py --select sources",
        "--explain sources/bare-source --format json",
        "--explain sources/bare-source --output o",
        "--show-config --fix",
        "--show-files --statistics",
        "--diff --write-baseline",
        "--diff --statistics",
        "--diff --format json",
        "--write-baseline --format json",
        "--write-baseline --output o",
        "--write-baseline --statistics",
        "--against a.txt --no-cross",
        "--against a.txt --fix",
        "--watch --output o",
        "--watch --list-rules",
    ],
)
def test_conflicting_options_are_an_error(refused: Callable[..., str], tmp_path: Path, flags: str) -> None:
    first, second = sorted(word for word in flags.split() if word.startswith("--"))
    names, _, rest = refused(*flags.split()).partition(" cannot be combined")
    assert (sorted(names.split(" and ")), rest) == ([first, second], "; remove one of them\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (
            ["--trust", "a.txt"],
            "--trust takes no path: it trusts every local plugin that the configuration names",
        ),
        (["--isolated", "--write-baseline"], "name the file to write with --baseline FILE"),
        (["--stdin-filename", "a.txt"], "--stdin-filename names standard input, which is not read; add - as a path"),
        (["--output", ""], "--output is empty; name a file"),
        (["--config="], "--config is empty; name a file"),
        (["--explain", "sorces"], 'there is no rule "sorces"; did you mean "sources"? (`newslint --list-rules` lists'),
        (["--list-rules", "--format", "sarif"], "--list-rules has the formats text and json"),
        (["--explain"], "Option '--explain' requires an argument (`newslint --help` lists the options)"),
    ],
)
def test_incomplete_options_are_an_error(refused: Callable[..., str], flags: list[str], message: str) -> None:
    assert message in refused(*flags)


def test_options_that_can_be_combined(newslint: Run, write: Write) -> None:
    path = write("a.txt", FAULTY + "Advertisement\n")
    only = ("--isolated", "--select", "sources,boilerplate")
    assert newslint("--fix", "--diff", *only).stdout.startswith("--- a/a.txt\n")
    assert newslint("--fix", "--write-baseline", "--baseline", "b.jsonl", *only).returncode == 0
    assert path.read_text() == FAULTY
    assert (
        newslint("--baseline", "b.jsonl", *only).stderr
        == "newslint: no findings in 1 article; 1 accepted by the baseline\n"
    )
    assert newslint("--fix", "--statistics", *only).stdout.startswith("rule ")


def test_a_run_without_rules_is_reported(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("--select", "sources", "--ignore", "sources")
    assert done.stderr.startswith("newslint: no rules are enabled; check --select, --ignore and the configuration")


def test_help_groups_every_option(newslint: Run) -> None:
    first, *panels = newslint("--help").stdout.split(":\n  ")[1:]
    listed = set()
    for panel in (first, *panels):
        sentence, _, options = panel.partition("\n\n")
        assert sentence.endswith(".")
        rows = [line.strip() for line in options.split("\n") if line.startswith("  -")]
        assert rows and all("  " in row for row in rows)
        listed |= {word.strip(",") for row in rows for word in row.split("  ")[0].split()}
    assert len(panels) > 5
    promised = """
        --select A,B --ignore --preview --format F --output FILE -o --fix --unsafe-fixes --diff --fail-on LEVEL
        --exit-zero --no-cross --baseline --write-baseline --config --isolated --jobs N -j --statistics --explain RULE
        --list-rules --show-config --show-files --test PATH --trust -q --no-progress --color WHEN --debug --version
        --help --stdin-filename NAME --column-unit --date --encoding NAME
    """
    assert set(promised.split()) <= listed


def test_every_option_has_one_row_of_help() -> None:
    assert {"paths", *OPTION_HELP} == set(RunOptions.__annotations__)
    assert {row.panel for row in OPTION_HELP.values()} <= set(PANELS)


def test_every_option_is_in_the_documentation() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert [option_name(field) for field in OPTION_HELP if option_name(field) not in text] == []
