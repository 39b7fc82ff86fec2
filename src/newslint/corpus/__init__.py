"""The command `newslint-corpus`: the same rules on corpora in Parquet and JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.corpus.batch import BatchReport, lint_batch

__all__ = ["BatchReport", "lint_batch"]


def __getattr__(name: str) -> Any:
    """Import what programs use when it is first used: `newslint-corpus` does not need it."""
    if name not in __all__:
        raise AttributeError(f"module 'newslint.corpus' has no attribute {name!r}")
    from newslint.corpus import batch

    return getattr(batch, name)
