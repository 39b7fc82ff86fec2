"""Plugins: how newslint finds, loads, validates and trusts them."""

from typing import NamedTuple

from newslint.api import Reader, Reporter, Rule


class PluginError(Exception):
    """A plugin that must not or cannot run. The message says what to do."""


class PluginContents(NamedTuple):
    """What one plugin provides."""

    plugin: str  # its name
    rules: tuple[type[Rule], ...] = ()
    readers: tuple[type[Reader], ...] = ()
    reporters: tuple[type[Reporter], ...] = ()
