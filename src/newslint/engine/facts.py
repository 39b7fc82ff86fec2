"""Facts: what groups them, and values that are the same in every process and on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.model import CheckResult, Failure, LocatedFact

SCALARS = frozenset({str, int, float, bool, type(None)})
MAX_DEPTH = 8  # levels of nesting that are checked here; deeper values go through JSON


def group_key(fact: LocatedFact) -> tuple[str, str]:
    """Return what facts are grouped by: their rule and key."""
    return fact.rule, fact.key


def normalize_facts(result: CheckResult) -> CheckResult:
    """Return the result with each value as JSON reads it back: a tuple becomes a list, a key of a mapping a string.

    A fact that is not JSON-serializable is left out, and becomes a failure of its rule.
    """
    if _are_all_json(result.facts):
        return result  # fast path: the usual case
    normalized: list[LocatedFact] = []
    failures = dict.fromkeys(result.failures)
    for fact in result.facts:
        try:
            normalized.append(fact._replace(key=_key(fact.key), value=_json_round_trip(fact.value)))
        except (TypeError, ValueError, RecursionError) as error:
            message = f"returned a fact that is not JSON-serializable: {error}; use a string as key, JSON as value"
            failures[Failure(fact.rule, fact.location.path, message)] = None
    return result._replace(facts=tuple(normalized), failures=tuple(failures))


def _are_all_json(facts: Sequence[LocatedFact]) -> bool:
    before: Any = None
    for fact in facts:
        # Rules often collect one value under many keys.
        if type(fact.key) is not str or not (fact.value is before or _is_json_value(fact.value, MAX_DEPTH)):
            return False
        before = fact.value
    return True


def _is_json_value(value: Any, depth: int) -> bool:
    """Return whether JSON would read this value back unchanged; False also for one with more levels than `depth`."""
    kind = type(value)
    if kind in SCALARS:
        return True
    if kind is dict:
        return depth > 0 and all(type(key) is str and _is_json_value(item, depth - 1) for key, item in value.items())
    return kind is list and depth > 0 and all(_is_json_value(item, depth - 1) for item in value)


def _key(key: Any) -> str:
    if isinstance(key, str):
        return str.__str__(key)  # a subclass of str becomes a plain string
    raise TypeError(f"a key of type {type(key).__name__}")


def _json_round_trip(value: Any) -> Any:
    import json  # few runs need it

    return json.loads(json.dumps(value))
