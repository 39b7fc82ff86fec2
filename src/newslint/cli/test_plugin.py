"""`--test PATH`: runs the examples of the rules in a plugin, a file or the folder of a package."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from newslint.config.settings import SettingsError
from newslint.engine import examples
from newslint.engine.checker import format_exception
from newslint.linter.linter import make_rule
from newslint.model import Failure
from newslint.plugin_loader.finder import family_of, load_local_module, load_plugin


class PluginTestResult(NamedTuple):
    """What came of the examples."""

    tested: int  # rules
    problems: list[examples.ExampleFailure]  # examples that do not hold
    failures: list[Failure]


def run(given: str, *, debug: bool = False) -> PluginTestResult:
    """Try the rules of a plugin, which is loaded and checked as for a run. Raises SettingsError where there is none."""
    path = Path(given)
    path = path.parent if path.name == "__init__.py" else path
    if path.is_file():
        # Whoever asks to run it has agreed to it.
        offered = load_plugin(given, family_of(given), partial(load_local_module, given, consent=True), debug=debug)
    elif (path / "__init__.py").is_file():
        # The name that it is installed under, which is its family, cannot be seen in its folder.
        offered = load_plugin(given, None, partial(_package, path.resolve()), debug=debug)
    else:
        raise SettingsError(f"{path} is neither a plugin file nor the folder of a package")
    if isinstance(offered, Failure):
        return PluginTestResult(0, [], [offered])
    if not offered.rules:
        raise SettingsError(f"{path} offers no rules; define newslint_rules()")
    trial = PluginTestResult(len(offered.rules), [], [])
    for kind in offered.rules:
        try:
            rule = make_rule(kind, {})
            trial.problems.extend(examples.check_examples(rule, rule.info().documentation))
        except (Exception, SystemExit) as error:  # whatever a plugin raises
            trial.failures.append(Failure(kind.name, None, format_exception(error, debug=debug)))
    return trial


def _package(path: Path) -> ModuleType:
    sys.path.insert(0, str(path.parent))
    return import_module(path.name)
