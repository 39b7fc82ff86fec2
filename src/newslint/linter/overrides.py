"""Rules that differ by path: `[[overrides]]` in the configuration."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from newslint.api import Article, Rule
from newslint.config.settings import Settings
from newslint.discovery import matches_glob
from newslint.engine.checker import Checker
from newslint.linter.rule_settings import make_rule
from newslint.model import CheckResult
from newslint.rule import is_meant


class CheckerByPath(Checker):
    """Checks each article with the rules for its path. A checker is made when the first article needs it."""

    def __init__(
        self, settings: Settings, rules: Sequence[Rule], make_checker: Callable[[Sequence[Rule]], Checker]
    ) -> None:
        # It has no scanner of its own, so the base class is not initialized.
        self._settings = settings
        self._rules = rules
        self._make_checker = make_checker
        self._checkers: dict[tuple[int, ...], Checker] = {}  # by the numbers of the overrides
        for number in range(len(settings.overrides)):
            self._rules_for((number,))  # an error in an override is found at the start

    def rules_for(self, path: str) -> Sequence[Rule]:
        """Return the rules that run on the article of a path."""
        return self._checker(path).rules_for(path)

    def scan(self, article: Article) -> Article:
        """Return the article as rules get it."""
        return self._checker(article.path).scan(article)

    def check(self, article: Article, *, single_article: bool = False) -> CheckResult:
        """Return what the rules for its path find in an article."""
        return self._checker(article.path).check(article, single_article=single_article)

    def _checker(self, path: str) -> Checker:
        relative = os.path.relpath(path, self._settings.root).replace(os.sep, "/")
        overrides = enumerate(self._settings.overrides)
        numbers = tuple(number for number, override in overrides if _is_below(relative, override.paths))
        if numbers not in self._checkers:
            self._checkers[numbers] = self._make_checker(self._rules_for(numbers))
        return self._checkers[numbers]

    def _rules_for(self, numbers: tuple[int, ...]) -> Sequence[Rule]:
        """Return the rules under some overrides: the later one goes before the earlier one."""
        settings = self._settings
        tables = dict(settings.rules)
        ignored: tuple[str, ...] = ()
        for number in numbers:
            override = settings.overrides[number]
            ignored += override.ignore
            for name, table in override.rules.items():
                tables[name] = {**tables.get(name, {}), **table}
        settings = settings._replace(rules=tables)
        return [make_rule(type(rule), settings) for rule in self._rules if not is_meant(rule.name, ignored)]


def _is_below(path: str, globs: Sequence[str]) -> bool:
    """Return whether a glob matches a file or a folder above it."""
    while path:
        if matches_glob(path, globs):
            return True
        path = path.rpartition("/")[0]
    return False
