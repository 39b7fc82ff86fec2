"""What all tests share: the command with its own home folder, and files below `tmp_path`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from forked import run_command
from support import Run, Write

settings.register_profile("any machine", deadline=None)  # a busy one may take its time
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def own_memory_limit() -> Iterator[None]:
    """Let a limit of memory that a test sets for this process end with the test."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    yield
    resource.setrlimit(resource.RLIMIT_DATA, before)


@pytest.fixture
def newslint(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run `newslint` in `tmp_path` (or `cwd`): output and exit status, as text."""
    home = tmp_path_factory.mktemp("home")

    def run(
        *args: str | Path, cwd: Path = tmp_path, stdin: bytes = b"", **env: str
    ) -> subprocess.CompletedProcess[str]:
        inherited = {
            k: v for k, v in os.environ.items() if k not in ("NEWSLINT_TRUST_LOCAL", "NO_COLOR", "FORCE_COLOR")
        }
        env = {**inherited, "HOME": str(home), "XDG_STATE_HOME": str(home / "state"), **env}
        done = run_command("newslint", [*map(str, args)], cwd, env, stdin)
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below `tmp_path`, its folders too; text is written as UTF-8 with its line ends as given."""

    def to(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return to
