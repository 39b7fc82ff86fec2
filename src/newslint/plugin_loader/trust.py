"""Trust in local plugins: the SHA-256 of each trusted content, in the user's state directory, never in a repository."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

TRUST_ENV_VAR = "NEWSLINT_TRUST_LOCAL"  # the value 1 trusts every local plugin for one run


def trust_store_path() -> Path:
    """Return the file of trusted contents: a line for each, with the hash and the path of the plugin."""
    from platformdirs import user_state_path

    return user_state_path("newslint") / "trusted-plugins.txt"


def digest(content: bytes) -> str:
    """Return the SHA-256 of a plugin's content, in hexadecimal."""
    return sha256(content).hexdigest()


def is_trusted(content: bytes) -> bool:
    """Return whether the user trusts exactly this content."""
    if os.environ.get(TRUST_ENV_VAR) == "1":
        return True
    try:
        store = trust_store_path().read_text(encoding="utf-8")
    except OSError:
        return False
    return any(line.split(" ", 1)[0] == digest(content) for line in store.split("\n"))


def trust_file(path: str) -> str:
    """Add a plugin's current content to the trust store, and return its hash. Raises OSError."""
    content = Path(path).read_bytes()
    if not is_trusted(content):
        trust_store_path().parent.mkdir(parents=True, exist_ok=True)
        with trust_store_path().open("a", encoding="utf-8", newline="\n") as store:
            # A repository chooses the path, so a line feed in it must not start a new line of the store.
            store.write(f"{digest(content)} {path!a}\n")
    return digest(content)
