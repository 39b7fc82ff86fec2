"""Trust in local plugins: a line for each trusted content and its place, in the user's state directory.

A repository must not be able to grant trust, and its environment (a `.envrc`, a task of an editor) may set HOME and
XDG_STATE_HOME. So the store counts only if its path is absolute, leads out of the repository, and if nobody but its
user can write to it.
"""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

from newslint.config.loader import find_repository
from newslint.files import FileError, read_regular
from newslint.plugin_loader import PluginError

TRUST_ENV_VAR = "NEWSLINT_TRUST_LOCAL"  # the value 1 trusts every local plugin for one run
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
ADVICE = "set HOME or XDG_STATE_HOME to an absolute folder of your own, outside the repository"


def trust_store_path() -> Path:
    """Return the file of trusted contents: a line for each, with the hash and the path of the plugin."""
    from platformdirs import user_state_path

    return user_state_path("newslint") / "trusted-plugins.txt"


def digest(content: bytes) -> str:
    """Return the SHA-256 of a plugin's content, in hexadecimal."""
    return sha256(content).hexdigest()


def is_trusted(path: str, content: bytes) -> bool:
    """Return whether the user trusts exactly this content at this path.

    Raises PluginError for a trust store that somebody else may have written.
    """
    if os.environ.get(TRUST_ENV_VAR) == "1":
        return True
    return _line(path, content) in _lines(_checked_store(path))


def trust_file(path: str) -> str:
    """Add a plugin's current content to the trust store, and return its hash.

    Raises OSError for a plugin that cannot be read, and PluginError for a store that cannot be used.
    """
    try:
        content = read_regular(path)
    except FileError as error:
        raise PluginError(f"{path} {error}") from error
    store = _checked_store(path)
    try:
        if _line(path, content) not in _lines(store):
            store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number = os.open(store, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(number, "a", encoding="utf-8", newline="\n") as file:
                file.write(_line(path, content) + "\n")
    except OSError as error:
        raise PluginError(f"the trust store {store} cannot be written: {error.strerror}; {ADVICE}") from error
    return digest(content)


def _lines(store: Path) -> list[str]:
    try:
        return read_regular(str(store)).decode("utf-8", "replace").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except FileError as error:
        raise PluginError(f"the trust store {store} {str(error).partition(';')[0]}; move it away") from error
    except OSError as error:
        raise PluginError(f"the trust store {store} cannot be read: {error.strerror}; move it away") from error


def _line(path: str, content: bytes) -> str:
    # A repository chooses the path, so a line feed in it must not start a new line of the store.
    return f"{digest(content)} {os.path.realpath(path)!a}"


def _checked_store(plugin: str) -> Path:
    """Return the path of the store. Raises PluginError if the repository of the plugin could have written it."""
    store = trust_store_path()
    if not store.is_absolute():
        raise PluginError(f"the path of the trust store, {store}, is not absolute; {ADVICE}")
    target = os.path.realpath(store)
    above = find_repository(os.path.dirname(target))
    is_in_repository = os.path.exists(os.path.join(above, ".git")) and above != _home()
    folders = os.path.dirname(os.path.realpath(plugin)), os.path.realpath(os.path.dirname(plugin))
    if is_in_repository or any(target.startswith(os.path.join(folder, "")) for folder in folders):
        raise PluginError(f"the trust store, {store}, lies in a repository or beside the plugin; {ADVICE}")
    if hasattr(os, "getuid"):
        for path in (store.parent, store):
            try:
                state = path.stat()
            except OSError:
                continue
            if state.st_uid not in (os.getuid(), 0) or state.st_mode & WRITABLE_BY_OTHERS:
                raise PluginError(
                    f"{path}, of the trust store, can be written by others; make it yours alone (chmod go-w)"
                )
    return store


def _home() -> str:
    """Return the home folder of the user, whatever HOME says; empty where that is unknown."""
    try:
        import pwd

        return os.path.realpath(pwd.getpwuid(os.getuid()).pw_dir)
    except (ImportError, KeyError):
        return ""
