"""`--new-plugin`: the package that it writes installs, and passes its own tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT, Run, Write


@pytest.mark.slow
def test_the_package_installs_and_its_tests_pass(newslint: Run, tmp_path: Path, write: Write) -> None:
    done = newslint("--new-plugin", "night-desk")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "newslint: newslint-night-desk is written; its README.md says how to install and test it\n"
    folder = tmp_path / "newslint-night-desk"
    examples = newslint("--test", "newslint-night-desk/newslint_night_desk")
    assert (examples.returncode, examples.stderr) == (0, "newslint: 1 rule tested, 0 problems found\n")
    # pip builds within the folder, so it gets the site folder outside.
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target", site, folder]
    subprocess.run(pip, check=True)
    env = {**os.environ, "PYTHONPATH": str(site), "HOME": str(tmp_path)}
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio"]
    ran = subprocess.run(tests, cwd=folder, env=env, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "3 passed" in ran.stdout
    write("a.txt", "The nib is late.\n")
    write(".newslint.toml", 'plugins = ["night-desk"]\n')
    linted = newslint("a.txt", PYTHONPATH=str(site))
    assert linted.stdout == 'a.txt:1:5: info: "nib" is desk jargon; write it for readers. [night-desk/jargon]\n'
    why = newslint("--why", "night-desk/jargon", "a.txt", PYTHONPATH=str(site))
    assert "is reported" in why.stdout


def test_the_package_is_written_as_this_project_writes_python(newslint: Run, tmp_path: Path) -> None:
    newslint("--new-plugin", "night-desk")
    ruff = Path(sys.executable).with_name("ruff")
    if not ruff.exists():
        pytest.skip("needs ruff")
    for check in (("check", "--ignore", "D,I001"), ("format", "--check")):
        command = [ruff, *check, "--config", ROOT / "pyproject.toml", tmp_path / "newslint-night-desk"]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["", "Desk", "night_desk", "1st", "a--b", "../x", "a/b", "acme-", "x y"])
def test_an_invalid_name_is_an_error(newslint: Run, tmp_path: Path, name: str) -> None:
    done = newslint(f"--new-plugin={name}")
    assert done.returncode == 2
    assert f'"{name}" is not the name of a plugin; use small letters, digits and single hyphens' in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["sources", "pattern", "newslint"])
def test_a_name_that_is_taken_is_an_error(newslint: Run, name: str) -> None:
    done = newslint("--new-plugin", name)
    assert (done.returncode, f'"{name}" is a family of newslint\'s own' in done.stderr) == (2, True)


def test_nothing_is_overwritten(newslint: Run, write: Write, tmp_path: Path) -> None:
    kept = write("newslint-desk/pyproject.toml", "mine")
    done = newslint("--new-plugin", "desk")
    assert (done.returncode, kept.read_text(), len(list(tmp_path.rglob("*")))) == (2, "mine", 2)
    assert "newslint-desk exists; remove it, or choose another name" in done.stderr
