"""The small parser of command lines: what it accepts, typer reads in the same way, and typer reports every error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.cli import parser
from newslint.cli.command_line import parse
from newslint.cli.option_help import OPTION_HELP
from newslint.cli.options import SHORT_OPTIONS, RunOptions, option_name
from support import FAULTY, Run, Write

VALUES = {
    "select": "sources, numbers/articles-disagree,",
    "column_unit": "utf16",
    "color": "never",
    "fail_on": "error",
    "jobs": "4",
}
FLAGS = [field for field, kind in RunOptions.__annotations__.items() if kind is bool]
VALUED = [field for field in OPTION_HELP if field not in FLAGS]
NAMES = {field: [option_name(field)] for field in OPTION_HELP}
for short, named in SHORT_OPTIONS.items():
    NAMES[named].append(short)


def all_values(options: RunOptions) -> dict[str, Any]:
    return {field: getattr(options, field) for field in RunOptions.__annotations__}


def read_by_typer(arguments: list[str]) -> dict[str, Any] | None:
    """Return the values of all options as typer reads them, or None if it reports an error or prints something."""
    got: list[RunOptions] = []

    def note(options: RunOptions) -> int:
        got.append(options)
        return 0

    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(parser, "execute", note)
        parser.app(arguments, prog_name="newslint")
    return all_values(got[0]) if got else None


def assert_same(arguments: list[str]) -> None:
    options = parse(arguments)
    assert options is not None, arguments
    assert all_values(options) == read_by_typer(arguments)


@pytest.mark.parametrize("field", FLAGS)
def test_flags_are_read_as_typer_reads_them(field: str) -> None:
    for name in NAMES[field]:
        assert_same([name, "a.txt"])
        assert_same(["a.txt", name, "-", name])


@pytest.mark.parametrize("field", VALUED)
def test_values_are_read_as_typer_reads_them(field: str) -> None:
    value = VALUES.get(field, "text")
    for name in NAMES[field]:
        joined = f"{name}={value}" if name.startswith("--") else f"{name}{value}"
        for arguments in ([name, value, "a"], ["a", joined], [joined, name, value]):
            assert_same(arguments)


@pytest.mark.parametrize("line", ["", "-", "a b", "-- -q", "-q -- a -- b", "--config= a", "--output=a=b a"])
def test_paths_and_empty_values_are_read_as_typer_reads_them(line: str) -> None:
    assert_same(line.split())


NAMED = " ".join(name for names in NAMES.values() for name in names)
OTHERS = """
    --help -h --version --no-such -x - -- a.txt text json sources, 0 4 -1 1.5 ٣ 1_0 never error Never utf16 -j4 -j=4
    -ofile -qj2 -j2q -qq --jobs=4 --jobs= --preview=1 --sel --= --q
"""
WORDS = st.sampled_from(["", *NAMED.split(), *OTHERS.split()])


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=6))
def test_an_accepted_command_line_means_the_same_to_typer(arguments: list[str]) -> None:
    options = parse(arguments)
    if options is not None:
        assert all_values(options) == read_by_typer(arguments)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--frmat", "json"], "there is no option --frmat"),
        (["-x"], "there is no option -x"),
        (["--preview=yes", "a.txt"], "--preview"),
        (["a.txt", "-j"], "-j"),
        (["-j", "-1"], "--jobs"),
        (["--jobs", "two"], "--jobs"),
        (["--jobs", "9" * 5000], "--jobs"),
        (["--color", "Never"], "--color"),
    ],
)
def test_an_invalid_command_line_is_reported(newslint: Run, write: Write, arguments: list[str], named: str) -> None:
    write("a.txt", FAULTY)
    done = newslint(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("newslint: error: ") and named in done.stderr
    assert done.stderr.endswith("(`newslint --help` lists the options)\n")
