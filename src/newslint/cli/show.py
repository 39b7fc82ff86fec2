"""What newslint tells without linting: its rules, one rule's page, the settings of a run."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.config.settings import Settings, SettingsError, did_you_mean
from newslint.linter.linter import Linter
from newslint.rule_docs import options_of, to_toml


def rules(linter: Linter) -> Iterator[str]:
    """A line a rule: whether it runs (`*`), its name, severity and summary."""
    runs = {rule.name for rule in linter.enabled_rules}
    wide = max(map(len, linter.all_rules), default=0)
    for name in sorted(linter.all_rules):
        info = linter.rule_info(name)
        mark = "*" if name in runs else " "
        note = " (preview)" if info.preview else ""
        yield f"{mark} {name:{wide}}  {info.severity:7}  {info.summary}{note}\n"


def explain(linter: Linter, name: str) -> Iterator[str]:
    """A rule's documentation with its options. Raises SettingsError where there is no such rule."""
    if name not in linter.all_rules:
        hint = did_you_mean(name, linter.all_rules)
        raise SettingsError(f'there is no rule "{name}"{hint} (`newslint --list-rules` shows all)', linter.failures)
    info = linter.rule_info(name)
    preview = ", in preview: runs with --preview" if info.preview else ""
    yield f"{name} ({info.severity}{preview})\n\n{info.documentation}\n"
    options = list(options_of(linter.all_rules[name]))
    if options:
        yield "\nOptions, under " + f'[rules."{name}"] in .newslint.toml:\n\n'
        for option, default, meaning in options:
            yield f"- {option} = {default}: {meaning}\n"


def format_settings(given: Settings) -> Iterator[str]:
    """The settings in force, as a configuration file would say them."""
    yield f"# from {given.config_path}\n" if given.config_path else "# no configuration file\n"
    for key in ("select", "ignore", "preview", "fail_on", "exclude", "plugins", "local_plugins"):
        yield f"{key.replace('_', '-')} = {to_toml(getattr(given, key))}\n"
    for name, table in sorted(given.rules.items()):
        yield f'\n[rules."{name}"]\n'
        yield from (f"{key} = {to_toml(value)}\n" for key, value in table.items())
    for spec in given.patterns:
        yield "\n[[pattern]]\n"
        yield from (f"{key} = {to_toml(value)}\n" for key, value in spec._asdict().items() if value is not None)
