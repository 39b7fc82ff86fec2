"""The JSON schema of the configuration, written from its keys and the built-in rules: run with `--check` to compare.

It is the file that editors complete `.newslint.toml` with.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, get_type_hints

from newslint.api import Rule
from newslint.config.keys import CONFIG_KEYS
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.model import SEVERITIES
from newslint.rule_docs import options_of

SCHEMA = Path(__file__).parent.parent / "src/newslint/config/newslint.schema.json"
TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}


def schema() -> dict[str, Any]:
    """Return the schema."""
    linter = build_linter(Settings())
    properties = {
        name: {**key.schema, "description": key.meaning} for name, key in CONFIG_KEYS.items() if name != "rules"
    }
    rules = {name: rule_schema(rule, linter.rule_info(name).summary) for name, rule in linter.all_rules.items()}
    families = {name.split("/")[0] for name in rules}
    own = {"severity": {"enum": list(SEVERITIES)}}
    general = {family: {"type": "object", "properties": own} for family in sorted(families)}
    properties["rules"] = {
        "type": "object",
        "description": CONFIG_KEYS["rules"].meaning,
        "properties": {**general, **dict(sorted(rules.items()))},
        "additionalProperties": {"type": "object"},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "newslint",
        "description": "The configuration of newslint, a linter for news articles.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def rule_schema(rule: Rule, summary: str) -> dict[str, Any]:
    """Return the schema of a rule's table."""
    types = get_type_hints(rule.Options)
    meanings = {option: meaning for option, _, meaning in options_of(rule)}
    properties: dict[str, Any] = {"severity": {"enum": list(SEVERITIES)}}
    for field in rule.Options._fields:
        option = field.replace("_", "-")
        is_list = types[field] not in TYPES
        kind = {"type": "array", "items": {"type": "string"}} if is_list else {"type": TYPES[types[field]]}
        properties[option] = {**kind, "description": meanings[option]}
    return {"type": "object", "description": summary, "properties": properties, "additionalProperties": False}


def main() -> int:
    """Write the schema, or with `--check` return 1 if the file differs."""
    text = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        return int(not SCHEMA.exists() or SCHEMA.read_text(encoding="utf-8") != text)
    SCHEMA.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
