"""From settings to a linter: the enabled rules with their options and severities, the readers and the reporters."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import newslint
from newslint.api import CrossArticleRule, Reader, Reporter, Rule
from newslint.config.settings import KeyedError, Settings, SettingsError
from newslint.engine.checker import Checker, format_plugin_error
from newslint.linter.rule_settings import check_names, is_enabled, make_rule
from newslint.model import Failure, RuleInfo
from newslint.named_tuple import NamedTuple
from newslint.plugin_loader import PluginError, plugin_label
from newslint.plugin_loader.finder import BUILT_IN, load_plugins

Pause = Callable[..., AbstractContextManager[object]]
Guard = Callable[[str], AbstractContextManager[Pause]]
"""Guards a `with` block in which code of a plugin runs, by how messages name that. Raises TimeoutError.

The value of the block is as CallGuard in newslint.linter.guarded_calls has it.
"""


def no_pause(*, restart: bool = False) -> AbstractContextManager[object]:
    """Pause nothing."""
    return nullcontext()


def no_guard(who: str) -> AbstractContextManager[Pause]:
    """Guard nothing: the calls of a program that uses newslint as a library, or of built-in code alone."""
    return nullcontext(no_pause)


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
    digests: tuple[str, ...]  # of the code and of the words of the plugins that are not built in
    guard: Guard = no_guard  # of calls in this process, outside of the linting of an article

    def rule_info(self, name: str) -> RuleInfo:
        """Return the documentation of a rule, and who provides it. Raises PluginError."""
        try:
            with self.guard_of(name):
                info = self.all_rules[name].info(self.plugin_of[name])
        except BaseException as error:  # a plugin may override it
            failure = Failure(name, None, format_plugin_error(error, debug=self.settings.debug))
            raise PluginError(self.attribute(failure).message) from error
        if newslint.DOCUMENTATION and info.plugin in BUILT_IN:
            return info._replace(url=f"{newslint.DOCUMENTATION}docs/rules/{name}/")
        return info

    def label_of(self, name: str) -> str:
        """Return how messages name the plugin of a rule, of the reader of a suffix, or of `format NAME`."""
        plugin = self.plugin_of[name]
        return plugin_label(plugin, self.distributions.get(plugin, ""))

    def guard_of(self, name: str) -> AbstractContextManager[Pause]:
        """Return the guard for a call of a rule, a reader by its suffix, or `format NAME`. It raises TimeoutError."""
        return self.guard(self.label_of(name))

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

    def switched_off(self, paths: Iterable[str]) -> list[tuple[str, str]]:
        """Return the pairs of a path and an enabled rule that an override of the configuration switches off there."""
        if not self.settings.overrides:
            return []
        enabled = {rule.name for rule in self.enabled_rules}
        return [
            (path, name)
            for path in paths
            for name in enabled.difference(rule.name for rule in self.checker.rules_for(path))
        ]

    @property
    def has_cross_rules(self) -> bool:
        """Whether any enabled rule compares articles."""
        return self.settings.cross and any(isinstance(rule, CrossArticleRule) for rule in self.enabled_rules)


def _make_checker(settings: Settings, rules: Sequence[Rule]) -> Checker:
    def make_checker(rules: Sequence[Rule]) -> Checker:
        clock = time.perf_counter if settings.measure_time else None
        return Checker(rules, cross=settings.cross, clock=clock, debug=settings.debug)

    if not settings.overrides:
        return make_checker(rules)
    from newslint.linter.overrides import CheckerByPath

    return CheckerByPath(settings, rules, make_checker)


def build_linter(settings: Settings, trusted: Mapping[str, bytes] | None = None) -> Linter:
    """Load the plugins and configure the rules; `trusted` is as in `load_plugins`.

    Raises SettingsError for an unknown rule or option, and for an invalid value.
    """
    try:
        return _build_linter(settings, trusted)
    except KeyedError as error:
        from newslint.config.config_file import located

        raise located(error, settings.config_path) from error


def _build_linter(settings: Settings, trusted: Mapping[str, bytes] | None) -> Linter:
    failures: list[Failure] = []
    plugins, failed_families, local_contents = load_plugins(settings, failures, trusted)
    all_rules: dict[str, Rule] = {}
    readers: dict[str, Reader] = {}
    plugin_of: dict[str, str] = {}
    for contents in plugins:
        for rule_class in contents.rules:
            name = rule_class.name
            if contents.plugin not in BUILT_IN:
                from newslint.plugin_loader.supervision import note_call

                note_call(plugin_label(contents.plugin, contents.distribution))
            try:
                all_rules[name] = make_rule(rule_class, settings, built_in=contents.plugin in BUILT_IN)
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
    digests = {contents.plugin: contents.digest for contents in plugins if contents.digest}
    if foreign_rules := [rule for name, rule in all_rules.items() if plugin_of[name] not in BUILT_IN]:
        from newslint.linter.word_kinds import digest_of_words, unknown_kinds

        failures += unknown_kinds(foreign_rules, all_rules.values())
        if digests:
            digests["words"] = digest_of_words([rule for rule in foreign_rules if plugin_of[rule.name] in digests])
    check_names(settings, all_rules, failed_families, failures)
    enabled_rules = tuple(rule for rule in all_rules.values() if is_enabled(rule, settings))
    linter = Linter(
        settings=settings,
        all_rules=all_rules,
        plugin_of=plugin_of,
        enabled_rules=enabled_rules,
        checker=_make_checker(settings, enabled_rules),
        readers=readers,
        reporters={reporter.name: reporter for contents in plugins for reporter in contents.reporters},
        failures=tuple(failures),
        distributions={contents.plugin: contents.distribution for contents in plugins if contents.distribution},
        local_contents=local_contents,
        digests=tuple(digests.values()),
    )
    return linter._replace(failures=tuple(map(linter.attribute, failures))) if failures else linter
