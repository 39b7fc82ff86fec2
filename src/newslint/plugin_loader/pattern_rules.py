"""Rules as data: the `[[pattern]]` tables of a configuration, for newsrooms that do not write Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import Any, ClassVar

from newslint.api import Article, Edit, Finding, Fix, Rule, Span
from newslint.config.settings import PatternSpec, SettingsError
from newslint.model import RuleInfo

FAMILY = "pattern"
TIMEOUT_SECONDS = 1.0  # for one pattern on one article: a pattern may backtrack for ever on some text
TOTAL_SECONDS = 5.0  # for all patterns on one article
MAX_PATTERN_CHARS = 10_000  # compiling takes some milliseconds for a pattern of this length


class PatternRule(Rule):
    """Finds what a pattern of the configuration matches.

    The pattern is a regular expression of the `regex` library and runs under its timeout.
    """

    any_language = True  # the newsroom that wrote the pattern decides what it reads
    spec: ClassVar[PatternSpec]
    compiled: ClassVar[Any]

    def info(self, plugin: str = "") -> RuleInfo:
        """Return the message as the documentation: the table has no other."""
        return super().info(plugin)._replace(summary=self.spec.message, documentation=self.spec.message)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield a finding for each match. Raises TimeoutError, which becomes a failure of this rule."""
        for match in self._matches(article):
            if match.end() == match.start():
                continue
            span = Span(*match.span())
            fix = None
            if self.spec.replace is not None:
                # newslint cannot know whether the replacement keeps the meaning, so the fix is not safe.
                fix = Fix("replace it as the newsroom asks", False, (Edit(span, match.expand(self.spec.replace)),))
            yield Finding(span, self.spec.message.replace("{match}", match.group()), fix)

    def _matches(self, article: Article) -> list[Any]:
        """Return all matches at once: the timeout would also count the time that the caller spends on each finding."""
        budget = article.get(_budget)
        if budget.seconds <= 0:
            raise TimeoutError(f"the patterns before it took {TOTAL_SECONDS:g} s on this article; simplify them")
        start = perf_counter()
        try:
            return list(self.compiled.finditer(article.text, timeout=min(TIMEOUT_SECONDS, budget.seconds)))
        finally:
            budget.seconds -= perf_counter() - start


class _Budget:
    """The seconds that the patterns may still take on one article."""

    def __init__(self) -> None:
        self.seconds = TOTAL_SECONDS


def _budget(article: Article) -> _Budget:
    return _Budget()


def make_rules(specs: Sequence[PatternSpec]) -> tuple[type[PatternRule], ...]:
    """Return a rule class for each table. Raises SettingsError for an invalid pattern, and for two with one name."""
    rules: dict[str, type[PatternRule]] = {}
    for spec in specs:
        if spec.name in rules:
            raise SettingsError(f'two [[pattern]] tables are called "{spec.name}"; rename one')
        rules[spec.name] = _make_rule(spec)
    return tuple(rules.values())


def _make_rule(spec: PatternSpec) -> type[PatternRule]:
    import regex

    where = f'[[pattern]] "{spec.name}"'
    if len(spec.match) > MAX_PATTERN_CHARS:
        size = f"{len(spec.match):,} characters, and may have {MAX_PATTERN_CHARS:,}"
        raise SettingsError(f'{where}: "match" has {size}; make several patterns of it')
    try:
        compiled = regex.compile(spec.match)
    except regex.error as error:
        raise SettingsError(f'{where}: "match" is not a valid regular expression: {error}; correct it') from error
    except (RecursionError, MemoryError, OverflowError) as error:
        text = f'{where}: "match" is nested too deeply, or repeats too much ({type(error).__name__}); simplify it'
        raise SettingsError(text) from error
    try:
        if spec.replace is not None:
            # Only a match can tell whether it has the groups of the replacement. The empty alternative always matches.
            regex.compile(f"|{spec.match}").match("").expand(spec.replace)
    except (regex.error, IndexError) as error:
        raise SettingsError(f'{where}: "replace" does not fit "match": {error}; correct one of them') from error
    attributes = {"name": f"{FAMILY}/{spec.name}", "severity": spec.severity, "spec": spec, "compiled": compiled}
    return type("PatternRule", (PatternRule,), attributes)
