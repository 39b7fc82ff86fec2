"""Information that newslint prints without linting: its rules, the page of one rule, the settings of a run."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.config.settings import PatternSpec, Settings, SettingsError, did_you_mean
from newslint.linter.linter import Linter
from newslint.reporters.escaping import escape, escape_lines, exact_json_text
from newslint.rule_docs import options_of, to_toml


def list_rules(linter: Linter) -> Iterator[str]:
    """Yield a line per rule: `*` if it is enabled, its name and severity, how often it was right, its summary."""
    from newslint.linter.measured import measured

    enabled = {rule.name for rule in linter.enabled_rules}
    width = max((len(escape(name)) for name in linter.all_rules), default=0)
    for name in sorted(linter.all_rules):
        info = linter.rule_info(name)
        mark = "*" if name in enabled else " "
        note = " (preview)" if info.preview else ""
        table = measured(name)
        right = f"{100 * table['precision']:.0f} % of {table['findings']}" if "precision" in table else ""
        yield f"{mark} {escape(name):{width}}  {info.severity:7}  {right:>12}  {escape(info.summary)}{note}\n"


def rules_as_json(linter: Linter) -> Iterator[str]:
    """Yield all rules as one JSON document, for programs."""
    from newslint.linter.measured import measured

    enabled = {rule.name for rule in linter.enabled_rules}
    rows = []
    for name in sorted(linter.all_rules):
        info = linter.rule_info(name)
        profiles = {profile: clause._asdict() for profile, clause in info.profiles.items()}
        row = {**info._asdict(), "enabled": name in enabled, "profiles": profiles, "measured": measured(name) or None}
        rows.append(row)
    yield exact_json_text({"schema": 1, "rules": rows}, is_indented=True, default=str) + "\n"


def explain(linter: Linter, name: str) -> Iterator[str]:
    """Yield the documentation of a rule and its options, or the rules of a family.

    Raises SettingsError for an unknown rule.
    """
    family = [rule for rule in sorted(linter.all_rules) if rule.startswith(f"{name}/")]
    if family:
        from newslint.rule_docs import family_documentation

        yield f"{escape(name)}\n\n{escape_lines(family_documentation(linter, family[0]))}\n\n"
        yield from (line for line in list_rules(linter) if line[2:].startswith(f"{name}/"))
        yield f"\n`newslint --explain {escape(family[0])}` explains one of them.\n"
        return
    if name not in linter.all_rules:
        families = {rule.split("/", 1)[0] for rule in linter.all_rules}
        hint = did_you_mean(name, [*families, *linter.all_rules])
        raise SettingsError(f'there is no rule "{name}"{hint} (`newslint --list-rules` lists all)', linter.failures)
    info = linter.rule_info(name)
    preview = ", in preview: runs with --preview" if info.preview else ""
    from newslint.cli.explain_examples import with_results

    documentation = with_results(linter.all_rules[name], info.documentation)
    yield f"{escape(name)} ({info.severity}{preview})\n\n{escape_lines(documentation)}\n"
    from newslint.linter.measured import describe, measured

    if figures := describe(measured(name)):
        yield f"\nMeasured: {figures}\n"
    options = list(options_of(linter.all_rules[name]))
    if options:
        yield "\nOptions, under " + f'[rules."{escape(name)}"] in .newslint.toml:\n\n'
        for option, default, meaning in options:
            yield escape(f"- {option} = {default}: {meaning}") + "\n"
    if info.profiles:
        yield "\nProfiles:\n\n"
        for profile, clause in info.profiles.items():
            yield f"- {escape(profile)}: {clause.severity}. {escape(clause.text)}\n"


def format_settings(settings: Settings) -> Iterator[str]:
    """Yield the settings in the notation of a configuration file."""
    yield f"# from {escape(settings.config_path)}\n" if settings.config_path else "# no configuration file\n"
    for key in ("select", "ignore", "preview", "fail_on", "encoding", "exclude", "plugins", "local_plugins"):
        yield f"{key.replace('_', '-')} = {to_toml(getattr(settings, key))}\n"
    if settings.profile:
        yield f"profile = {to_toml(settings.profile)}\n"
    if settings.text_keys != ("text",):
        yield f"text-key = {to_toml(settings.text_keys)}\n"
    if not settings.gitignore:
        yield "gitignore = false\n"
    for key in ("max_size", "timeout", "max_memory"):
        if getattr(settings, key) != Settings._field_defaults[key]:
            yield f"{key.replace('_', '-')} = {to_toml(getattr(settings, key))}\n"
    if settings.date_keys is not None:
        yield f"date-keys = {to_toml(settings.date_keys)}\n"
    for name, table in sorted(settings.rules.items()):
        yield f"\n[rules.{to_toml(name)}]\n"
        yield from (f"{key} = {to_toml(value)}\n" for key, value in table.items())
    for override in settings.overrides:
        yield f"\n[[overrides]]\npaths = {to_toml(override.paths)}\n"
        if override.ignore:
            yield f"ignore = {to_toml(override.ignore)}\n"
        for name, table in sorted(override.rules.items()):
            yield f"\n[overrides.rules.{to_toml(name)}]\n"
            yield from (f"{key} = {to_toml(value)}\n" for key, value in table.items())
    for pattern in settings.patterns:
        yield "\n[[pattern]]\n"
        for key, value in pattern._asdict().items():
            if value != PatternSpec._field_defaults.get(key):
                yield f"{key.replace('_', '-')} = {_words(pattern) if key == 'words' else to_toml(value)}\n"


def _words(pattern: PatternSpec) -> str:
    return "{ " + ", ".join(f"{to_toml(word)} = {to_toml(better)}" for word, better in pattern.words) + " }"
