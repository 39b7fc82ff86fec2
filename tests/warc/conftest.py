"""The extract command."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import Run, command_in


@pytest.fixture
def extract(tmp_path: Path) -> Run:
    """Return a function that runs the command in `tmp_path`."""
    return command_in("newslint.warc.main", tmp_path)
