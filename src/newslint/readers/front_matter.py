"""The front matter of a Markdown file: YAML between lines of `---`, or TOML between lines of `+++`."""

from __future__ import annotations

import re
import sys
from typing import Any

FRONT_MATTER = re.compile(r"(?s)(---|\+\+\+)[ \t]*\r?\n(.*?\n)??(?:\1|\.\.\.)[ \t]*\r?(?:\n|\Z)")

# Lines of fields, and then a blank line or the end.
UNCLOSED = re.compile(
    r"(---|\+\+\+)[ \t]*\r?\n(?:[A-Za-z_][\w -]{0,40}(?:: |:\r?$| ?= ?)[^\n]*(?:\n|\Z))+(?=\r?\n|\Z)", re.MULTILINE
)


def split_front_matter(text: str) -> tuple[dict[str, Any], int, str]:
    """Return the fields of the front matter, the offset behind it, and what is wrong with it (or an empty string)."""
    match = FRONT_MATTER.match(text)
    if not match:
        return _unclosed(text)
    kind = "YAML" if match[1] == "---" else "TOML"
    try:
        fields = _yaml(match[2] or "") if kind == "YAML" else _toml(match[2] or "")
    except ValueError as error:
        reason = " ".join(str(error).split())
        return (
            {},
            match.end(),
            f"the front matter is not valid {kind}: {reason}; correct it, or its metadata is not read",
        )
    if fields is None:
        return {}, match.end(), ""
    if not isinstance(fields, dict):
        # A thematic break, and another one further down.
        return {}, 0, ""
    return {str(name): value for name, value in fields.items()}, match.end(), ""


def _unclosed(text: str) -> tuple[dict[str, Any], int, str]:
    """Return what `split_front_matter` does for a text whose front matter does not end: it ends at a blank line."""
    match = UNCLOSED.match(text)
    if not match:
        return {}, 0, ""
    return {}, match.end(), f"the front matter is not closed, so it is not read; add a line {match[1]} behind it"


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _toml(text: str) -> Any:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(text.replace("\r\n", "\n"))
