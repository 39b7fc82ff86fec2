"""The examples of docs/library.md run."""

from __future__ import annotations

import re
from typing import Any

import pytest

from support import ROOT


def test_the_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyarrow")
    page = (ROOT / "docs/library.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(block, names)
    output = capsys.readouterr().out
    assert "sources/unexplained-anonymity A palace aide" in output
    assert output.endswith("a 1\nb 0\n")
