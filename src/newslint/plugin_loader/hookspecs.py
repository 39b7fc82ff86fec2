"""The three hooks of a plugin. newslint calls each once at the start, on one plugin alone, and none per article."""

from __future__ import annotations

from types import FunctionType
from typing import Any

import pluggy

from newslint.api import Reader, Reporter, Rule

PROJECT = "newslint"
specification = pluggy.HookspecMarker(PROJECT)


class HookSpecs:
    """The hooks that a plugin may define."""

    @specification
    def newslint_rules(self) -> list[type[Rule]]:
        """Return the rule classes of this plugin."""
        raise NotImplementedError

    @specification
    def newslint_readers(self) -> list[type[Reader]]:
        """Return the reader classes of this plugin."""
        raise NotImplementedError

    @specification
    def newslint_reporters(self) -> list[type[Reporter]]:
        """Return the reporter classes of this plugin."""
        raise NotImplementedError


class Manager(pluggy.PluginManager):
    """A plugin manager that finds hooks by their names, so that a plugin needs no marker and no import of pluggy."""

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> pluggy.HookimplOpts | None:
        """Take every function called `newslint_…` for a hook; `check_pending` rejects unknown ones."""
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
    """Return a manager that holds this one plugin. Raises pluggy.PluginValidationError for an unknown hook."""
    manager = Manager(PROJECT)
    manager.add_hookspecs(HookSpecs)
    manager.register(plugin, name)
    manager.check_pending()
    return manager
