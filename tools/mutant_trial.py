"""Trial of a mutant in a process of its own, forked from one that has imported all rules and run their examples.

The changed function gets its new code where it stands, and the examples of the rules run. What these do not notice is
tried once more from the start: newslint is imported again with the changed module, since a value computed at import may
depend on the change, and then the examples and the tests of the family run.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.abc
import importlib.util
import inspect
import io
import os
import resource
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pytest
from mutants import Mutant

if TYPE_CHECKING:
    from newslint.linter.linter import Linter

ROOT = Path(__file__).resolve().parent.parent
MAX_CPU_SECONDS = 60  # of one mutant: one that takes longer hangs, and is noticed
SURVIVED, NOTICED = 0, 1
# What is tried where the examples notice nothing, by family.
JUNK_TESTS = (
    "merged_junk", "weighed_lines", "article_lines", "boilerplate", "boilerplate_scoring", "deletions", "junk_phrases",
    "page_lines", "safe_fixes",
)  # fmt: skip
TESTS = {
    "advertising": ("tests/cli/test_why_lines.py", "tests/plugins/test_article_lines.py"),
    "boilerplate": tuple(f"tests/plugins/test_{name}.py" for name in JUNK_TESTS),
    "dates": ("tests/plugins/test_dates.py",),
    "numbers": ("tests/plugins/test_numbers.py", "tests/plugins/test_articles_disagree.py"),
    "sources": ("tests/plugins/test_sources.py",),
}
SLOW_TESTS = "linear or covered_by"  # they measure cost, or the data


class Task(NamedTuple):
    """A mutant of a module."""

    module: Path  # below the root
    mutant: Mutant

    @property
    def key(self) -> str:
        """What the list of equivalent mutants calls it."""
        return f"{self.module}: {self.mutant.change}"

    @property
    def name(self) -> str:
        """The name under which the module is imported."""
        return ".".join(self.module.with_suffix("").parts[1:])  # without src or plugins

    @property
    def family(self) -> str:
        """The family of rules that the module belongs to; "" for `text/`, which all of them read."""
        is_plugin = self.module.parts[0] == "plugins"
        return self.module.parts[1].removeprefix("newslint_") if is_plugin else ""


def load_rules() -> Linter:
    """Import all rules."""
    from newslint.config.settings import Settings
    from newslint.linter.linter import build_linter

    return build_linter(Settings(preview=True))


def survives(linter: Linter, task: Task) -> bool:
    """Return whether neither examples nor tests notice a change. It is tried in a child process."""
    pid = os.fork()
    if not pid:
        status = NOTICED
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))
            with open(os.devnull, "w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):
                sys.stderr = io.StringIO()
                status = NOTICED if _is_noticed(linter, task) else SURVIVED
        except BaseException:  # whatever the changed code raises is noticed
            traceback.print_exc()
        finally:
            os._exit(status)
    _, waited = os.waitpid(pid, 0)
    return os.WIFEXITED(waited) and os.WEXITSTATUS(waited) == SURVIVED


def examples_fail(linter: Linter, family: str, first: str = "") -> bool:
    """Return whether an example of a rule of a family fails; `first` names families to try before others."""
    from newslint.engine.examples import check_examples
    from newslint.linter.example_settings import set_up_example

    for name, rule in sorted(linter.all_rules.items(), key=lambda item: item[0].partition("/")[0] not in first):
        if name.startswith(family):
            for text in (_cases(name), rule.info().documentation):
                if check_examples(rule, text, set_up_example):
                    return True
    return False


@functools.cache
def _cases(rule_name: str) -> str:
    return (ROOT / "tests/cases" / f"{rule_name}.md").read_text(encoding="utf-8")


def _is_noticed(linter: Linter, task: Task) -> bool:
    if _change_code(task) and examples_fail(linter, task.family, task.name):
        return True
    for name in _newslint_modules():
        del sys.modules[name]
    sys.meta_path.insert(0, _Finder(task))
    linter = load_rules()
    if linter.failures or examples_fail(linter, task.family, task.name):
        return True
    os.chdir(ROOT)
    tests = [str(ROOT / name) for name in (TESTS.get(task.family, ()) if task.family else _tests_of_text(task))]
    options = ("-x", "-q", "-p", "no:cacheprovider", "-k", f"not ({SLOW_TESTS})")
    return bool(tests) and pytest.main([*options, *tests]) != pytest.ExitCode.OK


def _tests_of_text(task: Task) -> list[Path]:
    """Return the tests that have the name of a module, or name its package in `text/`; if there are none, all."""
    package, own = ".".join(task.name.split(".")[:3]), f"test_{task.module.stem}"  # as in newslint.text.dates
    files = sorted((ROOT / "tests/text").glob("test_*.py"))
    return [file for file in files if file.stem == own or package in file.read_text(encoding="utf-8")] or files


def _newslint_modules() -> list[str]:
    return [name for name in sys.modules if name.startswith("newslint")]


def _change_code(task: Task) -> bool:
    """Give the changed function its new code; return False where the change is in the module's own code."""
    changed = compile(task.mutant.tree, str(ROOT / task.module), "exec")
    place: object = sys.modules.get(task.name)
    for name in filter(None, task.mutant.function.split(".")):
        codes = [one for one in changed.co_consts if isinstance(one, CodeType) and one.co_name == name]
        place = _underlying(vars(place).get(name)) if isinstance(place, (ModuleType, type)) else None
        if len(codes) != 1 or place is None:
            return False
        changed = codes[0]
        if isinstance(place, FunctionType):
            if place.__code__.co_freevars != changed.co_freevars:
                return False
            place.__code__ = changed
            _clear_caches(map(sys.modules.get, _newslint_modules()))
            return True
    return False


def _underlying(value: object) -> object:
    """Return the function of a property, a method of the class, or a decorated function."""
    value = getattr(value, "fget", None) or getattr(value, "func", None) or getattr(value, "__func__", None) or value
    return inspect.unwrap(value) if callable(value) and not isinstance(value, type) else value


def _clear_caches(modules: Iterable[ModuleType | None]) -> None:
    for module in modules:
        for value in list(vars(module).values()) if module else ():
            clear = getattr(value, "cache_clear", None)
            if callable(clear) and not isinstance(value, type):
                clear()


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the changed module instead of its file."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self) if name == self.task.name else None

    def exec_module(self, module: object) -> None:
        code = compile(self.task.mutant.tree, str(ROOT / self.task.module), "exec")
        exec(code, vars(module))
