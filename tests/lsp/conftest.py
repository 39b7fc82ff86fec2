"""An editor with its own language server and home folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor import Editor, running_editor


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def editor(tmp_path: Path, home: Path) -> Iterator[Editor]:
    with running_editor(tmp_path, home) as editor:
        yield editor
