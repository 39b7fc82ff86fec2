"""Counts the work that a call does: calls of functions, and the characters that it copies or searches."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from newslint.text.pattern import Pattern


class CountingText(str):
    """A text that counts the characters that are copied from it, or searched in it."""

    characters = 0

    def __getitem__(self, index: Any) -> str:
        found = super().__getitem__(index)
        CountingText.characters += len(found)
        return found


def _counting(name: str) -> Callable[..., Any]:
    method = getattr(str, name)

    def call(self: str, *arguments: Any) -> Any:
        CountingText.characters += _searched(self, method, *arguments)
        return method(self, *arguments)

    return call


def _searched(text: str, method: Callable[..., Any], *arguments: Any) -> int:
    start, end, _step = slice(*(*arguments[1:3], None, None)[:2]).indices(len(text))
    if method in (str.find, str.index, str.rfind, str.rindex):
        at = (str.find if method in (str.find, str.index) else str.rfind)(text, *arguments)
        if at >= 0:
            return at - start if method in (str.find, str.index) else end - at
    return max(0, end - start)


for _name in ("find", "rfind", "index", "rindex", "count", "lower", "strip", "rstrip", "split", "splitlines"):
    setattr(CountingText, _name, _counting(_name))


def count(call: Callable[[], Any]) -> tuple[int, int]:
    """Return how many calls a call makes, and how many characters of a CountingText it copies or searches.

    What a Pattern searches counts in any text.
    """
    calls = CountingText.characters = 0

    def on_event(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if event == "return" and frame.f_code is Pattern.search.__code__:
            start, end = max(0, frame.f_locals["start"]), frame.f_locals["end"]
            CountingText.characters += max(0, (argument.end() if argument else end) - start)

    sys.setprofile(on_event)
    try:
        call()
    finally:
        sys.setprofile(None)
    return calls, CountingText.characters
