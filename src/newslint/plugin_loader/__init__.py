"""Plugins: how newslint finds, loads, validates and trusts them."""

from types import ModuleType

from newslint.api import Reader, Reporter, Rule
from newslint.named_tuple import NamedTuple

MODULE_PREFIX = "newslint_local_"  # of the modules of local plugins


class PluginError(Exception):
    """A plugin that must not or cannot run. The message says what to do."""


LoadedModule = tuple[ModuleType, str]
"""The module of a plugin, and a digest of its code; a built-in plugin has none."""


class PluginContents(NamedTuple):
    """What one plugin provides."""

    plugin: str  # its name
    rules: tuple[type[Rule], ...] = ()
    readers: tuple[type[Reader], ...] = ()
    reporters: tuple[type[Reporter], ...] = ()
    distribution: str = ""  # the name and version of the distribution of an installed plugin
    digest: str = ""  # of its code; empty for a built-in plugin


def plugin_label(plugin: str, distribution: str = "") -> str:
    """Return how messages name a plugin: by its name, and by the distribution that provides it."""
    return f'plugin "{plugin}"' + (f" ({distribution})" if distribution else "")
