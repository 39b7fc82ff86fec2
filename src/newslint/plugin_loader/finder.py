"""Plugins to load: built-in ones, installed ones that the configuration names, and trusted local files.

Each is loaded and called alone: one that raises becomes a failure, and the others run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from newslint.config.settings import Settings, SettingsError
from newslint.engine.checker import format_plugin_error
from newslint.model import Failure
from newslint.plugin_loader import LoadedModule, PluginContents, PluginError, plugin_label

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


def load_plugins(
    settings: Settings, failures: list[Failure], trusted: Mapping[str, bytes] | None = None
) -> tuple[list[PluginContents], set[str], dict[str, bytes]]:
    """Load all plugins. Errors of plugins are added to `failures`.

    Returns the contents of the plugins, the built-in ones first; the families of those that did not load; and, by path,
    exactly what was compiled of the local plugins. With `trusted`, the content of trusted local plugins by path, no
    file is read and the user's trust store is not asked: local plugins that are missing from it are refused. Raises
    SettingsError for an invalid pattern of the configuration.
    """
    plugins: list[PluginContents] = []
    failed_families: set[str] = set()
    local_contents: dict[str, bytes] = {}
    for plugin, distribution, family, load in _candidates(settings, trusted, local_contents):
        contents = load_plugin(plugin, family, load, distribution, debug=settings.debug)
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
    return list(_drop_conflicting(plugins, failures, failed_families)), failed_families, local_contents


def load_plugin(
    plugin: str, family: str | None, load: Callable[[], LoadedModule], distribution: str = "", *, debug: bool = False
) -> PluginContents | Failure:
    """Return the contents of a plugin, or why it cannot run.

    All its rules must belong to `family`; None allows any, as long as it is the same.
    """
    try:
        if plugin not in BUILT_IN:
            from newslint.plugin_loader.supervision import note_call

            note_call(plugin_label(plugin, distribution))
        module, digest = load()
        contents = call_hooks(plugin, module)._replace(distribution=distribution, digest=digest)
        if plugin not in BUILT_IN:  # a test validates these
            from newslint.plugin_loader.validation import validate

            validate(contents, family)
    except PluginError as error:
        return Failure(plugin_label(plugin, distribution), None, str(error))
    except BaseException as error:  # whatever a plugin raises when it is imported or called
        return Failure(plugin_label(plugin, distribution), None, format_plugin_error(error, debug=debug))
    return contents


def _candidates(
    settings: Settings, trusted: Mapping[str, bytes] | None, local_contents: dict[str, bytes]
) -> Iterator[tuple[str, str, str, Callable[[], LoadedModule]]]:
    """Yield each plugin: its name, its distribution, the family of its rules, and the function that loads it."""
    for name in BUILT_IN:
        yield name, "", name.removeprefix("newslint_"), partial(_load_built_in, name)
    if settings.plugins:
        from newslint.plugin_loader.installed import distribution_of, load_installed

        for name in settings.plugins:
            yield name, distribution_of(name), name, partial(load_installed, name, BUILT_IN)
    if settings.local_plugins:
        from newslint.plugin_loader.local_file import compile_file, family_of, read_trusted

        def load_local(path: str) -> LoadedModule:
            if trusted is None:
                local_contents[path] = read_trusted(path)
            elif path in trusted:
                local_contents[path] = trusted[path]
            else:
                where = "on the machine that started the job"
                raise PluginError(f"{path} is not trusted {where}; review it there, then run `newslint --trust`")
            return compile_file(path, local_contents[path])

        for path in settings.local_plugins:
            name = path.removeprefix(settings.root + os.sep).replace(os.sep, "/")
            yield name, "", family_of(path), partial(load_local, path)


def _load_built_in(name: str) -> LoadedModule:
    return import_module(name), ""


def call_hooks(name: str, plugin: Any) -> PluginContents:
    """Call the hooks of one plugin. Raises whatever it raises."""
    hooks = ("newslint_rules", "newslint_readers", "newslint_reporters")
    if name in BUILT_IN:  # they need no validation by pluggy, whose import costs as much as an article
        answers: list[list[Any]] = [getattr(plugin, hook, list)() for hook in hooks]
    else:
        from newslint.plugin_loader.hookspecs import make_plugin_manager

        caller = make_plugin_manager(plugin, name).hook
        answers = [[item for answer in getattr(caller, hook)() for item in _listed(hook, answer)] for hook in hooks]
    rules, readers, reporters = map(tuple, answers)
    return PluginContents(name, rules, readers, reporters)


def _listed(hook: str, answer: Any) -> list[Any] | tuple[Any, ...]:
    """Return what a hook returned. Raises PluginError if it is not a list."""
    if isinstance(answer, list | tuple):
        return answer
    what = f"the class {answer.__name__}" if isinstance(answer, type) else f"{type(answer).__name__}"
    example = answer.__name__ if isinstance(answer, type) else "MyRule"
    raise PluginError(f"{hook}() returned {what}, not a list; write it as in `return [{example}]`")


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
            failures.append(Failure(plugin_label(contents.plugin, contents.distribution), None, text))
            failed_families.update(rule.name.split("/")[0] for rule in contents.rules)
            continue
        provider_of.update(dict.fromkeys(names, contents.plugin))
        yield contents
