"""Writes the rule pages below `docs/rules` from the rule classes: `python -m newslint.rule_docs FOLDER [--check]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from newslint.api import Rule
from newslint.config.settings import Settings
from newslint.linter.linter import Linter, build_linter

NOTE = "<!-- Written from the rule's class; change it there. -->\n"


def pages(linter: Linter) -> dict[str, str]:
    """Every page by its path below the folder."""
    found = {f"{name}.md": f"{NOTE}\n{page(linter, name)}" for name in linter.all_rules}
    found["README.md"] = _index(linter)
    return found


def page(linter: Linter, name: str) -> str:
    """A rule's page."""
    info, rule = linter.rule_info(name), linter.all_rules[name]
    preview = " It is in preview: it runs with `--preview`, or when it is selected by name." if info.preview else ""
    parts = [f"# {name}\n\nSeverity: {info.severity}.{preview}\n\n{info.documentation}\n"]
    options = list(options_of(rule))
    if options:
        rows = "".join(f"| `{option}` | `{default}` | {meaning} |\n" for option, default, meaning in options)
        parts.append(
            f'\n## Options\n\nIn `.newslint.toml`, under `[rules."{name}"]`.\n\n'
            f"| option | default | meaning |\n|---|---|---|\n{rows}"
        )
    return "".join(parts)


def _index(linter: Linter) -> str:
    lines = [f"{NOTE}\n# Rules\n"]
    family = ""
    for name in sorted(linter.all_rules):
        info = linter.rule_info(name)
        if name.split("/")[0] != family:
            family = name.split("/")[0]
            about = sys.modules[info.plugin].__doc__ or ""
            lines.append(f"\n## {family}\n\n{about.strip()}\n\n| rule | severity | what it finds |\n|---|---|---|\n")
        preview = " (preview)" if info.preview else ""
        lines.append(f"| [{name}]({name}.md) | {info.severity}{preview} | {info.summary} |\n")
    return "".join(lines)


def options_of(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """Each option of a rule: its name, its default as TOML, what it does (from the docstring of `Options`)."""
    meanings = {}
    for line in (rule.Options.__doc__ or "").split("\n"):
        name, colon, meaning = line.partition(":")
        if colon:
            meanings[name.strip()] = meaning.strip()
    for field in rule.Options._fields:
        default = rule.Options._field_defaults.get(field)
        yield field.replace("_", "-"), to_toml(default), meanings.get(field, "")


def to_toml(value: object) -> str:
    """Return a value as TOML."""
    # JSON's strings, numbers, lists and booleans are TOML's.
    return json.dumps(value, ensure_ascii=False)


def stale(folder: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    """The paths below the folder that are missing, differ, or belong to no rule."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    for name in sorted(there | set(wanted)):
        path = folder / name
        if name not in wanted or name not in there or path.read_text(encoding="utf-8") != wanted[name]:
            yield name


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are stale: exit status 1 where any is."""
    folder = Path(arguments[0])
    wanted = pages(build_linter(Settings()))
    changed = list(stale(folder, wanted))
    if "--check" in arguments:
        sys.stderr.writelines(f"{folder / name} is stale\n" for name in changed)
        return 1 if changed else 0
    for name in changed:
        path = folder / name
        if name not in wanted:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[name], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
