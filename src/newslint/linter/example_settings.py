"""The table after the fence of an example: the options of the rule, and the metadata of the article."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from newslint.api import Rule
from newslint.config.settings import SettingsError
from newslint.linter.rule_settings import configure_rule

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def set_up_example(rule: Rule, text: str) -> tuple[Rule, Mapping[str, str]]:
    """Return the rule with the options of a table such as `{ options.limit = 1, meta.date = "2025-05-23" }`.

    Also returns the metadata of the article. Raises ValueError for a table that is invalid.
    """
    try:
        table: dict[str, Any] = tomllib.loads(f"table = {text}")["table"]
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{text} is not an inline table of TOML: {error}") from error
    options, meta = table.pop("options", {}), table.pop("meta", {})
    if table or not isinstance(options, dict) or not isinstance(meta, dict):
        raise ValueError(f'{text} must hold "options.NAME = value" and "meta.NAME = text" alone')
    if wrong := next((name for name, value in meta.items() if not isinstance(value, str)), None):
        raise ValueError(f"meta.{wrong} must be a text, in quotation marks")
    if not options:
        return rule, meta
    try:
        return configure_rule(type(rule), {rule.name: options}), meta
    except SettingsError as error:
        raise ValueError(str(error)) from error
