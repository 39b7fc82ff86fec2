"""Finds and loads plugins: those that ship, installed ones the configuration names, and trusted local files.

Each is loaded and called alone: one that breaks is a failure, and the rest runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

from newslint.config.settings import Settings, SettingsError, did_you_mean
from newslint.engine.checker import format_exception
from newslint.model import Failure
from newslint.plugin_loader.validation import PluginContents, PluginError, validate

BUILT_IN = (
    "newslint.readers",
    "newslint.reporters",
    "newslint_sources",
    "newslint_numbers",
    "newslint_dates",
    "newslint_advertising",
    "newslint_boilerplate",
)
GROUP = "newslint"  # of entry points


def load_plugins(
    settings: Settings, failures: list[Failure], trusted: Mapping[str, bytes] | None = None
) -> tuple[list[PluginContents], set[str]]:
    """What all plugins offer, those that ship first, and the families of those that broke.

    What is wrong with any goes to `failures`. With `trusted`, the content of trusted local plugins by path, no file is
    read and the user's trust store is not asked: local plugins that are missing from it are refused. Raises
    SettingsError for a wrong pattern of the configuration.
    """
    found: list[PluginContents] = []
    broken: set[str] = set()
    for plugin, family, load in _candidates(settings, trusted):
        offered = load_plugin(plugin, family, load, debug=settings.debug)
        if isinstance(offered, Failure):
            failures.append(offered)
            broken.add(family)
        else:
            found.append(offered)
    if settings.patterns:
        from newslint.plugin_loader import pattern_rules

        try:
            found.append(PluginContents("configuration", pattern_rules.rules(settings.patterns)))
        except SettingsError as error:
            raise SettingsError(f"{settings.config_path}: {error}") from error
    return list(_drop_conflicting(found, failures, broken)), broken


def load_plugin(
    plugin: str, family: str | None, load: Callable[[], Any], *, debug: bool = False
) -> PluginContents | Failure:
    """What a plugin offers, or why it cannot run. Without a family, its rules may be of any, but of one."""
    try:
        offered = call_hooks(plugin, load())
        validate(offered, family)
    except PluginError as error:
        return Failure(f'plugin "{plugin}"', None, str(error))
    except (Exception, SystemExit) as error:  # whatever a plugin does when it is imported or asked
        return Failure(f'plugin "{plugin}"', None, format_exception(error, debug=debug))
    return offered


def _candidates(
    settings: Settings, trusted: Mapping[str, bytes] | None
) -> Iterator[tuple[str, str, Callable[[], Any]]]:
    """Each plugin as people know it, the family its rules must have, and what loads it."""
    for name in BUILT_IN:
        yield name, name.removeprefix("newslint_"), partial(import_module, name)
    for name in settings.plugins:
        yield name, name, partial(_installed, name)
    for path in settings.local_plugins:
        shown = path.removeprefix(settings.root + os.sep).replace(os.sep, "/")
        load = partial(load_local_module, path) if trusted is None else partial(_load_trusted, path, trusted)
        yield shown, family_of(path), load


def family_of(path: str) -> str:
    """The family that the rules of a local plugin have to be of."""
    return os.path.splitext(os.path.basename(path))[0].replace("_", "-")


def _installed(name: str) -> Any:
    if name in BUILT_IN:  # whose words are trusted unseen: nobody else may go by that name
        raise PluginError('ships with newslint and runs by itself; take it out of "plugins"')
    from importlib.metadata import entry_points

    points = entry_points(group=GROUP)
    for point in points:
        if point.name == name:
            return point.load()
    hint = did_you_mean(name, points.names)
    raise PluginError(f'is not installed{hint}; install it, or take it out of "plugins"')


def load_local_module(path: str, *, consent: bool = False) -> ModuleType:
    """The module in a local plugin file. What is compared with the consent is what is compiled."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise PluginError(f"{path} cannot be read: {error.strerror}") from error
    from newslint.plugin_loader import trust

    if not consent and not trust.trusted(content):
        raise PluginError(
            f"{path} was not agreed to, or has changed since; read it, then run `newslint --trust` "
            f"(or set {trust.TRUST_ENV_VAR}=1 for one run)"
        )
    return _compile_module(path, content)


def _load_trusted(path: str, trusted: Mapping[str, bytes]) -> ModuleType:
    """Compile a local plugin whose content the caller holds. Raises PluginError where it holds none."""
    if path not in trusted:
        raise PluginError(f"{path} is not trusted where the job began; review it there, then run `newslint --trust`")
    return _compile_module(path, trusted[path])


def _compile_module(path: str, content: bytes) -> ModuleType:
    module = ModuleType(f"newslint_local_{os.path.splitext(os.path.basename(path))[0]}")
    module.__file__ = path
    sys.modules[module.__name__] = module  # so that typing and pickling find what it defines
    try:
        code = compile(content, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise PluginError(f"SyntaxError: {error.msg} ({path}, line {error.lineno})") from error
    exec(code, module.__dict__)
    return module


def call_hooks(name: str, plugin: Any) -> PluginContents:
    """Ask one plugin. Raises whatever it raises."""
    if name in BUILT_IN:  # pluggy's part is to check what strangers offer; its import costs as much as an article
        asked: list[list[Any]] = [
            getattr(plugin, hook, list)() for hook in ("newslint_rules", "newslint_readers", "newslint_reporters")
        ]
    else:
        from newslint.plugin_loader.hookspecs import make_plugin_manager

        hook = make_plugin_manager(plugin, name).hook
        answers = (hook.newslint_rules(), hook.newslint_readers(), hook.newslint_reporters())
        asked = [[each for one in answer for each in one] for answer in answers]
    rules, readers, reporters = map(tuple, asked)
    return PluginContents(name, rules, readers, reporters)


def _drop_conflicting(
    found: list[PluginContents], failures: list[Failure], broken: set[str]
) -> Iterator[PluginContents]:
    owners: dict[str, str] = {}
    for one in found:
        names = [f'rule "{rule.name}"' for rule in one.rules]
        names += [f'reader of "{suffix}"' for reader in one.readers for suffix in reader.suffixes]
        names += [f'format "{reporter.name}"' for reporter in one.reporters]
        clash = next((name for name in names if name in owners or names.count(name) > 1), None)
        if clash:
            other = owners.get(clash, one.plugin)
            text = f'offers the {clash} that the plugin "{other}" offers already; take one of the two out'
            failures.append(Failure(f'plugin "{one.plugin}"', None, text))
            broken.update(rule.name.split("/")[0] for rule in one.rules)
            continue
        owners.update(dict.fromkeys(names, one.plugin))
        yield one
