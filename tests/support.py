"""Names that tests share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]

# One article of our own with one sure fault, for tests that are not about rules.
FAULTY = "The road will stay closed for a week.\nA source said the bridge was unsafe.\n"
FAULT = ":2:1: warning: "
