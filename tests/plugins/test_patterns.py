"""Regular expressions that encode knowledge of language: examples of what each finds, and of what it does not."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

from newslint.text.pattern import Pattern

PACKAGES = (
    "newslint.text",
    "newslint_advertising",
    "newslint_boilerplate",
    "newslint_dates",
    "newslint_language",
    "newslint_numbers",
    "newslint_sources",
)


def _modules() -> Iterator[ModuleType]:
    """Yield the packages and every module below them."""
    for name in PACKAGES:
        package = importlib.import_module(name)
        yield package
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            yield importlib.import_module(module.name)


def _patterns_in(value: object, name: str) -> Iterator[tuple[str, Pattern]]:
    """Yield the patterns that a value is or holds, each with a name for the test's output."""
    if isinstance(value, Pattern):
        yield name, value
    elif isinstance(value, tuple | list):
        for number, item in enumerate(value):
            yield from _patterns_in(item, f"{name}[{number}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _patterns_in(item, f"{name}[{key}]")


def _defined(module: ModuleType) -> Iterator[tuple[str, Pattern]]:
    """Yield the patterns that a module assigns to its own names, not those it imports."""
    source = inspect.getsource(module)
    for name, value in vars(module).items():
        if re.search(rf"^{re.escape(name)}\b *[:=]", source, re.MULTILINE):
            yield from _patterns_in(value, f"{module.__name__}.{name}")


MODULES = list(_modules())
PATTERNS = {name: pattern for module in MODULES for name, pattern in _defined(module)}


def _is_found(pattern: Pattern, example: str) -> bool:
    before, mark, after = example.partition("‸")
    text, start = before + after, len(before) if mark else 0
    assert pattern.method in ("match", "search")
    run = pattern.match if pattern.method == "match" else pattern.search
    return run(text, start, len(text)) is not None


def test_patterns_are_found_in_modules_and_in_their_tables() -> None:
    assert len(PATTERNS) > 150
    assert any(name.endswith("]") for name in PATTERNS)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_finds_its_matches_and_not_its_misses(name: str) -> None:
    pattern = PATTERNS[name]
    assert pattern.matches and isinstance(pattern.matches, tuple)
    assert pattern.misses and isinstance(pattern.misses, tuple)
    assert [example for example in pattern.matches if not _is_found(pattern, example)] == []
    assert [example for example in pattern.misses if _is_found(pattern, example)] == []
