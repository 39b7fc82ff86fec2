"""The modules that a run over one file imports. The list is fixed, since each module adds to every start."""

import subprocess
import sys
from pathlib import Path

import pytest

from support import FAULTY

# Top-level packages of the standard library. Their submodules and private modules differ between Python versions.
STANDARD = set(
    "__future__ bisect collections contextlib copyreg enum functools gc importlib itertools keyword "
    "operator re reprlib resource signal types typing warnings".split()
)
LAYERS = {
    "canonical": "canonicalize characters line_signs lines long_texts quotes span_map",
    "cli": "command_line dispatch lint main options progress reporting",
    "config": "loader settings",
    "engine": "checker diagnostics facts fixes",
    "linter": "article_store external_sort lint_file linter process_limits process_pool read_articles rule_settings "
    "run time_limit",
    "plugin_loader": "finder",
    "readers": "text",
    "reporters": "escaping text",
}
PROGRAM = """
import sys
before = set(sys.modules)
from newslint.cli.main import main
sys.argv = ["newslint", *sys.argv[1:]]
try:
    main()
finally:
    import gc
    print(gc.isenabled())
    print(*(kind.__name__ for kind in tuple.__subclasses__() if "_field_defaults" in vars(kind)))
    print(*sorted(set(sys.modules) - before))
"""


@pytest.fixture(params=["", "--format text --quiet -j 1 --select sources", "--color=never --fail-on=info -j0"])
def printed(tmp_path: Path, request: pytest.FixtureRequest) -> list[str]:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-c", PROGRAM, "a.txt", *request.param.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def modules(printed: list[str]) -> set[str]:
    return set(printed[-1].split())


def test_no_named_tuple_of_typing_is_defined(printed: list[str]) -> None:
    # Such a class costs six times as much as one of newslint.named_tuple.
    assert printed[-2] == "CacheInfo"  # of functools


def test_garbage_collection_is_enabled_while_linting(printed: list[str]) -> None:
    assert printed[-3] == "True"


def test_a_run_imports_only_these_packages(modules: set[str]) -> None:
    packages = {name.split(".")[0] for name in modules if not name.startswith(("_", "newslint", "sre_"))} | (
        {"__future__"} & modules
    )
    # The set that the interpreter imports before the program starts differs between Python versions.
    assert packages - {"ahocorasick_rs"} <= STANDARD


def test_a_run_imports_only_these_modules_of_newslint(modules: set[str]) -> None:
    ours = {name.removeprefix("newslint.") for name in modules if name.startswith("newslint.") and name.count(".") > 1}
    assert {name for name in ours if not name.startswith("text.")} == {
        f"{layer}.{name}" for layer, names in LAYERS.items() for name in names.split()
    }
