"""tools/compare.py: what one version finds more and less than another."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

from support import FAULTY, ROOT


def compare(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "tools" / "compare.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def wrapped(tmp_path: Path, *options: str) -> Path:
    """Return a command that is newslint with other options, as if it were another version."""
    path = tmp_path / f"newslint{len(options)}"
    path.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newslint {" ".join(options)} "$@"\n')
    path.chmod(0o755)
    return path


def test_findings_gained_and_lost_are_counted_by_rule_and_shown_in_context(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    less, more = wrapped(tmp_path, "--ignore", "sources/bare-source"), wrapped(tmp_path)
    done = compare(less, more, tmp_path / "a.txt")
    assert done.returncode == 0, done.stderr
    assert "0 findings before, 1 now: 1 gained, 0 lost." in done.stdout
    assert "| sources/bare-source | 0 | 1 | 0 |" in done.stdout
    assert "## sources/bare-source: gained, 1 of 1" in done.stdout
    assert "for a week. ⏎ **A source** said the bridge" in done.stdout
    assert "1 findings before, 0 now: 0 gained, 1 lost." in compare(more, less, tmp_path / "a.txt").stdout


def test_a_checkout_is_run_from_its_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    done = compare(ROOT, ROOT, tmp_path / "a.txt", "--", "--select", "sources")
    assert done.stdout == "1 findings before, 1 now: 0 gained, 0 lost.\n", done.stderr


def test_an_unknown_version_is_an_error(tmp_path: Path) -> None:
    done = compare("no-such-version", ROOT, tmp_path)
    assert done.returncode != 0
    assert "no-such-version is no command, no checkout and no revision" in done.stderr
