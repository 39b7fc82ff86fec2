"""What the settings mean for a rule: whether it runs, its severity and its options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_type_hints

from newslint.api import Rule
from newslint.config.settings import KeyedError, Settings, SettingsError, did_you_mean
from newslint.model import SEVERITIES, Failure
from newslint.rule import is_meant
from newslint.text.scanner import validate_lexicon

Tables = Mapping[str, Mapping[str, Any]]  # `[rules."…"]`: by a rule's name, its family or a glob
PATTERN_FAMILY = "pattern"


def is_enabled(rule: Rule, settings: Settings) -> bool:
    """Return whether a rule runs. What the configuration sets up runs without being selected, unless it is ignored."""
    name = rule.name
    if is_meant(name, settings.ignore):
        return False
    if rule.preview and not settings.preview and name not in settings.select:
        return False
    if not settings.select or is_meant(name, settings.select):
        return True
    is_set_up = name in settings.rules or name.partition("/")[0] == PATTERN_FAMILY
    return is_set_up and not settings.strict_select


def make_rule(rule_class: type[Rule], settings: Settings, *, built_in: bool = False) -> Rule:
    """Return a configured rule whose lexicon is valid. Raises KeyedError, and whatever the rule raises."""
    name = rule_class.name
    rule = configure_rule(rule_class, settings.rules, settings.profile)
    # A test validates the lexicons of the built-in rules without options.
    if not built_in or is_meant(name, settings.rules):
        validate_lexicon(rule.lexicon())
    return rule


def configure_rule(rule_class: type[Rule], tables: Tables, profile: str = "") -> Rule:
    """Return a rule with the options and the severity that the configuration sets. Raises KeyedError.

    The table of its own name goes before those of globs, these before that of its family, and all before the profile.
    """
    clause = rule_class.profiles.get(profile)
    severity = clause.severity if clause else None
    fields = {field.replace("_", "-"): field for field in rule_class.Options._fields}
    types = get_type_hints(rule_class.Options) if fields and tables else {}
    values = {}
    for pattern in _from_general_to_own(rule_class.name, tables):
        where = f'rules."{pattern}"'
        for key, value in tables[pattern].items():
            if key == "severity":
                if value not in SEVERITIES:
                    text = f'{where}: "severity" must be one of {", ".join(SEVERITIES)}'
                    raise KeyedError(text, "rules", pattern, key)
                severity = value
            elif key in fields:
                values[fields[key]] = _coerce_option(pattern, key, value, types[fields[key]])
            elif pattern == rule_class.name:
                hint = did_you_mean(key, [*fields, "severity"])
                raise KeyedError(f'{where}: unknown option "{key}"{hint}', "rules", pattern, key)
    rule = rule_class(rule_class.Options(**values))
    if severity is not None:
        rule.severity = severity
    return rule


def _from_general_to_own(name: str, tables: Tables) -> list[str]:
    family = name.split("/", 1)[0]
    meant = [pattern for pattern in tables if is_meant(name, [pattern])]
    return sorted(meant, key=lambda pattern: (pattern == name, pattern != family))  # a family, globs, the name


def _coerce_option(pattern: str, key: str, value: Any, wanted: Any) -> Any:
    """Return a value in the type of its field: bool, int, float, str or a tuple of strings. Raises KeyedError."""
    if wanted == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        wanted_name = "a list of strings"
    elif wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    elif isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        return value
    else:
        wanted_name = f"of type {wanted.__name__}, not {type(value).__name__}"
    raise KeyedError(f'rules."{pattern}".{key} must be {wanted_name}', "rules", pattern, key)


def check_names(
    settings: Settings, all_rules: Mapping[str, Rule], failed_families: set[str], failures: Sequence[Failure]
) -> None:
    """Raise KeyedError for the name of a profile, a rule or an option that does not exist.

    The name may be that of a plugin that did not load: then there is a failure already.
    """
    profiles = {profile for rule in all_rules.values() for profile in rule.profiles}
    if settings.profile and settings.profile not in profiles and not failed_families:
        hint = did_you_mean(settings.profile, profiles) or f"; there are: {', '.join(sorted(profiles)) or 'none'}"
        text = f'profile: there is no profile "{settings.profile}"{hint}'
        raise KeyedError(text, "profile", failures=failures)
    for keys, patterns in _names_in(settings):
        for pattern in patterns:
            if pattern.split("/", 1)[0] not in failed_families:
                try:
                    check_rule_names(str(keys[-1]), [pattern], all_rules)
                except SettingsError as error:
                    if pattern in settings.named_by_options and keys in (("select",), ("ignore",)):
                        raise SettingsError(str(error), failures) from error
                    own_key = [pattern] if keys[-1] == "rules" else []
                    raise KeyedError(str(error), *keys, *own_key, failures=failures) from error
    _check_options(settings, all_rules, failures)


def check_rule_names(where: str, patterns: Iterable[str], all_rules: Mapping[str, Rule]) -> None:
    """Raise SettingsError for a pattern that means no rule; `where` is the option or the key that has it."""
    for pattern in patterns:
        if not means_any(pattern, all_rules):
            families = {name.split("/", 1)[0] for name in all_rules} - {pattern}
            hint = did_you_mean(pattern, [*families, *all_rules])
            raise SettingsError(f'{where}: there is no rule "{pattern}"{hint} (`newslint --list-rules` lists all)')


def _names_in(settings: Settings) -> Iterable[tuple[tuple[str | int, ...], Iterable[str]]]:
    """Yield the names of rules in the settings, with the keys that lead to them."""
    yield ("select",), settings.select
    yield ("ignore",), settings.ignore
    yield ("rules",), settings.rules
    for number, override in enumerate(settings.overrides):
        yield ("overrides", number, "ignore"), override.ignore
        yield ("overrides", number, "rules"), override.rules


def means_any(pattern: str, names: Iterable[str]) -> bool:
    """Return whether a pattern means at least one of the rules."""
    return any(is_meant(name, [pattern]) for name in names)


def _check_options(settings: Settings, all_rules: Mapping[str, Rule], failures: Sequence[Failure]) -> None:
    """Raise KeyedError for an option that none of the rules has that a family or a glob means."""
    for tables in (settings.rules, *(override.rules for override in settings.overrides)):
        for pattern, table in tables.items():
            meant = [rule for name, rule in all_rules.items() if is_meant(name, [pattern])]
            options = {field.replace("_", "-") for rule in meant for field in rule.Options._fields} | {"severity"}
            for key in table:
                if meant and key not in options:
                    text = f'rules."{pattern}": unknown option "{key}"{did_you_mean(key, options)}'
                    raise KeyedError(text, "rules", pattern, key, failures=failures)
