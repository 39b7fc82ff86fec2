"""Local plugins: single files, which run only if the user trusts them."""

from __future__ import annotations

import os
import sys
from types import ModuleType

from newslint.files import FileError, read_regular
from newslint.plugin_loader import MODULE_PREFIX, LoadedModule, PluginError


def family_of(path: str) -> str:
    """Return the family of the rules in a local plugin: the name of its file in kebab-case."""
    return os.path.splitext(os.path.basename(path))[0].replace("_", "-")


def read_trusted(path: str) -> bytes:
    """Return the content of a local plugin file. Raises PluginError if the user does not trust it."""
    from newslint.plugin_loader import trust

    content = read_file(path)
    if not trust.is_trusted(path, content):
        raise PluginError(
            f"{path} is not trusted, or changed since it was trusted here; review it, then run `newslint --trust` "
            f"(or set {trust.TRUST_ENV_VAR}=1 for one run)"
        )
    return content


def read_file(path: str) -> bytes:
    """Return the content of a file. Raises PluginError."""
    try:
        return read_regular(path)
    except FileError as error:
        raise PluginError(f'{path} {error}; check "local-plugins"') from error
    except OSError as error:
        raise PluginError(f'{path} cannot be read: {error.strerror}; check "local-plugins"') from error


def compile_file(path: str, content: bytes) -> LoadedModule:
    """Return the module that exactly this content makes. Raises PluginError, and whatever the module raises."""
    from newslint.plugin_loader.beside import forbid_imports_beside
    from newslint.plugin_loader.trust import digest

    forbid_imports_beside(path)
    module = ModuleType(f"{MODULE_PREFIX}{os.path.splitext(os.path.basename(path))[0]}")
    module.__file__ = path
    sys.modules[module.__name__] = module  # typing and pickle look up its classes there
    try:
        code = compile(content, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise PluginError(f"SyntaxError: {error.msg} ({path}, line {error.lineno})") from error
    exec(code, module.__dict__)
    return module, digest(content)
