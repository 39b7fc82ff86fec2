"""What the tests of the library share."""

from __future__ import annotations

import pytest

from support import Run


@pytest.fixture
def run(newslint: Run) -> Run:
    """Return the command, under a name that is not the library's."""
    return newslint
