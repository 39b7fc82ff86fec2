"""The rule pages below `docs/rules`, written from the rule classes: `python -m newslint.rule_docs FOLDER [--check]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from newslint.api import Rule
from newslint.config.settings import Settings
from newslint.engine.example_blocks import FENCE
from newslint.linter.linter import Linter, build_linter
from newslint.linter.measured import describe, measured
from newslint.reporters.escaping import exact_json_text

NOTE = "<!-- Written from the rule's class; change it there. -->\n"
MEANINGS = {"bad": "Reported", "good": "Not reported", "fixed": "After the fix"}


def pages(linter: Linter) -> dict[str, str]:
    """Return the text of every page by its path below the folder."""
    texts = {f"{name}.md": f"{NOTE}\n{page(linter, name)}" for name in linter.all_rules}
    texts["README.md"] = _index(linter)
    return texts


def page(linter: Linter, name: str) -> str:
    """Return the page of a rule, in Markdown."""
    info, rule = linter.rule_info(name), linter.all_rules[name]
    preview = " It is in preview: it runs with `--preview`, or when it is selected by name." if info.preview else ""
    languages = " It runs on articles in any language." if rule.any_language else ""
    parts = [f"# {name}\n\nSeverity: {info.severity}.{preview}{languages}\n\n{with_meanings(info.documentation)}\n"]
    if figures := describe(measured(name)):
        parts.append(f"\n## Measured\n\n{figures}\n")
    options = list(options_of(rule))
    if options:
        rows = "".join(f"| `{option}` | `{default}` | {meaning} |\n" for option, default, meaning in options)
        parts.append(
            f'\n## Options\n\nIn `.newslint.toml`, under `[rules."{name}"]`.\n\n'
            f"| option | default | meaning |\n|---|---|---|\n{rows}"
        )
    if info.profiles:
        rows = "".join(f"| `{name}` | {severity} | {text} |\n" for name, (severity, text) in info.profiles.items())
        parts.append(f"\n## Profiles\n\n| profile | severity | what it rests on |\n|---|---|---|\n{rows}")
    return "".join(parts)


def with_meanings(documentation: str) -> str:
    """Return documentation that says above each example what it shows: no reader of a rendered page sees its fence."""
    lines = []
    for line in documentation.split("\n"):
        if fence := FENCE.match(line):
            kind, name, table = fence.groups()
            where = (f", in `{name}`" if name else "") + (f", with `{table[1:-1].strip()}`" if table else "")
            lines += [f"{MEANINGS[kind]}{where}:", ""]
        lines.append(line)
    return "\n".join(lines)


def _index(linter: Linter) -> str:
    lines = [f"{NOTE}\n# Rules\n"]
    family = ""
    for name in sorted(linter.all_rules):
        info = linter.rule_info(name)
        if name.split("/")[0] != family:
            family = name.split("/")[0]
            about = family_documentation(linter, name)
            lines.append(f"\n## {family}\n\n{about}\n\n| rule | severity | what it finds |\n|---|---|---|\n")
        preview = " (preview)" if info.preview else ""
        lines.append(f"| [{name}]({name}.md) | {info.severity}{preview} | {info.summary} |\n")
    return "".join(lines)


def family_documentation(linter: Linter, name: str) -> str:
    """Return what the plugin of a rule says of its family; empty for a plugin that is not a module by that name."""
    module = sys.modules.get(linter.plugin_of[name])
    return ((module and module.__doc__) or "").strip()


def options_of(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """Yield each option of a rule: its name, its default as TOML, and its meaning from the docstring of `Options`."""
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
    # Strings, numbers, lists and booleans are written alike in JSON and TOML.
    return exact_json_text(value)


def stale_pages(folder: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths below the folder that are missing, differ from `texts`, or belong to no rule."""
    existing = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    for name in sorted(existing | set(texts)):
        path = folder / name
        if name not in texts or name not in existing or path.read_text(encoding="utf-8") != texts[name]:
            yield name


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` only list stale ones: then the exit status is 1 if there are any."""
    folder = Path(arguments[0])
    texts = pages(build_linter(Settings()))
    stale = list(stale_pages(folder, texts))
    if "--check" in arguments:
        sys.stderr.writelines(f"{folder / name} is stale\n" for name in stale)
        return 1 if stale else 0
    for name in stale:
        path = folder / name
        if name not in texts:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[name], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
