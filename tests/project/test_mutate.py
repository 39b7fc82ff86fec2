"""tools/mutate.py: whether the examples notice a changed condition."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from mutants import mutants


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("x = a < b", ["a < b -> a >= b"]),
        ("x = a and b", ["a and b -> b", "a and b -> a"]),
        ("x = not a", ["not a -> a"]),
        ("if a: pass", ["if a -> if not a"]),
        ("x = [a for a in b if c(a)]", ["if c(a) -> if not c(a)"]),
        ("MAX_CHARS = 40", ["MAX_CHARS = 40 -> MAX_CHARS = 40000", "40 -> 0"]),
        ("f(40)", ["40 -> 0"]),
        ("x: int = 1", []),
        ("P = Pattern('a', matches=(40,))", []),
        ("def trace(): return a < b", []),
    ],
)
def test_each_condition_and_constant_is_changed(source: str, changes: list[str]) -> None:
    assert [mutant.change.partition(": ")[2] for mutant in mutants(source)] == changes


def mutate(module: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "tools" / "mutate.py", module, "--jobs", "1"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_condition_with_an_example_is_noticed() -> None:
    done = mutate(ROOT / "plugins/newslint_language/not_english.py")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("0 of 2 changes survived (0.0%)")


def test_a_list_that_is_out_of_date_is_an_error() -> None:
    """Each entry of the list of equivalent mutants is a mutant."""
    file = ROOT / "tools" / "equivalent_mutants.txt"
    listed = {line for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] not in "# "}
    modules = {key.partition(": ")[0] for key in listed}
    known = {
        f"{module}: {mutant.change}"
        for module in modules
        for mutant in mutants((ROOT / module).read_text(encoding="utf-8"))
    }
    assert listed <= known
