"""newslint: a linter for news articles.

The library for programs that have texts in memory: `lint`, `lint_many`, `fix`, `Linter`, `Document`, `Report`,
`SettingsError`, `LintError`. Plugins import `newslint.api`. Everything else may change without notice.
"""

import sys

# `python -m newslint` puts the working directory first in the path, where a repository may have modules with the names
# of newslint's or of the standard library's, so nothing may be imported before it is gone. While Python looks for the
# module to run, `sys.argv` begins with `-m`; the module may be another program's, which keeps its path.
if sys.argv[:1] == ["-m"] and not (getattr(sys.flags, "safe_path", False) or sys.flags.isolated):
    _module = sys.orig_argv[-len(sys.argv)]
    _module = _module.partition("m")[2] if _module.startswith("-") else _module  # -mnewslint
    if _module == "newslint" or _module.startswith("newslint."):
        del sys.path[0]

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.config.settings import SettingsError
    from newslint.library.functions import fix, lint, lint_many
    from newslint.library.linter import Document, Linter
    from newslint.library.report import LintError, Report

__version__ = "0.1.0"
# The address of the documentation site, with a slash at its end; tools/set_address.py writes it before a release. It is
# empty in a clone: then the built-in rules have no URL.
DOCUMENTATION = ""
__all__ = ["Document", "LintError", "Linter", "Report", "SettingsError", "fix", "lint", "lint_many"]

_MODULES = {
    "Document": "newslint.library.linter",
    "LintError": "newslint.library.report",
    "Linter": "newslint.library.linter",
    "Report": "newslint.library.report",
    "SettingsError": "newslint.config.settings",
    "fix": "newslint.library.functions",
    "lint": "newslint.library.functions",
    "lint_many": "newslint.library.functions",
}


def __getattr__(name: str) -> Any:
    """Import what the library exports when it is first used: the command does not need it."""
    if name not in _MODULES:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
