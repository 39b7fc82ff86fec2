"""Local plugins must not import what trust does not cover: it covers the content of one file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import FrameType, ModuleType


class BesideImportError(ImportError):
    """An import of code that nobody has trusted."""


class BesideFinder(MetaPathFinder):
    """Refuses what local plugins import from places that were not in the path before they ran, such as their folder.

    It stays for the whole run, because a rule may import what it needs when it is called.
    """

    def __init__(self) -> None:
        self.files: set[str] = set()  # of local plugins
        entries = [os.path.abspath(entry) for entry in sys.path if entry]
        self._at_start = tuple({os.path.join(place, "") for entry in entries for place in _names_of(entry)})

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return None, so that the usual finders look. Raises BesideImportError."""
        # With a path, it is a submodule: a plugin may have made itself, or another module, a package of a repository.
        spec = PathFinder.find_spec(fullname, path) if self._is_plugin_running(sys._getframe(1)) else None
        if spec is None:
            return None
        places = [spec.origin] if spec.has_location and spec.origin else []
        for place in [*places, *(spec.submodule_search_locations or ())]:
            if not any(name.startswith(self._at_start) for name in _names_of(os.path.abspath(place))):
                raise BesideImportError(
                    f'it imports "{fullname}" from {place}, which trust does not cover; put the code into the plugin, '
                    "or install both as a package"
                )
        return None

    def _is_plugin_running(self, frame: FrameType | None) -> bool:
        """Return whether the code of a local plugin, or code that it has called, imports a module.

        A thread or an exit handler may be the import itself, and nothing shows who has started it: then it was one.
        """
        is_somebody_else = False
        while frame:
            if frame.f_code.co_filename in self.files:
                return True
            package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
            is_somebody_else = is_somebody_else or package not in sys.stdlib_module_names
            frame = frame.f_back
        return not is_somebody_else


def _names_of(path: str) -> Iterator[str]:
    yield path
    yield os.path.realpath(path)  # a link may lead out of a folder, or the folder itself may be one


def forbid_imports_beside(path: str) -> None:
    """Refuse from now on what the local plugin of this path imports from elsewhere than Python's path."""
    finder = next((finder for finder in sys.meta_path if isinstance(finder, BesideFinder)), None)
    if finder is None:
        finder = BesideFinder()
        sys.meta_path.insert(0, finder)
    finder.files.add(path)
