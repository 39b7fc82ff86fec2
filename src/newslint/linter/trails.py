"""The steps that led to each finding, for reporters that show them: computed only for what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newslint.api import Article, Rule
from newslint.engine.checker import format_plugin_error
from newslint.linter.linter import Linter
from newslint.model import Diagnostic, Span
from newslint.trace import TraceStep

Step = tuple[str, str, str]  # the words that a stage is about, its name, and what it concluded
ArticleOf = Callable[[str, int | None], Any]  # (path, record) -> the Article; None if it has disappeared
UNINFORMATIVE = frozenset((("rule", "is reported"),))
FACTS = frozenset(("fact", "words"))  # what a rule reads, which explains no finding


class Trails:
    """The steps to a finding. Requests in output order scan each article once."""

    def __init__(self, linter: Linter, article_of: ArticleOf) -> None:
        self._linter = linter
        self._article_of = article_of
        self._key: tuple[str, int | None] | None = None
        self._article: Article | None = None  # of that key, scanned
        self._rules: Mapping[str, Rule] = {}  # that run on it, by name

    def trail(self, diagnostic: Diagnostic) -> list[Step]:
        """Return the steps of the candidate that a finding reports, or else of the candidates in it, stage by stage.

        Empty where the rule tells nothing, and where the article has changed since.
        """
        location = diagnostic.location
        if (location.path, location.record) != self._key:
            self._read(location.path, location.record)
        article, rule = self._article, self._rules.get(diagnostic.rule)
        if article is None or rule is None or not location.is_unchanged_in(article.raw):
            return []
        span = article.to_canonical((location.start.offset, location.end.offset))
        steps: list[TraceStep] = []
        failure: list[Step] = []
        try:
            for step in rule.trace(article, span):
                if _overlap(step.span, span):
                    steps.append(step)  # noqa: PERF401 - one by one, so that steps before an exception are kept
        except BaseException as error:  # a plugin may raise anything
            failure.append(("", "error", f"the rule does not tell why: {format_plugin_error(error)}"))
        exact = [step for step in steps if step.span == span]
        told = [step for step in exact or steps if step.stage not in FACTS and step[1:] not in UNINFORMATIVE]
        return [(article[step.span], step.stage, step.conclusion) for step in told] + failure

    def _read(self, path: str, record: int | None) -> None:
        article = self._article_of(path, record)
        self._key = path, record
        self._article = self._linter.checker.scan(article) if article else None
        self._rules = {rule.name: rule for rule in self._linter.checker.rules_for(path)}


def _overlap(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
