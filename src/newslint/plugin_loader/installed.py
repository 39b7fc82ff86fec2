"""Installed plugins: entry points of distributions, which run only if the configuration names them."""

from __future__ import annotations

import sys
from collections.abc import Collection
from importlib.metadata import EntryPoint, entry_points

from newslint.config.settings import did_you_mean
from newslint.plugin_loader import LoadedModule, PluginError

ENTRY_POINT_GROUP = "newslint"


def distribution_of(name: str) -> str:
    """Return the name and version of the distribution that provides a plugin; empty if there is none."""
    point = _find(name)
    return f"{point.dist.name} {point.dist.version}" if point and point.dist else ""


def load_installed(name: str, reserved: Collection[str]) -> LoadedModule:
    """Return the module of an installed plugin. Raises PluginError for one that is missing, and for a reserved name."""
    if name in reserved:  # newslint trusts these names, so no other plugin may have one
        raise PluginError('is built in and always runs; remove it from "plugins"')
    point = _find(name)
    if point is None:
        hint = did_you_mean(name, entry_points(group=ENTRY_POINT_GROUP).names)
        raise PluginError(f'is not installed{hint}; install it, or remove it from "plugins"')
    return point.load(), _digest_of_modules(point.module.split(".")[0])


def _find(name: str) -> EntryPoint | None:
    return next((point for point in entry_points(group=ENTRY_POINT_GROUP) if point.name == name), None)


def _digest_of_modules(package: str) -> str:
    """Return a digest of the files of a package's modules that are imported."""
    from hashlib import sha256

    total = sha256()
    for name, module in sorted(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and (name == package or name.startswith(f"{package}.")):
            try:
                with open(file, "rb") as opened:
                    content = opened.read()
            except OSError:  # it was deleted, or lies within an archive
                content = b""
            total.update(f"{name} {len(content)}\n".encode() + content)
    return total.hexdigest()
