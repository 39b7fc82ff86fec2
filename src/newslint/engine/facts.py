"""Sees to it that facts can travel: their keys are strings and their values JSON, whatever a rule gathered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.model import CheckResult, Failure, LocatedFact

PLAIN = frozenset({str, int, float, bool, type(None)})
MAX_DEPTH = 8


def normalize_facts(result: CheckResult) -> CheckResult:
    """The result with facts that are the same in this process, in another one and on another machine.

    Values become what JSON makes of them. A fact that cannot travel is left out, and a failure of its rule.
    """
    if _all_plain(result.facts):
        return result  # as good as always
    kept: list[LocatedFact] = []
    failures = dict.fromkeys(result.failures)
    for fact in result.facts:
        try:
            kept.append(fact._replace(key=_key(fact.key), value=_json_round_trip(fact.value)))
        except (TypeError, ValueError, RecursionError) as error:
            text = f"gathered a fact that cannot travel: {error}; its key has to be a string, its value JSON"
            failures[Failure(fact.rule, fact.location.path, text)] = None
    return result._replace(facts=tuple(kept), failures=tuple(failures))


def _all_plain(facts: Sequence[LocatedFact]) -> bool:
    before: Any = None
    for fact in facts:
        # One value is often gathered under many keys.
        if type(fact.key) is not str or not (fact.value is before or _is_json_value(fact.value, MAX_DEPTH)):
            return False
        before = fact.value
    return True


def _is_json_value(value: Any, deep: int) -> bool:
    """Whether a value is what JSON would make of it; one that is deeper is left to JSON itself to judge."""
    kind = type(value)
    if kind in PLAIN:
        return True
    if kind is dict:
        return deep > 0 and all(type(key) is str and _is_json_value(each, deep - 1) for key, each in value.items())
    return kind is list and deep > 0 and all(_is_json_value(each, deep - 1) for each in value)


def _key(key: Any) -> str:
    if isinstance(key, str):
        return str.__str__(key)  # of a subclass, the bare string
    raise TypeError(f"a key of type {type(key).__name__}")


def _json_round_trip(value: Any) -> Any:
    import json  # here, since most values are plain

    return json.loads(json.dumps(value))
