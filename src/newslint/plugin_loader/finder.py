"""Plugins to load: built-in ones, installed ones that the configuration names, and trusted local files.

Each is loaded and called alone: one that raises becomes a failure, and the others run.
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
from newslint.plugin_loader import PluginContents, PluginError

BUILT_IN = (
    "newslint.readers",
    "newslint.reporters",
    "newslint_sources",
    "newslint_numbers",
    "newslint_dates",
    "newslint_advertising",
    "newslint_boilerplate",
    "newslint_language",
)
ENTRY_POINT_GROUP = "newslint"


def load_plugins(
    settings: Settings, failures: list[Failure], trusted: Mapping[str, bytes] | None = None
) -> tuple[list[PluginContents], set[str]]:
    """Return the contents of all plugins, the built-in ones first, and the families of those that did not load.

    Errors of plugins are added to `failures`. With `trusted`, the content of trusted local plugins by path, no file is
    read and the user's trust store is not asked: local plugins that are missing from it are refused. Raises
    SettingsError for an invalid pattern of the configuration.
    """
    plugins: list[PluginContents] = []
    failed_families: set[str] = set()
    for plugin, family, load in _candidates(settings, trusted):
        contents = load_plugin(plugin, family, load, debug=settings.debug)
        if isinstance(contents, Failure):
            failures.append(contents)
            failed_families.add(family)
        else:
            plugins.append(contents)
    if settings.patterns:
        from newslint.plugin_loader import pattern_rules

        try:
            plugins.append(PluginContents("configuration", pattern_rules.make_rules(settings.patterns)))
        except SettingsError as error:
            raise SettingsError(f"{settings.config_path}: {error}") from error
    return list(_drop_conflicting(plugins, failures, failed_families)), failed_families


def load_plugin(
    plugin: str, family: str | None, load: Callable[[], Any], *, debug: bool = False
) -> PluginContents | Failure:
    """Return the contents of a plugin, or why it cannot run.

    All its rules must belong to `family`; None allows any, as long as it is the same.
    """
    try:
        contents = call_hooks(plugin, load())
        if plugin not in BUILT_IN:  # a test validates these
            from newslint.plugin_loader.validation import validate

            validate(contents, family)
    except PluginError as error:
        return Failure(f'plugin "{plugin}"', None, str(error))
    except (Exception, SystemExit) as error:  # whatever a plugin raises when it is imported or called
        return Failure(f'plugin "{plugin}"', None, format_exception(error, debug=debug))
    return contents


def _candidates(
    settings: Settings, trusted: Mapping[str, bytes] | None
) -> Iterator[tuple[str, str, Callable[[], Any]]]:
    """Yield each plugin: its name in messages, the family of its rules, and the function that loads it."""
    for name in BUILT_IN:
        yield name, name.removeprefix("newslint_"), partial(import_module, name)
    for name in settings.plugins:
        yield name, name, partial(_load_installed, name)
    for path in settings.local_plugins:
        name = path.removeprefix(settings.root + os.sep).replace(os.sep, "/")
        load = partial(load_local_module, path) if trusted is None else partial(_load_trusted, path, trusted)
        yield name, family_of(path), load


def family_of(path: str) -> str:
    """Return the family of the rules in a local plugin: the name of its file in kebab-case."""
    return os.path.splitext(os.path.basename(path))[0].replace("_", "-")


def _load_installed(name: str) -> Any:
    if name in BUILT_IN:  # newslint trusts these names, so no other plugin may have one
        raise PluginError('is built in and always runs; remove it from "plugins"')
    from importlib.metadata import entry_points

    points = entry_points(group=ENTRY_POINT_GROUP)
    for point in points:
        if point.name == name:
            return point.load()
    hint = did_you_mean(name, points.names)
    raise PluginError(f'is not installed{hint}; install it, or remove it from "plugins"')


def load_local_module(path: str, *, consent: bool = False) -> ModuleType:
    """Return the module in a local plugin file: exactly the content that the user trusts is compiled.

    `consent` replaces a look into the user's trust store. Raises PluginError.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise PluginError(f'{path} cannot be read: {error.strerror}; check "local-plugins"') from error
    from newslint.plugin_loader import trust

    if not consent and not trust.is_trusted(content):
        raise PluginError(
            f"{path} is not trusted, or changed since it was trusted; review it, then run `newslint --trust` "
            f"(or set {trust.TRUST_ENV_VAR}=1 for one run)"
        )
    return _compile_module(path, content)


def _load_trusted(path: str, trusted: Mapping[str, bytes]) -> ModuleType:
    """Return the module of a local plugin whose content the caller has. Raises PluginError if it has none."""
    if path not in trusted:
        raise PluginError(
            f"{path} is not trusted on the machine that started the job; review it there, then run `newslint --trust`"
        )
    return _compile_module(path, trusted[path])


def _compile_module(path: str, content: bytes) -> ModuleType:
    module = ModuleType(f"newslint_local_{os.path.splitext(os.path.basename(path))[0]}")
    module.__file__ = path
    sys.modules[module.__name__] = module  # typing and pickle look up its classes there
    try:
        code = compile(content, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise PluginError(f"SyntaxError: {error.msg} ({path}, line {error.lineno})") from error
    exec(code, module.__dict__)
    return module


def call_hooks(name: str, plugin: Any) -> PluginContents:
    """Call the hooks of one plugin. Raises whatever it raises."""
    hooks = ("newslint_rules", "newslint_readers", "newslint_reporters")
    if name in BUILT_IN:  # they need no validation by pluggy, whose import costs as much as an article
        answers: list[list[Any]] = [getattr(plugin, hook, list)() for hook in hooks]
    else:
        from newslint.plugin_loader.hookspecs import make_plugin_manager

        caller = make_plugin_manager(plugin, name).hook
        answers = [[item for answer in getattr(caller, hook)() for item in answer] for hook in hooks]
    rules, readers, reporters = map(tuple, answers)
    return PluginContents(name, rules, readers, reporters)


def _drop_conflicting(
    plugins: list[PluginContents], failures: list[Failure], failed_families: set[str]
) -> Iterator[PluginContents]:
    """Yield the plugins that provide nothing under a name that is taken; the others become failures."""
    provider_of: dict[str, str] = {}
    for contents in plugins:
        names = [f'rule "{rule.name}"' for rule in contents.rules]
        names += [f'reader of "{suffix}"' for reader in contents.readers for suffix in reader.suffixes]
        names += [f'format "{reporter.name}"' for reporter in contents.reporters]
        taken = next((name for name in names if name in provider_of or names.count(name) > 1), None)
        if taken:
            other = provider_of.get(taken, contents.plugin)
            text = f'{taken} is already provided by plugin "{other}"; remove one of the two plugins'
            failures.append(Failure(f'plugin "{contents.plugin}"', None, text))
            failed_families.update(rule.name.split("/")[0] for rule in contents.rules)
            continue
        provider_of.update(dict.fromkeys(names, contents.plugin))
        yield contents
