"""From settings to a linter: which rules run, with which options and severities, beside which readers and reporters."""

import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, get_type_hints

from newslint.api import CrossArticleRule, Reader, Reporter, Rule
from newslint.config.settings import Settings, SettingsError, did_you_mean
from newslint.engine.checker import Checker, format_exception
from newslint.model import SEVERITIES, Failure, RuleInfo
from newslint.plugin_loader.finder import BUILT_IN, load_plugins
from newslint.text.scanner import validate_lexicon


class Linter(NamedTuple):
    """Everything a run works with. It is built anew in every process; only settings travel."""

    settings: Settings
    all_rules: Mapping[str, Rule]  # every rule there is, by name
    plugin_of: Mapping[str, str]  # which plugin offers a rule, by its name, or a reader, by its suffix
    enabled_rules: tuple[Rule, ...]  # those that run
    checker: Checker
    readers: Mapping[str, Reader]  # by suffix
    reporters: Mapping[str, type[Reporter]]  # by name
    failures: tuple[Failure, ...]

    def rule_info(self, name: str) -> RuleInfo:
        """What may be known of a rule."""
        return self.all_rules[name].info(self.plugin_of[name])

    @property
    def has_cross_rules(self) -> bool:
        """Whether any rule that runs compares articles."""
        return self.settings.cross and any(isinstance(rule, CrossArticleRule) for rule in self.enabled_rules)


def build_linter(settings: Settings, trusted: Mapping[str, bytes] | None = None) -> Linter:
    """Load the plugins and configure the rules; `trusted` is as in `load_plugins`.

    Raises SettingsError for a rule, an option or a severity that is not there.
    """
    failures: list[Failure] = []
    found, broken = load_plugins(settings, failures, trusted)
    known: dict[str, Rule] = {}
    readers: dict[str, Reader] = {}
    plugins: dict[str, str] = {}
    for offer in found:
        for kind in offer.rules:
            try:
                known[kind.name] = make_rule(kind, settings.rules.get(kind.name, {}), built_in=offer.plugin in BUILT_IN)
            except SettingsError:
                raise
            except (Exception, SystemExit) as error:  # whatever a plugin raises
                failures.append(Failure(kind.name, None, format_exception(error, debug=settings.debug)))
                broken.add(kind.name.split("/", 1)[0])
        for reads in offer.readers:
            try:
                readers.update(dict.fromkeys(reads.suffixes, reads()))
            except (Exception, SystemExit) as error:
                text = f"its reader {reads.__name__} broke: {format_exception(error, debug=settings.debug)}"
                failures.append(Failure(f'plugin "{offer.plugin}"', None, text))
        plugins |= dict.fromkeys([kind.name for kind in offer.rules], offer.plugin)
        plugins |= dict.fromkeys([suffix for reads in offer.readers for suffix in reads.suffixes], offer.plugin)
    _check_names(settings, known, broken, failures)
    rules = tuple(rule for rule in known.values() if _is_enabled(rule, settings))
    return Linter(
        settings=settings,
        all_rules=known,
        plugin_of=plugins,
        enabled_rules=rules,
        checker=Checker(
            rules,
            cross=settings.cross,
            clock=time.perf_counter if settings.measure_time else None,
            debug=settings.debug,
        ),
        readers=readers,
        reporters={reporter.name: reporter for offer in found for reporter in offer.reporters},
        failures=tuple(failures),
    )


def matches(name: str, pattern: str) -> bool:
    """Whether a rule is meant by `family`, `family/name` or a glob."""
    from fnmatch import fnmatchcase

    return pattern in (name, name.split("/", 1)[0]) or fnmatchcase(name, pattern)


def _is_enabled(rule: Rule, settings: Settings) -> bool:
    if any(matches(rule.name, pattern) for pattern in settings.ignore):
        return False
    if rule.preview and not settings.preview and rule.name not in settings.select:
        return False
    return not settings.select or any(matches(rule.name, pattern) for pattern in settings.select)


def _check_names(settings: Settings, known: Mapping[str, Rule], broken: set[str], failures: Sequence[Failure]) -> None:
    families = {name.split("/", 1)[0] for name in known}
    for key, patterns in (("select", settings.select), ("ignore", settings.ignore), ("rules", settings.rules)):
        for pattern in patterns:
            fits = pattern in known if key == "rules" else any(matches(name, pattern) for name in known)
            # The rules of a plugin that broke cannot be known; that failure is reported by itself.
            if not fits and pattern.split("/", 1)[0] not in broken:
                hint = did_you_mean(pattern, [*known, *families])
                text = f'{key}: there is no rule "{pattern}"{hint} (`newslint --list-rules` lists all)'
                raise SettingsError(text, failures)


def make_rule(kind: type[Rule], table: Mapping[str, Any], *, built_in: bool = False) -> Rule:
    """A rule that can run: configured, and with words that can be listened for. Raises whatever it raises."""
    rule = configure_rule(kind, table)
    if table or not built_in:  # the words of ours never change, and a test looks through them
        validate_lexicon(rule.lexicon())
    return rule


def configure_rule(kind: type[Rule], table: Mapping[str, Any]) -> Rule:
    """A rule with the options and the severity that the configuration gives it."""
    given = dict(table)
    severity = given.pop("severity", None)
    if severity is not None and severity not in SEVERITIES:
        raise SettingsError(f'rules."{kind.name}": "severity" must be one of {", ".join(SEVERITIES)}')
    types = get_type_hints(kind.Options) if given else {}
    names = {field.replace("_", "-"): field for field in kind.Options._fields}
    values = {}
    for key, value in given.items():
        if key not in names:
            hint = did_you_mean(key, [*names, "severity"])
            raise SettingsError(f'rules."{kind.name}": unknown option "{key}"{hint}')
        values[names[key]] = _coerce_option(f'rules."{kind.name}".{key}', value, types[names[key]])
    rule = kind(kind.Options(**values))
    if severity is not None:
        rule.severity = severity
    return rule


def _coerce_option(where: str, value: Any, wanted: Any) -> Any:
    """The value as its field's type asks: bool, int, float, str or a tuple of strings."""
    if wanted == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise SettingsError(f"{where} must be a list of strings")
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise SettingsError(f"{where} must be of type {wanted.__name__}, not {type(value).__name__}")
    return value
