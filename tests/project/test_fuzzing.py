"""The targets of the fuzzer: each holds for what the fuzzer starts from, and for inputs that once broke one."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

from support import ROOT

pytest.importorskip("pyarrow", reason="the target of records reads corpora")
pytest.importorskip("brotli", reason="the target of records reads archives")


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "fuzz")


@pytest.mark.parametrize("target", ["articles", "fixes", "configuration", "baseline", "records"])
@pytest.mark.usefixtures("fuzz")
def test_a_target_holds_for_its_seeds(target: str) -> None:
    seeds = import_module("seeds").seeds(target)
    assert len(seeds) > 1
    for data in [b"", b"\x00", *seeds[:20], *(bytes([number]) + seeds[0] for number in range(4))]:
        import_module("targets").TARGETS[target](data)


@pytest.mark.usefixtures("fuzz")
def test_a_target_sees_what_breaks_a_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    targets = import_module("targets")
    monkeypatch.setattr(targets, "_bare_text", lambda article: "")
    with pytest.raises(AssertionError, match="a fix changed the quotation"):
        targets.check_fixes("\0“The mill stays open for now,” she said.\n".encode())


@pytest.mark.usefixtures("fuzz")
def test_the_dictionary_is_in_the_notation_of_the_fuzzer() -> None:
    lines = import_module("seeds").dictionary().splitlines()
    assert len(lines) > 150
    assert all(line.startswith('"\\x') and line.endswith('"') for line in lines)
    assert "atheris" not in sys.modules
