"""Writes docs/reference.md, all options, configuration keys and hooks, from where they are defined: `[--check]`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import newslint.corpus.main
import newslint.lsp.main
import newslint.mcp.main
import newslint.warc.main
from newslint.cli.option_help import OPTION_HELP, PANELS, VERSION_HELP
from newslint.cli.options import SHORT_OPTIONS, option_name
from newslint.config.keys import CONFIG_KEYS
from newslint.plugin_loader.hookspecs import HookSpecs

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference.md"
PARSERS = [
    newslint.corpus.main.make_parser(),
    newslint.warc.main.make_parser(),
    newslint.lsp.main.make_parser(),
    newslint.mcp.main.make_parser(),
]
HEAD = """\
<!-- Written by tools/write_reference_page.py. -->

# Reference

All options, configuration keys and hooks. [The rules](rules/README.md) have pages of their own, with their options, and
so has [what plugins import](api.md).
"""


def page() -> str:
    """Return the page, in Markdown."""
    return "\n".join([HEAD, *_newslint(), *_programs(), *_configuration(), *_hooks()])


def _newslint() -> Iterator[str]:
    yield "## Options of newslint\n"
    short_of = {field: short for short, field in SHORT_OPTIONS.items()}
    rows = [(option_name(field), short_of.get(field), row) for field, row in OPTION_HELP.items()]
    rows.append(("--version", None, VERSION_HELP))
    for panel, sentence in PANELS.items():
        options = [(_names([short, name], row.metavar), row.text) for name, short, row in rows if row.panel == panel]
        yield f"### {panel}\n\n{sentence}\n\n{_table('option', options)}"


def _programs() -> Iterator[str]:
    for parser in PARSERS:
        rows = []
        for action in parser._actions:
            names = action.option_strings or [action.dest.upper()]
            has_value = action.option_strings and action.nargs != 0
            value = str(action.metavar or f"{{{','.join(action.choices or ())}}}") if has_value else None
            if action.dest != "help":
                rows.append((_names(names, value), (action.help or "").replace("%%", "%")))
        yield f"## Options of {parser.prog}\n\n{parser.description}\n\n{_table('option', rows)}"


def _configuration() -> Iterator[str]:
    keys = [(f"`{name}`", f"{key.meaning}{_values(key.schema)}") for name, key in CONFIG_KEYS.items()]
    yield f"## Keys of .newslint.toml\n\n[Configuration](configuration.md) explains them.\n\n{_table('key', keys)}"
    for name in ("pattern", "overrides"):
        properties: Mapping[str, Any] = CONFIG_KEYS[name].schema["items"]["properties"]
        rows = [
            (f"`{key}`", f"{part.get('description', '')}{_values(part)}".strip()) for key, part in properties.items()
        ]
        yield f"### Keys of [[{name}]]\n\n{_table('key', rows)}"


def _values(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " One of " + ", ".join(f"`{value}`" for value in schema["enum"]) + "."
    return " `true` or `false`." if schema.get("type") == "boolean" else ""


def _hooks() -> Iterator[str]:
    hooks = [(name, hook) for name, hook in vars(HookSpecs).items() if name.startswith("newslint_")]
    rows = [(f"`{name}() -> {hook.__annotations__['return']}`", hook.__doc__ or "") for name, hook in hooks]
    text = "[Writing rules and plugins](rule-authors.md) has examples."
    yield f"## Hooks of a plugin\n\n{text}\n\n{_table('hook', rows)}"


def _names(names: Iterable[str | None], value: str | None) -> str:
    return "`" + ", ".join(filter(None, names)) + (f" {value}" if value else "") + "`"


def _table(what: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"| {_cell(name)} | {_cell(meaning)} |\n" for name, meaning in rows)
    return f"| {what} | meaning |\n|---|---|\n{lines}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|").replace("<", "&lt;")


def main(arguments: list[str]) -> int:
    """Write the page; with `--check`, only compare it and return 1 if it differs."""
    if "--check" in arguments:
        is_fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        if not is_fresh:
            sys.stderr.write("docs/reference.md is stale; run `python tools/write_reference_page.py`\n")
        return 0 if is_fresh else 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
