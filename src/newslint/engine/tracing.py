"""Traces one rule over an article, or one line of it: what its stages concluded, for `--why`."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.engine.checker import Checker, format_plugin_error
from newslint.engine.diagnostics import to_location
from newslint.engine.silenced import silences
from newslint.model import Diagnostic, Failure, Location, Span
from newslint.named_tuple import NamedTuple
from newslint.rule import Rule
from newslint.text.language import ENGLISH, language


class PlacedStep(NamedTuple):
    """A step of a trace, with its place in the file."""

    location: Location
    stage: str
    conclusion: str


class RuleTrace(NamedTuple):
    """What one rule concluded about an article, or about a line of it."""

    rule: str
    path: str
    line: int | None  # None: the whole article
    obstacles: tuple[str, ...]  # why the rule does not run here
    steps: tuple[PlacedStep, ...]  # in the order of the text
    diagnostics: tuple[Diagnostic, ...]  # that the rule has within the line
    failures: tuple[Failure, ...]  # of the rule
    lists_candidates: bool = True  # else the rule has only findings to show


def trace_rule(rule: Rule, article: Article, line: int | None = None, *, debug: bool = False) -> RuleTrace:
    """Run one rule on an article, and return what its stages concluded about a line, from 1. Without it, about all.

    What the rule raises is among the failures. Raises ValueError for a line that the article does not have.
    """
    checker = Checker([rule], cross=False, debug=debug)
    result = checker.check(article)
    scanned, failures = checker.scan(article), list(result.failures)
    raw, span = _spans(scanned, line)
    steps: list[PlacedStep] = []
    try:
        # Appended one by one, so that steps before an exception are kept.
        for step in rule.trace(scanned, span):
            steps.append(PlacedStep(to_location(scanned, step.span, context=False), step.stage, step.conclusion))  # noqa: PERF401
    except BaseException as error:  # a plugin may raise anything
        failures.append(Failure(rule.name, article.path, format_plugin_error(error, debug=debug)))
    steps.sort(key=_start)
    found = tuple(one for one in result.diagnostics if _touches(one.location, raw))
    obstacles = tuple(_obstacles(rule, scanned, raw))
    explains = type(rule).judge is not Rule.judge or type(rule).trace is not Rule.trace
    return RuleTrace(rule.name, article.path, line, obstacles, tuple(steps), found, tuple(failures), explains)


def _spans(article: Article, line: int | None) -> tuple[Span, Span]:
    """Return the span of a line in the raw text, and what the canonical text has of it."""
    if line is None:
        return Span(0, len(article.raw)), Span(0, len(article.text))
    lines = article.raw.split("\n")
    if not 1 <= line <= len(lines):
        raise ValueError(f"it has {len(lines)} lines, so there is no line {line}")
    start = sum(len(before) + 1 for before in lines[: line - 1])
    raw = Span(start, start + len(lines[line - 1]))
    return raw, article.to_canonical(raw)


def _touches(location: Location, raw: Span) -> bool:
    start, end = location.start.offset, max(location.end.offset, location.start.offset + 1)
    return start < max(raw.end, raw.start + 1) and raw.start < end


def _obstacles(rule: Rule, article: Article, raw: Span) -> Iterator[str]:
    """Yield why the engine does not call the rule for this article, or drops what it finds."""
    if not rule.any_language and article.get(language) != ENGLISH:
        yield "the article is plainly not in English, and the rule reads English alone"
    kinds = rule.required_kinds
    if kinds and article.mentions_by_kind.keys().isdisjoint(kinds):
        yield f"the article has none of the words that the rule needs ({', '.join(kinds)})"
    if article.blocks is not None:
        where = to_location(article, article.to_canonical(raw), context=False)
        if silences(article)(rule.name, where):
            yield "a comment in the file silences the rule here"


def _start(step: PlacedStep) -> int:
    return step.location.start.offset
