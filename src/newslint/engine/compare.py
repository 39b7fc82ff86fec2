"""Compares articles: facts grouped by rule and key, sorted, without repeats, so that nothing else can matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from typing import Any

from newslint.engine.checker import format_exception, sort_key
from newslint.engine.diagnostics import Fingerprinter, to_diagnostic
from newslint.model import CheckResult, Diagnostic, Failure, LocatedFact
from newslint.rule import CrossArticleRule, Rule


def group_key(fact: LocatedFact) -> tuple[str, str]:
    """What facts are grouped by: their rule and key."""
    return fact.rule, fact.key


def conclude(rules: Sequence[Rule], facts: Iterable[LocatedFact], *, debug: bool = False) -> CheckResult:
    """The diagnostics that come of comparing articles, in the order of output; for facts that fit into memory."""
    failures: list[Failure] = []
    found = sorted(compare(rules, sorted(facts, key=group_key), failures, debug=debug), key=sort_key)
    return CheckResult(tuple(merge_and_fingerprint(found)), (), tuple(failures))


def compare(
    rules: Sequence[Rule], facts: Iterable[LocatedFact], failures: list[Failure], *, debug: bool = False
) -> Iterator[Diagnostic]:
    """What the rules say of each group of two facts or more, sorted by `grouping`: one group is held at a time.

    The diagnostics want to be sorted by `order` and `sealed`. What breaks goes to `failures`.
    """
    by_name = {rule.name: rule for rule in rules if isinstance(rule, CrossArticleRule)}
    for (name, key), group in groupby(facts, group_key):
        try:
            given = _sorted_distinct(group)  # mostly of one fact, which there is nothing to compare with
            for finding in by_name[name].compare_facts(given) if len(given) > 1 else ():
                yield to_diagnostic(finding, by_name[name], None, Fingerprinter())
        except (Exception, SystemExit) as error:  # whatever a plugin raises
            failures.append(
                Failure(name, None, f"{format_exception(error, debug=debug)}, while comparing the facts of {key!r}")
            )


def merge_and_fingerprint(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Sorted diagnostics of comparing, one finding once, with their fingerprints: these count repeats in an article."""
    known, seal = None, Fingerprinter()
    for _, same in groupby(found, sort_key):
        diagnostic = reduce(merge_duplicates, same)
        article = diagnostic.location.path, diagnostic.location.record
        if article != known:
            known, seal = article, Fingerprinter()
        yield diagnostic._replace(fingerprint=seal.fingerprint(diagnostic.rule, diagnostic.location))


def merge_duplicates(one: Diagnostic, other: Diagnostic) -> Diagnostic:
    """One finding that came under two keys, with the related places of both."""
    return one._replace(related=tuple(dict.fromkeys(one.related + other.related)))


def _sorted_distinct(facts: Iterable[LocatedFact]) -> list[LocatedFact]:
    """In one order, whatever order they came in; what came twice, once."""
    given = list(facts)
    if len({fact.location for fact in given}) == len(given):  # as nearly always: their places alone give the order
        return sorted(given, key=_by_place)
    import json  # here, since most runs have no need of it

    distinct = {(_by_place(fact), json.dumps(fact.value, sort_keys=True)): fact for fact in given}
    return [distinct[known] for known in sorted(distinct)]


def _by_place(fact: LocatedFact) -> tuple[Any, ...]:
    where = fact.location
    return where.path, where.record or 0, where.start, where.end
