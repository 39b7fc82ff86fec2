"""The corpus command, and a rule that obeys articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import Run, Write, command_in


@pytest.fixture
def corpus(tmp_path: Path) -> Run:
    """Return a function that runs the command in `tmp_path`."""
    return command_in("newslint.corpus.main", tmp_path)


@pytest.fixture
def obeying(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpora import OBEY, PLUGIN  # needs the extra corpus; the tests are skipped without it

    write("obey.py", PLUGIN)
    write(".newslint.toml", OBEY)
    monkeypatch.setenv("NEWSLINT_TRUST_LOCAL", "1")
