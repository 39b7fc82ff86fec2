"""Why a rule spoke about an article, or did not: its trace, and what the settings do with it."""

from __future__ import annotations

from newslint.api import Article, CrossArticleRule, Rule
from newslint.config.settings import Settings, SettingsError, did_you_mean
from newslint.engine.tracing import RuleTrace, trace_rule
from newslint.files import Source
from newslint.linter.linter import Linter
from newslint.linter.read_articles import RECORD_SUFFIXES, read_articles
from newslint.linter.rule_settings import is_enabled
from newslint.model import Failure
from newslint.rule import is_meant


def article_traces(
    linter: Linter, name: str, source: Source, number: int | None = None
) -> tuple[list[RuleTrace], list[Failure]]:
    """Return what a rule concluded about the articles of a file, and what failed.

    `number` is a line, from 1; in a file of records it is that of a record. Raises SettingsError for an unknown rule,
    and for a line or a record that the file does not have.
    """
    has_records = source.suffix.lower() in RECORD_SUFFIXES or source.path.lower().endswith(RECORD_SUFFIXES)
    traces: list[RuleTrace] = []
    failures: list[Failure] = []
    for item in read_articles(linter, source):
        if isinstance(item, Failure):
            failures.append(item)
        elif not has_records or number is None or item.record == number:
            try:
                traces.append(trace_article(linter, name, item, None if has_records else number))
            except ValueError as error:
                raise SettingsError(f"{item.path}: {error}") from error
    failures += (failure for trace in traces for failure in trace.failures)
    if not traces and not failures:
        raise SettingsError(f"{source.path} has no article" + (f" in record {number}" if number else ""))
    return traces, failures


def trace_article(linter: Linter, name: str, article: Article, line: int | None = None) -> RuleTrace:
    """Return what a rule concluded about an article or a line of it, whether or not the rule is enabled.

    Raises SettingsError for an unknown rule, and ValueError for a line that the article does not have.
    """
    if name not in linter.all_rules:
        if any(rule.startswith(f"{name}/") for rule in linter.all_rules):
            text = f'"{name}" is a family of rules; name one of them (`newslint --explain {name}` lists them)'
            raise SettingsError(text, linter.failures)
        hint = did_you_mean(name, linter.all_rules)
        raise SettingsError(f'there is no rule "{name}"{hint} (`newslint --list-rules` lists all)', linter.failures)
    running = {rule.name: rule for rule in linter.checker.rules_for(article.path)}
    rule = running.get(name, linter.all_rules[name])
    trace = trace_rule(rule, article, line, debug=linter.settings.debug)
    obstacles = list(trace.obstacles)
    if name not in running:
        obstacles.insert(0, _why_off(rule, linter.settings))
    if isinstance(rule, CrossArticleRule):
        obstacles.append("the rule compares articles, and this is one: its findings need the others")
    return trace._replace(obstacles=tuple(obstacles))


def _why_off(rule: Rule, settings: Settings) -> str:
    if is_enabled(rule, settings):
        return "the rule is off for this path: an override in the configuration ignores it"
    if is_meant(rule.name, settings.ignore):
        return "the rule is off: --ignore or the configuration ignores it"
    if rule.preview and not settings.preview and rule.name not in settings.select:
        return "the rule is off: it is in preview; --preview turns it on"
    return "the rule is off: --select or the configuration selects others"
