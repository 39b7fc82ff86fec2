"""Local plugins must not import modules that lie beside them: trust covers the content of one file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import FrameType, ModuleType

from newslint.plugin_loader import MODULE_PREFIX


class BesideImportError(ImportError):
    """An import of code that nobody has trusted."""


class BesideFinder(MetaPathFinder):
    """Refuses what local plugins import from their repository, unless its folder was in the path before they ran.

    It stays for the whole run, because a rule may import what it needs when it is called.
    """

    def __init__(self) -> None:
        self.repositories: set[str] = set()  # of local plugins
        self._at_start = {os.path.realpath(entry) for entry in sys.path if entry}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return None, so that the usual finders look. Raises BesideImportError."""
        # With a path, it is a submodule: a plugin may have made itself, or another module, a package of the repository.
        spec = PathFinder.find_spec(fullname, path) if _is_plugin_running() else None
        if spec is None:
            return None
        places = [spec.origin] if spec.has_location and spec.origin else []
        for place in [*places, *(spec.submodule_search_locations or ())]:
            file = os.path.realpath(place)
            is_beside = any(file.startswith(repository) for repository in self.repositories)
            if is_beside and not any(file.startswith(os.path.join(entry, "")) for entry in self._at_start):
                raise BesideImportError(
                    f'it imports "{fullname}" from beside it ({place}), which trust does not cover; put the code into '
                    "the plugin, or install both as a package"
                )
        return None


def _is_plugin_running() -> bool:
    """Return whether the code of a local plugin, or code that it has called, imports a module."""
    frame: FrameType | None = sys._getframe(1)
    while frame and not str(frame.f_globals.get("__name__", "")).startswith(MODULE_PREFIX):
        frame = frame.f_back
    return frame is not None


def forbid_imports_beside(repository: str) -> None:
    """Refuse imports of modules in a repository from now on."""
    finder = next((finder for finder in sys.meta_path if isinstance(finder, BesideFinder)), None)
    if finder is None:
        finder = BesideFinder()
        sys.meta_path.insert(0, finder)
    finder.repositories.add(os.path.join(os.path.realpath(repository), ""))
