"""The executor that the options of a command choose: this machine, or a Ray cluster."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import AbstractContextManager

from newslint.batch.executor import Executor
from newslint.batch.process_pool import ProcessPool, usable_cpus
from newslint.batch.ray_executor import RayExecutor
from newslint.config.settings import SettingsError


def executor_of(options: Namespace) -> AbstractContextManager[Executor]:
    """Return the executor of `--engine`. Raises SettingsError for options that do not fit it."""
    return EXECUTORS[options.engine](options)


def _process_pool(options: Namespace) -> AbstractContextManager[Executor]:
    for name, value in (("--address", options.address), ("--py-module", options.py_module)):
        if value:
            raise SettingsError(f"{name} is for a cluster; add --engine ray, or leave it out to run on this machine")
    return ProcessPool(options.jobs or usable_cpus())


def _ray(options: Namespace) -> AbstractContextManager[Executor]:
    host, _, port = (options.address or "").rpartition("//")[2].rpartition(":")
    if not (host and port.isdecimal()):
        given = f", not {options.address}" if options.address else ""
        raise SettingsError(f"--engine ray needs the address of a cluster, such as --address 10.0.0.1:6379{given}")
    for path in options.py_module:
        if not os.path.isfile(path):
            raise SettingsError(f"--py-module {path}: there is no such file; build the plugin's wheel with `pip wheel`")
    return RayExecutor(options.address, options.py_module)


EXECUTORS = {"embedded": _process_pool, "ray": _ray}  # by value of --engine; `batch/cli.py` has the same choices
