"""Compares articles by their facts. Facts are grouped, sorted and made distinct, so their order cannot matter."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.article import Article
from newslint.engine.checker import format_plugin_error
from newslint.engine.diagnostics import Fingerprinter, sort_key, to_diagnostic
from newslint.engine.facts import group_key
from newslint.engine.fixes import applicable_raw_fix
from newslint.model import CheckResult, Diagnostic, Failure, Fix, LocatedFact, Location
from newslint.rule import CrossArticleRule, Rule
from newslint.text.quotations import LEXICON as QUOTATION_MARKS
from newslint.text.scanner import Scanner

T = TypeVar("T")
ArticleLookup = Callable[[str, int | None], Article | None]
"""Returns the article of a path and a record, or None if no such article exists."""

Pause = Callable[[], AbstractContextManager[object]]
CallGuard = Callable[[str], AbstractContextManager[Pause]]
"""Guards a `with` block in which a rule runs, by its name: it may raise an exception where that takes too long.

Its value is called for a block within that one, whose time does not count.
"""

if TYPE_CHECKING:
    from typing import Protocol

    class Sorter(Protocol[T]):
        """Sorts values, in memory or on disk. Iterate it once, after the last `extend`."""

        def extend(self, values: Iterable[T], /) -> None:
            """Add values in any order."""

        def __iter__(self) -> Iterator[T]:
            """Yield all values, sorted."""
            ...


def no_article(path: str, record: int | None) -> None:
    """Return None: an `ArticleLookup` for callers that have no use for fixes."""


def no_guard(rule: str) -> AbstractContextManager[Pause]:
    """Guard nothing."""
    return nullcontext(nullcontext)


def compare_facts(
    rules: Sequence[Rule], facts: Iterable[LocatedFact], article_of: ArticleLookup = no_article, *, debug: bool = False
) -> CheckResult:
    """Return the findings of comparing facts that fit into memory, in output order.

    The fix of a finding whose article `article_of` does not return is dropped, since it cannot be checked.
    """
    failures: list[Failure] = []
    found = sorted(compare_groups(rules, sorted(facts, key=group_key), failures, debug=debug), key=sort_key)
    return CheckResult(tuple(_finish(found, article_of, failures)), (), tuple(failures))


def compare_sorted_facts(
    rules: Sequence[Rule],
    facts: Iterable[LocatedFact],
    sorter: Sorter[Diagnostic],
    article_of: ArticleLookup,
    failures: list[Failure],
    *,
    guard: CallGuard = no_guard,
    debug: bool = False,
) -> Iterator[Diagnostic]:
    """Yield the findings of comparing any number of facts, in output order.

    `facts` are sorted by `group_key`; one group is held in memory. `sorter` is empty, and sorts by `sort_key`.
    `article_of` is asked in output order, for findings that have a fix. Errors of rules are appended to `failures`.
    """
    for diagnostic in compare_groups(rules, facts, failures, guard=guard, debug=debug):
        sorter.extend((diagnostic,))
    return _finish(sorter, article_of, failures)


def compare_groups(
    rules: Sequence[Rule],
    facts: Iterable[LocatedFact],
    failures: list[Failure],
    *,
    guard: CallGuard = no_guard,
    debug: bool = False,
) -> Iterator[Diagnostic]:
    """Yield what the rules find in each group of at least two facts. `facts` are sorted by `group_key`.

    These diagnostics are not final: sort them by `sort_key`, then pass them to `merge_and_fingerprint`.
    """
    by_name = {rule.name: rule for rule in rules if isinstance(rule, CrossArticleRule)}
    for (name, _), group in groupby(facts, group_key):
        distinct = _sorted_distinct(group)
        locations = {fact.location for fact in distinct}
        yield from compare_group(by_name[name], distinct, locations, failures, guard=guard, debug=debug)


def compare_group(
    rule: CrossArticleRule,
    facts: Sequence[LocatedFact],
    locations: Container[Location],
    failures: list[Failure],
    *,
    guard: CallGuard = no_guard,
    debug: bool = False,
) -> Iterator[Diagnostic]:
    """Yield what a rule finds in the facts of one key, as `compare_groups` does.

    `facts` are distinct and sorted by location; `locations` are theirs.
    """
    if len(facts) < 2:
        return
    try:
        with guard(rule.name) as pause:
            for finding in rule.compare_facts(facts):
                # The fingerprint is provisional until `merge_and_fingerprint`, which sees all findings of an article.
                diagnostic = to_diagnostic(finding, rule, None, Fingerprinter(), locations)
                with pause():
                    yield diagnostic
    except BaseException as error:  # a plugin may raise anything
        message = f"{format_plugin_error(error, debug=debug)}, while comparing the facts of {facts[0].key!r}"
        failures.append(Failure(rule.name, None, message))


def merge_and_fingerprint(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield sorted diagnostics of comparing, each once and with its fingerprint."""
    article, fingerprinter = None, Fingerprinter()
    for _, same in groupby(diagnostics, sort_key):
        diagnostic = merge_duplicates(same)
        location = diagnostic.location
        if article != (location.path, location.record):
            article, fingerprinter = (location.path, location.record), Fingerprinter()
        yield diagnostic._replace(fingerprint=fingerprinter.fingerprint(diagnostic.rule, location))


def merge_duplicates(same: Iterable[Diagnostic]) -> Diagnostic:
    """Return one diagnostic for a finding that was made under several keys, with the related locations of all."""
    first, *others = same
    if not others:
        return first
    related = chain(first.related, *(other.related for other in others))
    return first._replace(related=tuple(dict.fromkeys(related)))


def _finish(
    diagnostics: Iterable[Diagnostic], article_of: ArticleLookup, failures: list[Failure]
) -> Iterator[Diagnostic]:
    fix_checker = FixChecker(article_of)
    for diagnostic in merge_and_fingerprint(diagnostics):
        if diagnostic.fix:
            try:
                fix = fix_checker.applicable_fix(diagnostic, diagnostic.fix)
            except ValueError as error:
                fix = None
                failures.append(Failure(diagnostic.rule, diagnostic.location.path, str(error)))
            diagnostic = diagnostic._replace(fix=fix)
        yield diagnostic


class FixChecker:
    """Checks the fixes of diagnostics of comparing, as the checker does with others: rules compare without articles."""

    def __init__(self, article_of: ArticleLookup) -> None:
        self._article_of = article_of
        self._scanner: Scanner | None = None
        self._unscanned: Article | None = None
        self._article: Article | None = None  # the last article scanned; findings arrive grouped by article

    def applicable_fix(self, diagnostic: Diagnostic, fix: Fix) -> Fix | None:
        """Return the fix, or None if it must not be offered. Raises ValueError for edits that do not fit."""
        location = diagnostic.location
        article = self._article_of(location.path, location.record)
        # The file may have changed since newslint checked it.
        if article is None or not location.is_unchanged_in(article.raw):
            return None
        return self.checked(fix, article)

    def checked(self, fix: Fix, article: Article) -> Fix | None:
        """Return the fix of a finding in an article, or None if it must not be applied. Raises ValueError."""
        return applicable_raw_fix(fix, self._scanned(article))

    def _scanned(self, article: Article) -> Article:
        if self._article is None or self._unscanned is not article:
            self._scanner = self._scanner or Scanner([QUOTATION_MARKS])
            self._unscanned, self._article = article, self._scanner.scan(article)
        return self._article


def _sorted_distinct(facts: Iterable[LocatedFact]) -> list[LocatedFact]:
    """Return the facts in an order that does not depend on theirs, without repeats."""
    group = list(facts)
    if len({fact.location for fact in group}) == len(group):  # fast path: the usual case
        return sorted(group, key=_location_order)
    import json  # few runs need it

    distinct = {(_location_order(fact), json.dumps(fact.value, sort_keys=True)): fact for fact in group}
    return [distinct[key] for key in sorted(distinct)]


def _location_order(fact: LocatedFact) -> tuple[Any, ...]:
    location = fact.location
    return location.path, location.record or 0, location.start, location.end
