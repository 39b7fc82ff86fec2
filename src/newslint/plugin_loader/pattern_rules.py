"""Rules as data: the `[[pattern]]` tables of a configuration, for newsrooms that do not write Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter
from typing import Any, ClassVar

from newslint.api import Article, Edit, Finding, Fix, Rule, Span, in_quotation
from newslint.config.settings import PatternSpec, SettingsError
from newslint.model import RuleInfo

FAMILY = "pattern"
TIMEOUT_SECONDS = 1.0  # for one pattern on one article: a pattern may backtrack for ever on some text
TOTAL_SECONDS = 5.0  # for all patterns on one article
MAX_PATTERN_CHARS = 10_000  # compiling takes some milliseconds for a pattern of this length
MAX_PATTERN_ITEMS = 200_000  # with its repeats, which are compiled one by one: some tenths of a second, 20 MB
_TOKEN = r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)[^}]*\}|."  # of a pattern: an escaped sign, a set, a count, a sign


class PatternRule(Rule):
    """Finds what a pattern of the configuration matches.

    The pattern is a regular expression of the `regex` library and runs under its timeout.
    """

    any_language = True  # the newsroom that wrote the pattern decides what it reads
    spec: ClassVar[PatternSpec]
    compiled: ClassVar[Any]
    compiled_exceptions: ClassVar[Any]  # None without exceptions

    def info(self, plugin: str = "") -> RuleInfo:
        """Return the message as the documentation: the table has no other."""
        return super().info(plugin)._replace(summary=self.spec.message, documentation=self.spec.message)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield a finding for each match. Raises TimeoutError, which becomes a failure of this rule."""
        matches = self._matches(article, self.compiled)
        allowed = self._matches(article, self.compiled_exceptions) if matches and self.compiled_exceptions else ()
        for match in matches:
            start, end = match.span()
            if start == end or any(one.start() < end and start < one.end() for one in allowed):
                continue
            if not self.spec.in_quotations and in_quotation(article, start):
                continue
            replacement, fix = self._replacement(match), None
            if replacement is not None:
                # newslint cannot know whether the replacement keeps the meaning, so the fix is not safe.
                fix = Fix("replace it as the newsroom asks", False, (Edit(Span(start, end), replacement),))
            message = self.spec.message.replace("{replace}", replacement or "").replace("{match}", match.group())
            yield Finding(Span(start, end), message, fix)

    def _replacement(self, match: Any) -> str | None:
        if self.spec.replace is not None:
            expanded: str = match.expand(self.spec.replace)
            return expanded
        found = match.group()
        for words, replacement in self.spec.words:
            if found == words or (self.spec.ignore_case and found.casefold() == words.casefold()):
                is_capitalized = found[:1].isupper() and words[:1].islower()
                return replacement[:1].upper() + replacement[1:] if is_capitalized else replacement
        return None

    def _matches(self, article: Article, compiled: Any) -> list[Any]:
        """Return all matches at once: the timeout would also count the time that the caller spends on each finding."""
        budget = article.get(_budget)
        if budget.seconds <= 0:
            raise TimeoutError(f"the patterns before it took {TOTAL_SECONDS:g} s on this article; simplify them")
        start = perf_counter()
        try:
            return list(compiled.finditer(article.text, timeout=min(TIMEOUT_SECONDS, budget.seconds)))
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
    source = spec.match or _any_of(words for words, _ in spec.words)
    flags = regex.IGNORECASE if spec.ignore_case else 0
    excepted = _any_of(spec.exceptions) if spec.exceptions else ""
    for key, pattern in ("match" if spec.match else "words", source), ("exceptions", excepted):
        if len(pattern) > MAX_PATTERN_CHARS:
            size = f"{len(pattern):,} characters, and may have {MAX_PATTERN_CHARS:,}"
            raise SettingsError(f'{where}: "{key}" has {size}; make several patterns of it')
    if (items := _count_items(source)) > MAX_PATTERN_ITEMS:
        size = f"{items:,} items, with all its repeats, and may have {MAX_PATTERN_ITEMS:,}"
        raise SettingsError(f'{where}: "match" has {size}; use smaller numbers in {{ }}')
    try:
        compiled = regex.compile(source, flags)
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
    exceptions = regex.compile(excepted, flags) if excepted else None
    attributes = {
        "name": f"{FAMILY}/{spec.name}",
        "severity": spec.severity,
        "spec": spec,
        "compiled": compiled,
        "compiled_exceptions": exceptions,
    }
    return type("PatternRule", (PatternRule,), attributes)


def _count_items(pattern: str) -> int:
    """Return how many items a pattern has if each repeat is written out as often as it must match."""
    groups, last = [0], 1  # the items in each open group, and in the last item of the innermost
    for token in re.finditer(_TOKEN, pattern, re.DOTALL):
        if token[1]:
            groups[-1] += last * (int(token[1]) - 1)
            last *= int(token[1])
        elif token[0] == "(":
            groups.append(0)
        elif token[0] == ")" and len(groups) > 1:
            last = groups.pop()
            groups[-1] += last
        else:
            last = 1
            groups[-1] += 1
    return sum(groups)


def _any_of(phrases: Iterable[str]) -> str:
    """Return the pattern of any of the phrases as whole words, the longest first."""
    import regex

    alternatives = "|".join(regex.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return rf"(?<!\w)(?:{alternatives})(?!\w)"
