"""From settings to a linter: the enabled rules with their options and severities, the readers and the reporters."""

import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, get_type_hints

from newslint.api import CrossArticleRule, Reader, Reporter, Rule
from newslint.config.settings import Settings, SettingsError, did_you_mean
from newslint.engine.checker import Checker, format_plugin_error
from newslint.model import SEVERITIES, Failure, RuleInfo
from newslint.plugin_loader import PluginError, plugin_label
from newslint.plugin_loader.finder import BUILT_IN, load_plugins
from newslint.text.scanner import validate_lexicon


class Linter(NamedTuple):
    """All parts of a configured linter. Every process builds its own from the settings."""

    settings: Settings
    all_rules: Mapping[str, Rule]  # by name, enabled or not
    plugin_of: Mapping[
        str, str
    ]  # the plugin that provides a rule (by its name), a reader (by its suffix), `format NAME`
    enabled_rules: tuple[Rule, ...]
    checker: Checker
    readers: Mapping[str, Reader]  # by suffix
    reporters: Mapping[str, type[Reporter]]  # by the name of their format
    failures: tuple[Failure, ...]  # of plugins and rules that could not be loaded
    distributions: Mapping[str, str]  # name and version, by the plugin that they provide
    local_contents: Mapping[str, bytes]  # of the local plugins that run, by path
    digests: tuple[str, ...]  # of the code of the plugins that are not built in

    def rule_info(self, name: str) -> RuleInfo:
        """Return the documentation of a rule, and who provides it. Raises PluginError."""
        try:
            return self.all_rules[name].info(self.plugin_of[name])
        except BaseException as error:  # a plugin may override it
            failure = Failure(name, None, format_plugin_error(error, debug=self.settings.debug))
            raise PluginError(self.attribute(failure).message) from error

    def label_of(self, name: str) -> str:
        """Return how messages name the plugin of a rule, of the reader of a suffix, or of `format NAME`."""
        plugin = self.plugin_of[name]
        return plugin_label(plugin, self.distributions.get(plugin, ""))

    def attribute(self, failure: Failure) -> Failure:
        """Return the failure of a rule with the distribution of an installed plugin that provides it."""
        if self.distributions.get(self.plugin_of.get(failure.source, "")):
            return failure._replace(error=f"{failure.error}, in {self.label_of(failure.source)}")
        return failure

    @property
    def identity(self) -> tuple[object, ...]:
        """What has to be the same in every process of a run."""
        rules = tuple(rule.name for rule in self.enabled_rules)
        return rules, tuple(self.readers), tuple(failure.source for failure in self.failures), self.digests

    @property
    def has_cross_rules(self) -> bool:
        """Whether any enabled rule compares articles."""
        return self.settings.cross and any(isinstance(rule, CrossArticleRule) for rule in self.enabled_rules)


def build_linter(settings: Settings, trusted: Mapping[str, bytes] | None = None) -> Linter:
    """Load the plugins and configure the rules; `trusted` is as in `load_plugins`.

    Raises SettingsError for an unknown rule or option, and for an invalid value.
    """
    failures: list[Failure] = []
    plugins, failed_families, local_contents = load_plugins(settings, failures, trusted)
    all_rules: dict[str, Rule] = {}
    readers: dict[str, Reader] = {}
    plugin_of: dict[str, str] = {}
    for contents in plugins:
        for rule_class in contents.rules:
            name, table = rule_class.name, settings.rules.get(rule_class.name, {})
            try:
                all_rules[name] = make_rule(rule_class, table, settings.profile, built_in=contents.plugin in BUILT_IN)
            except SettingsError:
                raise
            except BaseException as error:  # whatever a plugin raises
                failures.append(Failure(name, None, format_plugin_error(error, debug=settings.debug)))
                failed_families.add(name.split("/", 1)[0])
            plugin_of[name] = contents.plugin
        for reader_class in contents.readers:
            try:
                reader: Any = reader_class()
                if settings.date_keys is not None and hasattr(reader, "date_keys"):
                    reader.date_keys = settings.date_keys
                if settings.text_keys != ("text",) and hasattr(reader, "text_keys"):
                    reader.text_keys = settings.text_keys
                readers.update(dict.fromkeys(reader_class.suffixes, reader))
            except BaseException as error:
                reason = format_plugin_error(error, debug=settings.debug)
                text = f"its reader {reader_class.__name__} cannot be created: {reason}"
                failures.append(Failure(plugin_label(contents.plugin, contents.distribution), None, text))
            plugin_of |= dict.fromkeys(reader_class.suffixes, contents.plugin)
        plugin_of |= {f"format {reporter.name}": contents.plugin for reporter in contents.reporters}
    _check_names(settings, all_rules, failed_families, failures)
    enabled_rules = tuple(rule for rule in all_rules.values() if _is_enabled(rule, settings))
    linter = Linter(
        settings=settings,
        all_rules=all_rules,
        plugin_of=plugin_of,
        enabled_rules=enabled_rules,
        checker=Checker(
            enabled_rules,
            cross=settings.cross,
            clock=time.perf_counter if settings.measure_time else None,
            debug=settings.debug,
        ),
        readers=readers,
        reporters={reporter.name: reporter for contents in plugins for reporter in contents.reporters},
        failures=tuple(failures),
        distributions={contents.plugin: contents.distribution for contents in plugins if contents.distribution},
        local_contents=local_contents,
        digests=tuple(contents.digest for contents in plugins if contents.digest),
    )
    return linter._replace(failures=tuple(map(linter.attribute, failures))) if failures else linter


def _is_enabled(rule: Rule, settings: Settings) -> bool:
    if any(_matches(rule.name, pattern) for pattern in settings.ignore):
        return False
    if rule.preview and not settings.preview and rule.name not in settings.select:
        return False
    return not settings.select or any(_matches(rule.name, pattern) for pattern in settings.select)


def _matches(name: str, pattern: str) -> bool:
    """Return whether a rule is meant by a pattern: `family`, `family/name` or a glob."""
    from fnmatch import fnmatchcase

    return pattern in (name, name.split("/", 1)[0]) or fnmatchcase(name, pattern)


def _check_names(
    settings: Settings, all_rules: Mapping[str, Rule], failed_families: set[str], failures: Sequence[Failure]
) -> None:
    """Raise SettingsError for the name of a profile or a rule that does not exist.

    The name may be that of a plugin that did not load: then there is a failure already.
    """
    profiles = {profile for rule in all_rules.values() for profile in rule.profiles}
    if settings.profile and settings.profile not in profiles and not failed_families:
        hint = did_you_mean(settings.profile, profiles) or f"; there are: {', '.join(sorted(profiles)) or 'none'}"
        raise SettingsError(f'profile: there is no profile "{settings.profile}"{hint}', failures)
    families = {name.split("/", 1)[0] for name in all_rules}
    for key, patterns in (("select", settings.select), ("ignore", settings.ignore), ("rules", settings.rules)):
        for pattern in patterns:
            is_known = pattern in all_rules if key == "rules" else any(_matches(name, pattern) for name in all_rules)
            if not is_known and pattern.split("/", 1)[0] not in failed_families:
                hint = did_you_mean(pattern, [*all_rules, *families])
                text = f'{key}: there is no rule "{pattern}"{hint} (`newslint --list-rules` lists all)'
                raise SettingsError(text, failures)


def make_rule(rule_class: type[Rule], table: Mapping[str, Any], profile: str = "", *, built_in: bool = False) -> Rule:
    """Return a configured rule whose lexicon is valid. Raises SettingsError, and whatever the rule raises."""
    rule = configure_rule(rule_class, table, profile)
    if table or not built_in:  # a test validates the lexicons of the built-in rules without options
        validate_lexicon(rule.lexicon())
    return rule


def configure_rule(rule_class: type[Rule], table: Mapping[str, Any], profile: str = "") -> Rule:
    """Return a rule with the options and the severity that the configuration sets. Raises SettingsError.

    A severity in the rule's own table goes before that of the profile.
    """
    where = f'rules."{rule_class.name}"'
    options = dict(table)
    clause = rule_class.profiles.get(profile)
    severity = options.pop("severity", clause.severity if clause else None)
    if severity is not None and severity not in SEVERITIES:
        raise SettingsError(f'{where}: "severity" must be one of {", ".join(SEVERITIES)}')
    types = get_type_hints(rule_class.Options) if options else {}
    fields = {field.replace("_", "-"): field for field in rule_class.Options._fields}
    values = {}
    for key, value in options.items():
        if key not in fields:
            hint = did_you_mean(key, [*fields, "severity"])
            raise SettingsError(f'{where}: unknown option "{key}"{hint}')
        values[fields[key]] = _coerce_option(f"{where}.{key}", value, types[fields[key]])
    rule = rule_class(rule_class.Options(**values))
    if severity is not None:
        rule.severity = severity
    return rule


def _coerce_option(where: str, value: Any, wanted: Any) -> Any:
    """Return a value in the type of its field: bool, int, float, str or a tuple of strings. Raises SettingsError."""
    if wanted == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise SettingsError(f"{where} must be a list of strings")
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise SettingsError(f"{where} must be of type {wanted.__name__}, not {type(value).__name__}")
    return value
