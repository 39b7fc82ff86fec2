"""Compiles the modules that take most of the time, with mypyc, where a build asks for it: docs/packaging.md.

hatch-mypyc does the same for projects with one source folder; this project has two.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Runs in src/, where setuptools finds no pyproject.toml of another build system.
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

target, *modules = sys.argv[1:]
flags = ["--ignore-missing-imports", "--follow-imports=silent", "--disable-error-code=import-untyped"]
setup(
    name="newslint",
    script_args=["build_ext", "--build-lib", f"{target}/lib", "--build-temp", f"{target}/temp"],
    ext_modules=mypycify([*flags, *modules], target_dir=f"{target}/c", opt_level="2", debug_level="0", multi_file=True),
)
"""


class CompiledBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds compiled modules to a wheel, beside the sources that tracebacks show."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the modules that the option `modules` lists, and put them into the wheel."""
        if version == "editable":
            raise ValueError("an editable installation cannot be compiled; unset HATCH_BUILD_HOOK_ENABLE_CUSTOM")
        root = Path(self.root)
        target = root / "build" / "mypyc"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        command = [sys.executable, "-c", SETUP, str(target), *self.config["modules"]]
        done = subprocess.run(command, cwd=root / "src", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            message = "mypyc could not compile newslint; unset HATCH_BUILD_HOOK_ENABLE_CUSTOM to build without it"
            raise RuntimeError(f"{message}\n{done.stdout}")
        compiled = target / "lib"
        for path in compiled.rglob("*"):
            if path.is_file():
                build_data["force_include"][str(path)] = path.relative_to(compiled).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
