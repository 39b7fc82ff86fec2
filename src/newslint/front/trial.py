"""`--test PATH`: runs the examples of the rules in a plugin, a file or the folder of a package."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from newslint.engine import examples
from newslint.engine.check import broke
from newslint.host.plugins import ask, family_of, local
from newslint.host.session import ready
from newslint.host.settings import SettingsError
from newslint.model import Failure


class Trial(NamedTuple):
    """What came of the examples."""

    tested: int  # rules
    problems: list[examples.Problem]  # examples that do not hold
    failures: list[Failure]


def run(given: str, *, debug: bool = False) -> Trial:
    """Try the rules of a plugin, which is loaded and checked as for a run. Raises SettingsError where there is none."""
    path = Path(given)
    path = path.parent if path.name == "__init__.py" else path
    if path.is_file():
        # Whoever asks to run it has agreed to it.
        offered = ask(given, family_of(given), partial(local, given, consent=True), debug=debug)
    elif (path / "__init__.py").is_file():
        # The name that it is installed under, which is its family, cannot be seen in its folder.
        offered = ask(given, None, partial(_package, path.resolve()), debug=debug)
    else:
        raise SettingsError(f"{path} is neither a plugin file nor the folder of a package")
    if isinstance(offered, Failure):
        return Trial(0, [], [offered])
    if not offered.rules:
        raise SettingsError(f"{path} offers no rules; define newslint_rules()")
    trial = Trial(len(offered.rules), [], [])
    for kind in offered.rules:
        try:
            rule = ready(kind, {})
            trial.problems.extend(examples.run(rule, rule.info().documentation))
        except (Exception, SystemExit) as error:  # whatever a plugin raises
            trial.failures.append(Failure(kind.name, None, broke(error, debug=debug)))
    return trial


def _package(path: Path) -> ModuleType:
    sys.path.insert(0, str(path.parent))
    return import_module(path.name)
