"""`--test PATH`: run the examples of rules in a plugin (a file, or the folder of a package) or in a configuration."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from pathlib import Path

from newslint.api import Article, truncate
from newslint.config.config_file import line_of, load_settings
from newslint.config.settings import Settings, SettingsError
from newslint.engine import examples
from newslint.engine.checker import Checker, format_exception, format_plugin_error
from newslint.linter.example_settings import set_up_example
from newslint.linter.linter import Guard, no_guard
from newslint.linter.rule_settings import make_rule
from newslint.linter.word_kinds import unknown_kinds
from newslint.model import Failure
from newslint.named_tuple import NamedTuple
from newslint.plugin_loader import LoadedModule, plugin_label
from newslint.plugin_loader.finder import load_plugin
from newslint.plugin_loader.local_file import compile_file, family_of, read_file
from newslint.plugin_loader.pattern_rules import make_rules


class PluginTestResult(NamedTuple):
    """The results of a plugin's examples."""

    rule_count: int  # rules tested
    problems: list[examples.ExampleFailure]
    failures: list[Failure]  # of the plugin, or of rules that raised


def run_examples(path: str, guard: Guard = no_guard, *, debug: bool = False) -> PluginTestResult:
    """Load a plugin as a run does, and run its examples. Raises SettingsError if there is no plugin at the path.

    `guard` is for loading it, and for each of its rules.
    """
    file = Path(path)
    if file.suffix == ".toml":
        return _test_patterns(path)
    file = file.parent if file.name == "__init__.py" else file
    if file.is_file():
        # The user who asks to run this file consents to it.
        load = partial(load_plugin, path, family_of(path), lambda: compile_file(path, read_file(path)), debug=debug)
    elif (file / "__init__.py").is_file():
        # The family of an installed plugin is the name of its entry point, which its folder does not hold.
        load = partial(load_plugin, path, None, partial(_import_package, file.resolve()), debug=debug)
    else:
        raise SettingsError(f"{file} is neither a plugin file nor the folder of a package; check the path")
    try:
        with guard(plugin_label(path)):
            contents = load()
    except TimeoutError as error:
        contents = Failure(plugin_label(path), None, format_exception(error, debug=debug))
    if isinstance(contents, Failure):
        return PluginTestResult(0, [], [contents])
    if not contents.rules:
        raise SettingsError(f"{file} provides no rules; define newslint_rules()")
    result = PluginTestResult(len(contents.rules), [], [])
    rules = []
    for rule_class in contents.rules:
        try:
            with guard(plugin_label(path)):
                rule = make_rule(rule_class, Settings())
                rules.append(rule)
                result.problems.extend(examples.check_examples(rule, rule.info().documentation, set_up_example))
        except BaseException as error:  # whatever a plugin raises
            result.failures.append(Failure(rule_class.name, None, format_plugin_error(error, debug=debug)))
    result.failures.extend(unknown_kinds(rules, rules))
    return result


def _test_patterns(path: str) -> PluginTestResult:
    """Run the texts in `bad` and `good` of the patterns in a configuration. Raises SettingsError."""
    settings = load_settings(path)
    if not settings.patterns:
        raise SettingsError(f"{path} has no [[pattern]]; add one with texts in bad and good")
    text = Path(path).read_text(encoding="utf-8")
    result = PluginTestResult(len(settings.patterns), [], [])
    for number, rule_class in enumerate(make_rules(settings.patterns)):
        rule, spec = rule_class(), rule_class.spec
        checker = Checker([rule])
        for key, examples_of_key, wanted in (("bad", spec.bad, True), ("good", spec.good, False)):
            line = line_of(text, "pattern", number, key)
            for example in examples_of_key:
                found = [one.message for one in checker.check(Article("example.txt", example)).diagnostics]
                if bool(found) != wanted:
                    problem = f"found but not expected: {found[0]}" if found else "nothing found"
                    problem = f'"{truncate(example, 60)}": {problem}'
                    result.problems.append(examples.ExampleFailure(rule.name, line, problem))
    return result


def _import_package(folder: Path) -> LoadedModule:
    sys.path.insert(0, str(folder.parent))
    return import_module(folder.name), ""
