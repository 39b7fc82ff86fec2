"""How often the rules that ship were right on labelled articles: the package holds `docs/rules/measured.toml`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PACKAGE = Path(__file__).resolve().parent.parent


def measured(name: str) -> Mapping[str, Any]:
    """Return the table of a rule or a family, with the keys of the file; empty for one that was not measured."""
    return all_measured().get(name, {})


@cache
def all_measured() -> Mapping[str, Mapping[str, Any]]:
    """Return the tables of all rules and families. Raises FileNotFoundError for an installation without the file."""
    path = PACKAGE / "measured.toml"
    if not path.exists():  # in a checkout
        path = PACKAGE.parent.parent / "docs" / "rules" / "measured.toml"
    tables: Mapping[str, Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables


def describe(table: Mapping[str, Any]) -> str:
    """Return the figures of a rule in sentences; an empty string for one that was not measured."""
    if not table:
        return ""
    sentences = []
    if "precision" in table:
        low, high = table["precision-interval"]
        folds = f"; {_percent(table['lowest-fold'])} at the worst fifth of publishers" if "lowest-fold" in table else ""
        sentences.append(
            f"{_percent(table['precision'])} of {table['findings']} findings were right "
            f"(95 % interval: {_percent(low)} to {_percent(high)}{folds})."
        )
    if "recall" in table:
        low, high = table["recall-interval"]
        sentences.append(
            f"It found {_percent(table['recall'])} of {table['labels']} labelled cases "
            f"({_percent(low)} to {_percent(high)})."
        )
    texts = " and ".join(table["texts"])
    sentences.append(
        f"Measured on {texts}, with newslint {table['version']}, {table['date']:%d %B %Y}. "
        f"Labels: {table['labelled-by']}."
    )
    return " ".join(sentences)


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"
