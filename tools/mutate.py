#!/usr/bin/env python3
# ruff: noqa: T201
"""Change the conditions and constants of the rules one by one, and list the changes that no example notices.

    python tools/mutate.py [MODULE.py...] [--sample N] [--seed S] [--jobs N] [--most SHARE]

By default the modules are those of `plugins/` and of `src/newslint/text/`, without their data. Each change is made in a
process of its own, forked from one that has imported everything; it imports newslint again, and then runs the examples
of the rules, in their docstrings and in `tests/cases`. What these do not notice is tried on the tests of the family as
well. Changes that were judged to change nothing are listed
in `tools/equivalent_mutants.txt`, each with the reason. The exit status is 1 if more than the given share survive.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.abc
import importlib.util
import io
import os
import random
import resource
import sys
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins"), str(ROOT / "tools")]

import pytest  # noqa: E402
from mutants import Mutant, mutants  # noqa: E402

if TYPE_CHECKING:
    from newslint.linter.linter import Linter

EQUIVALENT = ROOT / "tools" / "equivalent_mutants.txt"
# What is tried where the examples notice nothing, by family; "" is `text/`.
JUNK_TESTS = ("article_lines", "boilerplate", "boilerplate_scoring", "deletions", "junk_phrases", "safe_fixes")
TESTS = {
    "": ("tests/text",),
    "advertising": tuple(f"tests/plugins/test_{name}.py" for name in JUNK_TESTS),
    "boilerplate": tuple(f"tests/plugins/test_{name}.py" for name in JUNK_TESTS),
    "numbers": ("tests/plugins/test_numbers.py", "tests/plugins/test_articles_disagree.py"),
    "sources": ("tests/plugins/test_sources.py",),
}
MAX_CPU_SECONDS = 60  # of one mutant: one that takes longer hangs, and is noticed
SURVIVED, NOTICED = 0, 1


class Task(NamedTuple):
    """A mutant of a module."""

    module: Path  # below the root
    mutant: Mutant

    @property
    def key(self) -> str:
        """What the list of equivalent mutants calls it."""
        return f"{self.module}: {self.mutant.change}"


def default_modules() -> list[Path]:
    """Return the modules that decide about findings."""
    files = [*(ROOT / "plugins").rglob("*.py"), *(ROOT / "src/newslint/text").rglob("*.py")]
    return sorted(file for file in files if "data" not in file.parts and file.name not in ("__init__.py", "trace.py"))


def tasks_of(modules: Sequence[Path]) -> list[Task]:
    """Return all mutants of modules."""
    tasks: list[Task] = []
    for path in modules:
        module = path.resolve().relative_to(ROOT)
        tasks += [Task(module, mutant) for mutant in mutants(path.read_text(encoding="utf-8"))]
    return tasks


def equivalent() -> set[str]:
    """Return the keys of the mutants that were judged to change nothing."""
    if not EQUIVALENT.exists():
        return set()
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "  "))}


def load_rules() -> Linter:
    """Import all rules."""
    from newslint.config.settings import Settings
    from newslint.linter.linter import build_linter

    return build_linter(Settings(preview=True))


def survives(task: Task) -> bool:
    """Return whether no example notices a change. It is tried in a child process."""
    pid = os.fork()
    if not pid:
        status = NOTICED
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))
            with open(os.devnull, "w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):
                sys.stderr = io.StringIO()
                status = NOTICED if _is_noticed(task) else SURVIVED
        except BaseException:  # whatever the changed code raises is noticed
            traceback.print_exc()
        finally:
            os._exit(status)
    _, waited = os.waitpid(pid, 0)
    return os.WIFEXITED(waited) and os.WEXITSTATUS(waited) == SURVIVED


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the changed module instead of its file."""

    def __init__(self, task: Task) -> None:
        parts = task.module.with_suffix("").parts
        self.name = ".".join(parts[1:])  # without src or plugins
        self.task = task

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self) if name == self.name else None

    def exec_module(self, module: object) -> None:
        code = compile(self.task.mutant.tree, str(ROOT / self.task.module), "exec")
        exec(code, vars(module))


def _is_noticed(task: Task) -> bool:
    for name in [name for name in sys.modules if name.startswith("newslint")]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Finder(task))
    from newslint.engine.examples import check_examples
    from newslint.linter.example_settings import set_up_example

    is_plugin = task.module.parts[0] == "plugins"
    family = task.module.parts[1].removeprefix("newslint_") if is_plugin else ""
    linter = load_rules()
    if linter.failures:
        return True
    for name, rule in linter.all_rules.items():
        if name.startswith(family):
            cases = (ROOT / "tests/cases" / f"{name}.md").read_text(encoding="utf-8")
            if check_examples(rule, rule.info().documentation, set_up_example) or check_examples(
                rule, cases, set_up_example
            ):
                return True
    os.chdir(ROOT)
    tests = [str(ROOT / name) for name in TESTS.get(family, ())]
    return bool(tests) and pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]) != pytest.ExitCode.OK


def main() -> int:
    """Try the mutants, list the survivors, and return 1 if they are too many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", type=Path)
    parser.add_argument("--sample", type=int, metavar="N", help="try N mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--most", type=float, default=0.1, metavar="SHARE", help="of survivors, for exit status 0")
    given = parser.parse_args()
    tasks = tasks_of(given.modules or default_modules())
    judged = equivalent()
    total = len(tasks)
    tasks = [task for task in tasks if task.key not in judged]
    if given.sample and given.sample < len(tasks):
        tasks = sorted(
            random.Random(given.seed).sample(tasks, given.sample), key=lambda one: (one.module, one.mutant.line)
        )
    load_rules()
    survivors = 0
    with ThreadPoolExecutor(given.jobs) as pool:
        for task, survived in zip(tasks, pool.map(survives, tasks), strict=True):
            if survived:
                survivors += 1
                print(f"{task.module}:{task.mutant.line} {task.mutant.change}", flush=True)
    share = survivors / len(tasks) if tasks else 0.0
    print(
        f"{survivors} of {len(tasks)} changes survived ({share:.1%}); of {total} in all, {len(judged)} are equivalent"
    )
    return 1 if share > given.most else 0


if __name__ == "__main__":
    sys.exit(main())
