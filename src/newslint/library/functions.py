"""The functions of the library: each with a linter that is built for its first call with these settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from newslint.library.linter import AnyDate, Document, Linter
from newslint.library.report import Report


@lru_cache(maxsize=1)
def default_linter() -> Linter:
    """Return the linter with newslint's default settings, which is built once."""
    return Linter()


def lint(text: str, *, date: AnyDate | None = None, path: str = "", suffix: str = ".txt") -> Report:
    """Return the findings in one text, with newslint's default settings; as Linter.lint."""
    return default_linter().lint(text, date=date, path=path, suffix=suffix)


def lint_many(documents: Iterable[str | Document], *, jobs: int = 1, compare: bool = True) -> Iterator[Report]:
    """Yield a report for each text, with newslint's default settings; as Linter.lint_many."""
    return default_linter().lint_many(documents, jobs=jobs, compare=compare)


def fix(text: str, *, date: AnyDate | None = None, path: str = "", suffix: str = ".txt", unsafe: bool = False) -> str:
    """Return the text with its fixes applied, with newslint's default settings; as Linter.fix."""
    return default_linter().fix(text, date=date, path=path, suffix=suffix, unsafe=unsafe)
