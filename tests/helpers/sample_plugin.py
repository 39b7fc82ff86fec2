"""The sample plugin, as a package and as the source of a local plugin."""

from __future__ import annotations

from support import ROOT

SAMPLE = ROOT / "tests" / "sample_plugin"
LOCAL = (SAMPLE / "newslint_acme" / "__init__.py").read_text(encoding="utf-8")
JARGON = "The nib is late.\n"
