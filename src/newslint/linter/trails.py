"""The steps that led to each finding, for reporters that show them: computed only for what they ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
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


BLOCK_CHARS = 1024


class Trails:
    """The steps to a finding. Requests in output order scan each article once, and trace each rule once in it."""

    def __init__(self, linter: Linter, article_of: ArticleOf) -> None:
        self._linter = linter
        self._article_of = article_of
        self._key: tuple[str, int | None] | None = None
        self._article: Article | None = None  # of that key, scanned
        self._rules: Mapping[str, Rule] = {}  # that run on it, by name
        self._traces: dict[str, RuleSteps] = {}  # of these

    def trail(self, diagnostic: Diagnostic) -> list[Step]:
        """Return the steps of the candidate that a finding reports, or else of the candidates in it, stage by stage.

        Empty where the rule tells nothing, and where the article has changed since.
        """
        location, name = diagnostic.location, diagnostic.rule
        if (location.path, location.record) != self._key:
            self._read(location.path, location.record)
        article = self._article
        if article is None or name not in self._rules or not location.is_unchanged_in(article.raw):
            return []
        if name not in self._traces:
            self._traces[name] = RuleSteps(self._rules[name], article, self._linter.guard_of(name))
        trace = self._traces[name]
        span = article.to_canonical((location.start.offset, location.end.offset))
        steps = trace.overlapping(span)
        exact = [step for step in steps if step.span == span]
        told = [step for step in exact or steps if step.stage not in FACTS and step[1:] not in UNINFORMATIVE]
        return [(article[step.span], step.stage, step.conclusion) for step in told] + trace.failure

    def _read(self, path: str, record: int | None) -> None:
        article = self._article_of(path, record)
        self._key = path, record
        self._article = self._linter.checker.scan(article) if article else None
        self._rules = {rule.name: rule for rule in self._linter.checker.rules_for(path)}
        self._traces = {}


class RuleSteps:
    """The steps of a rule in a whole article: tracing it again for every finding would take longer."""

    def __init__(self, rule: Rule, article: Article, guard: AbstractContextManager[object]) -> None:
        self.failure: list[Step] = []
        self._steps: list[TraceStep] = []
        self._by_block: defaultdict[int, list[int]] = defaultdict(list)  # the numbers of steps by parts of the text
        try:
            with guard:
                for step in rule.trace(article, Span(0, len(article.text))):
                    for block in _blocks(step.span):
                        self._by_block[block].append(len(self._steps))
                    self._steps.append(step)
        except BaseException as error:  # a plugin may raise anything
            self.failure.append(("", "error", f"the rule does not tell why: {format_plugin_error(error)}"))

    def overlapping(self, span: Span) -> list[TraceStep]:
        """Return the steps about words in a span, in the order of the trace."""
        numbers = {number for block in _blocks(span) for number in self._by_block.get(block, ())}
        return [step for step in map(self._steps.__getitem__, sorted(numbers)) if _overlap(step.span, span)]


def _blocks(span: Span) -> Iterable[int]:
    return range(span.start // BLOCK_CHARS, max(span.start, span.end - 1) // BLOCK_CHARS + 1)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
