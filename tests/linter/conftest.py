"""What the tests of plugins share."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample_plugin import JARGON, LOCAL
from support import FAULTY, Write


@pytest.fixture
def local_plugin(write: Write) -> Path:
    """Write a configuration with an untrusted local plugin; return the plugin's path."""
    write("a.txt", JARGON + FAULTY)
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    return write("acme.py", LOCAL)
