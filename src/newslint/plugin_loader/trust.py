"""Consent to local plugins: the SHA-256 of what may run, kept in the user's state directory, never in a repository."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

TRUST_ENV_VAR = "NEWSLINT_TRUST_LOCAL"  # set to 1, it agrees to every local plugin for one run


def trust_store_path() -> Path:
    """The file that holds what was agreed to, a line each: the hash, and the path it was agreed for."""
    from platformdirs import user_state_path

    return user_state_path("newslint") / "trusted-plugins.txt"


def digest(content: bytes) -> str:
    """The SHA-256 of a plugin's content, in hexadecimal."""
    return sha256(content).hexdigest()


def trusted(content: bytes) -> bool:
    """Whether the user agreed to exactly this content."""
    if os.environ.get(TRUST_ENV_VAR) == "1":
        return True
    try:
        known = trust_store_path().read_text(encoding="utf-8")
    except OSError:
        return False
    return any(line.split(" ", 1)[0] == digest(content) for line in known.split("\n"))


def trust_file(path: str) -> str:
    """Store consent to a plugin's present content and return its hash. Raises OSError."""
    content = Path(path).read_bytes()
    if not trusted(content):
        trust_store_path().parent.mkdir(parents=True, exist_ok=True)
        with trust_store_path().open("a", encoding="utf-8", newline="\n") as lines:
            # The path is a repository's to choose: a line end in it must not begin a line of the store.
            lines.write(f"{digest(content)} {path!a}\n")
    return digest(content)
