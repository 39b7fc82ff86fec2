"""What newslint tells without linting: its rules, one rule's page, the settings of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.api import Rule
from newslint.host.session import Linter
from newslint.host.settings import Settings, SettingsError, did_you_mean


def rules(session: Linter) -> Iterator[str]:
    """A line a rule: whether it runs (`*`), its name, severity and summary."""
    runs = {rule.name for rule in session.enabled_rules}
    wide = max(map(len, session.all_rules), default=0)
    for name in sorted(session.all_rules):
        info = session.rule_info(name)
        mark = "*" if name in runs else " "
        note = " (preview)" if info.preview else ""
        yield f"{mark} {name:{wide}}  {info.severity:7}  {info.summary}{note}\n"


def explain(session: Linter, name: str) -> Iterator[str]:
    """A rule's documentation with its options. Raises SettingsError where there is no such rule."""
    if name not in session.all_rules:
        hint = did_you_mean(name, session.all_rules)
        raise SettingsError(f'there is no rule "{name}"{hint} (`newslint --list-rules` shows all)', session.failures)
    info = session.rule_info(name)
    preview = ", in preview: runs with --preview" if info.preview else ""
    yield f"{name} ({info.severity}{preview})\n\n{info.documentation}\n"
    options = list(options_of(session.all_rules[name]))
    if options:
        yield "\nOptions, under " + f'[rules."{name}"] in .newslint.toml:\n\n'
        for option, default, meaning in options:
            yield f"- {option} = {default}: {meaning}\n"


def options_of(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """Each option of a rule: its name, its default as TOML, what it does (from the docstring of `Options`)."""
    meanings = {}
    for line in (rule.Options.__doc__ or "").split("\n"):
        name, colon, meaning = line.partition(":")
        if colon:
            meanings[name.strip()] = meaning.strip()
    for field in rule.Options._fields:
        default = rule.Options._field_defaults.get(field)
        yield field.replace("_", "-"), _toml(default), meanings.get(field, "")


def format_settings(given: Settings) -> Iterator[str]:
    """The settings in force, as a configuration file would say them."""
    yield f"# from {given.config_path}\n" if given.config_path else "# no configuration file\n"
    for key in ("select", "ignore", "preview", "fail_on", "exclude", "plugins", "local_plugins"):
        yield f"{key.replace('_', '-')} = {_toml(getattr(given, key))}\n"
    for name, table in sorted(given.rules.items()):
        yield f'\n[rules."{name}"]\n'
        yield from (f"{key} = {_toml(value)}\n" for key, value in table.items())
    for spec in given.patterns:
        yield "\n[[pattern]]\n"
        yield from (f"{key} = {_toml(value)}\n" for key, value in spec._asdict().items() if value is not None)


def _toml(value: object) -> str:
    # JSON's strings, numbers, lists and booleans are TOML's.
    return json.dumps(value, ensure_ascii=False)
