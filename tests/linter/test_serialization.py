"""Results as bytes: every value comes back as it was, of the same types; a plugin's own strings as plain ones."""

from __future__ import annotations

import pytest

from newslint.config.settings import Settings
from newslint.files import Source
from newslint.linter.lint_file import FileResult, lint_file
from newslint.linter.linter import build_linter
from newslint.linter.serialization import from_bytes, to_bytes
from newslint.model import CheckResult, Diagnostic, Edit, Failure, Fix, Location, Position, Span, Statistics
from support import ROOT


class Text(str):
    """A string of a plugin's own class."""

    __slots__ = ()


def _types(value: object) -> object:
    """Return the types in a value of tuples, lists and other values."""
    return (type(value), [*map(_types, value)]) if isinstance(value, tuple | list) else type(value)


@pytest.fixture(scope="module")
def results() -> list[FileResult]:
    linter = build_linter(Settings(preview=True))
    sources = [Source(f"seeds/{path.name}", path.read_bytes()) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [lint_file(linter, source) for source in (*sources, Source("missing.txt"))]


def test_results_come_back_as_they_were(results: list[FileResult]) -> None:
    checked = [result for file_result in results for result in file_result.results]
    assert {True, False} == {bool(result.facts) for result in checked} == {bool(found.failures) for found in checked}
    diagnostics = [diagnostic for result in checked for diagnostic in result.diagnostics]
    assert any(found.related for found in diagnostics)
    assert any(found.fix for found in diagnostics)
    for values in (results, diagnostics, [fact for result in checked for fact in result.facts], []):
        again = from_bytes(to_bytes(values))
        assert again == values
        assert _types(again) == _types(values)


def test_statistics_and_failures_come_back() -> None:
    statistics = Statistics({"a/b": 0.5}, {"a.view": 0.25}, {"label": 2})
    result = FileResult(1, (CheckResult(failures=(Failure("a/b", None, "raised"),), statistics=statistics),))
    assert from_bytes(to_bytes([result])) == [result]


@pytest.mark.parametrize("title", ["\ud800 lone surrogate", Text("a title")])
def test_unusual_strings_come_back(title: str) -> None:
    place = Location("a.txt", 3, Position(1, 1, 0), Position(1, 2, 1), "x", "")
    fix = Fix(title, True, (Edit(Span(0, 1), ""),))
    again = from_bytes(to_bytes([Diagnostic("a/b", "info", place, "Message.", (), fix, "0")]))[0].fix
    assert again == fix
    assert type(again.title) is str
