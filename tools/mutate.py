#!/usr/bin/env python3
# ruff: noqa: T201
"""Change the conditions and constants of the rules one by one, and list the changes that no example notices.

    python tools/mutate.py [MODULE.py...] [--sample N] [--seed S] [--jobs N] [--most SHARE]

By default the modules are those of `plugins/` and of `src/newslint/text/`, without their data. Each change is tried on
the examples of the rules, in their docstrings and in `tests/cases`; what these do not notice is tried on the tests of
the family as well (`mutant_trial.py`). Changes that were judged to change nothing are listed in
`tools/equivalent_mutants.txt`, each with the reason. The exit status is 1 if more than the given share survive.
"""

from __future__ import annotations

import argparse
import functools
import random
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins"), str(ROOT / "tools")]

from mutant_trial import Task, examples_fail, load_rules, survives  # noqa: E402
from mutants import mutants  # noqa: E402

EQUIVALENT = ROOT / "tools" / "equivalent_mutants.txt"


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
    left_out = total - len(tasks)
    if given.sample and given.sample < len(tasks):
        tasks = sorted(
            random.Random(given.seed).sample(tasks, given.sample), key=lambda one: (one.module, one.mutant.line)
        )
    linter = load_rules()
    if examples_fail(linter, ""):
        sys.exit("an example of a rule fails without any change; see tests/plugins/test_rule_examples.py")
    tried, survivors = Counter[Path](), Counter[Path]()
    with ThreadPoolExecutor(given.jobs) as pool:
        for task, survived in zip(tasks, pool.map(functools.partial(survives, linter), tasks), strict=True):
            tried[task.module] += 1
            if survived:
                survivors[task.module] += 1
                print(f"{task.module}:{task.mutant.line} {task.mutant.change}", flush=True)
    for module, number in sorted(survivors.items()):
        print(f"{number:4} of {tried[module]:4}  {module}")
    share = survivors.total() / len(tasks) if tasks else 0.0
    print(f"{survivors.total()} of {len(tasks)} changes survived ({share:.1%}); {left_out} of {total} are equivalent")
    return 1 if share > given.most else 0


if __name__ == "__main__":
    sys.exit(main())
