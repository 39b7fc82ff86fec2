"""The three hooks of a plugin. Each is called once at start, on one plugin alone; none is called for an article."""

from __future__ import annotations

from types import FunctionType
from typing import Any

import pluggy

from newslint.api import Reader, Reporter, Rule

PROJECT = "newslint"
specification = pluggy.HookspecMarker(PROJECT)


class HookSpecs:
    """What a plugin may offer."""

    @specification
    def newslint_rules(self) -> list[type[Rule]]:
        """The rule classes of this plugin."""
        raise NotImplementedError

    @specification
    def newslint_readers(self) -> list[type[Reader]]:
        """Readers of article files."""
        raise NotImplementedError

    @specification
    def newslint_reporters(self) -> list[type[Reporter]]:
        """Writers of diagnostics."""
        raise NotImplementedError


class Manager(pluggy.PluginManager):
    """Knows a hook by its name alone, so a plugin needs no marker and no import of pluggy."""

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> pluggy.HookimplOpts | None:
        """Every function called `newslint_…` is an implementation; one that no hook knows is refused."""
        if not name.startswith("newslint_") or not isinstance(getattr(plugin, name, None), FunctionType):
            return None
        return {
            "wrapper": False,
            "hookwrapper": False,
            "optionalhook": False,
            "tryfirst": False,
            "trylast": False,
            "specname": None,
        }


def make_plugin_manager(plugin: Any, name: str) -> Manager:
    """A manager that holds this one plugin. Raises pluggy.PluginValidationError for a hook that is none."""
    manager = Manager(PROJECT)
    manager.add_hookspecs(HookSpecs)
    manager.register(plugin, name)
    manager.check_pending()
    return manager
