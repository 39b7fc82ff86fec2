"""`--test PATH`: runs the examples of the rules in a plugin, a file or the folder of a package."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from newslint.engine.examples import Problem, run
from newslint.host.plugins import local, offer
from newslint.host.settings import SettingsError


def problems(given: str) -> tuple[int, list[Problem]]:
    """How many rules the plugin offers, and the examples that do not hold. Raises SettingsError or RefusedError."""
    path = Path(given)
    rules = [kind() for kind in offer(path.stem, _module(path)).rules]
    if not rules:
        raise SettingsError(f"{path} offers no rules; define newslint_rules()")
    return len(rules), [problem for rule in rules for problem in run(rule, rule.info().documentation)]


def _module(path: Path) -> ModuleType:
    if path.is_file():
        return local(str(path), consent=True)  # whoever asks to run it has agreed to it
    if (path / "__init__.py").is_file():
        sys.path.insert(0, str(path.resolve().parent))
        return import_module(path.resolve().name)
    raise SettingsError(f"{path} is neither a plugin file nor the folder of a package")
