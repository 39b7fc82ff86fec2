"""`--since` reads the changes of a repository one by one, and looks for those of a finding without walking all."""

from __future__ import annotations

import subprocess
import tracemalloc
from pathlib import Path

import pytest

from counting import count
from newslint.api import Article
from newslint.cli.since import Changes
from newslint.files import Source
from reports import make_finding


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    return tmp_path


def commit(file: Path, text: str) -> None:
    file.write_text(text)
    subprocess.run(["git", "add", "--all"], check=True)
    names = ("-c", "user.name=t", "-c", "user.email=t@localhost")
    subprocess.run(["git", *names, "commit", "-q", "-m", "x"], check=True)


def test_twice_the_changed_lines_cost_twice_as_much(repository: Path) -> None:
    def cost(lines: int) -> int:
        commit(repository / "a.txt", "One.\nTwo.\n" * lines)
        article = Article("a.txt", "One.\nMore.\n" * lines)
        (repository / "a.txt").write_text(article.raw)
        findings = [make_finding(article, (at, at + 4)) for at in range(0, 11 * lines, 11)]
        findings += [make_finding(article, (at + 5, at + 9)) for at in range(0, 11 * lines, 11)]
        changes = Changes("HEAD")
        changes.select([Source("a.txt")])
        found: list[object] = []
        calls, _ = count(lambda: found.extend(changes.filter(findings)))
        assert len(found) == lines
        return calls

    assert cost(400) <= 2.6 * cost(200)


def test_a_large_diff_is_not_kept(repository: Path) -> None:
    commit(repository / "other.csv", "One row of a table that is no article.\n" * 50_000)
    (repository / "other.csv").write_text("Another row of a table that is no article.\n" * 50_000)
    tracemalloc.start()
    Changes("HEAD")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000  # of 4 MB
