"""The external merge sort: its order, its memory, and the errors of its temporary files."""

import random

import pytest

from newslint.config.settings import Settings
from newslint.files import FileError, Source
from newslint.linter import external_sort
from newslint.linter.external_sort import ExternalSorter
from newslint.linter.linter import build_linter
from newslint.linter.run import Run
from support import ROOT


@pytest.mark.parametrize("count", [0, 1, 10, 11, 95, 300])
def test_values_are_sorted_with_few_in_memory(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_sort, "MAX_IN_MEMORY", 10)
    monkeypatch.setattr(external_sort, "VALUES_PER_READ", 3)
    monkeypatch.setattr(external_sort, "MAX_FILES_PER_LEVEL", 2)
    values = [(number, str(number)) for number in range(count)]
    shuffled = random.Random(1).sample(values, count)
    sorter: ExternalSorter[tuple[int, str]] = ExternalSorter(lambda value: value[0])
    for value in shuffled:
        sorter.extend([value])
        assert len(sorter._in_memory) <= 10
    assert list(sorter) == values


def test_findings_are_the_same_when_sorted_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    linter = build_linter(Settings())
    sources = [Source(f"seeds/{path.name}", path.read_bytes()) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    in_memory = list(Run(linter, sources, 1).diagnostics())
    assert any(found.rule == "numbers/articles-disagree" for found in in_memory)
    monkeypatch.setattr(external_sort, "MAX_IN_MEMORY", 4)
    monkeypatch.setattr(external_sort, "VALUES_PER_READ", 2)
    assert list(Run(linter, sources, 1).diagnostics()) == in_memory


def test_an_unwritable_temporary_folder_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_sort, "MAX_IN_MEMORY", 0)
    monkeypatch.setattr("tempfile.tempdir", str(ROOT / "README.md" / "no folder"))
    with pytest.raises(FileError, match=r"cannot write a temporary file: .*; free some space, or set TMPDIR to"):
        ExternalSorter[int](int).extend([1])
