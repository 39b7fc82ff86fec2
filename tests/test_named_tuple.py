"""Named tuples of newslint: they behave like those of `typing`."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from newslint.named_tuple import NamedTuple


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 2
    name: str = ""

    @property
    def total(self) -> int:
        """The sum."""
        return self.x + self.y


class Spelled(NamedTuple):
    """A value with its own text."""

    x: int = 0

    def __repr__(self) -> str:
        return f"<{self.x}>"


class Near(Point):
    """A class derived from a named tuple."""

    __slots__ = ()


FIRST_CALLS: list[Callable[[type[Any]], object]] = [
    lambda kind: kind(1),
    lambda kind: kind(1, name="b"),
    lambda kind: kind(y=1, x=3),
    lambda kind: kind._make([1, 2, "c"]),
    lambda kind: tuple.__new__(kind, (1, 2, "c"))._replace(y=5),
    lambda kind: tuple.__new__(kind, (1, 2, "c"))._asdict(),
    lambda kind: repr(tuple.__new__(kind, (1, 2, "c"))),
    lambda kind: partial(tuple.__new__, kind)((1, 2, "c")).name,
    lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__, kind.__doc__),
    lambda kind: hash(kind(1)) == hash((1, 2, "")),
]
WRONG_CALLS: list[Callable[[type[Any]], object]] = [
    lambda kind: kind(),
    lambda kind: kind(1, 2, "", 4),
    lambda kind: kind(1, z=1),
    lambda kind: kind._make([1]),
    lambda kind: kind(1)._replace(z=1),
]


@pytest.mark.parametrize("call", FIRST_CALLS)
def test_a_new_class_does_what_that_of_typing_does(call: Callable[[type[Any]], object]) -> None:
    class Kind(NamedTuple):
        """A point."""

        x: int
        y: int = 2
        name: str = ""

    class Other(typing.NamedTuple):
        """A point."""

        x: int
        y: int = 2
        name: str = ""

    Other.__name__ = "Kind"
    assert call(Kind) == call(Other)


@pytest.mark.parametrize("call", WRONG_CALLS)
def test_wrong_arguments_are_the_same_error(call: Callable[[type[Any]], object]) -> None:
    class Kind(NamedTuple):
        x: int
        y: int = 2

    class Other(typing.NamedTuple):
        x: int
        y: int = 2

    errors = []
    for kind in (Kind, Other):
        with pytest.raises((TypeError, ValueError)) as caught:
            call(kind)
        errors.append((type(caught.value), str(caught.value).replace("Other", "Kind")))
    assert errors[0] == errors[1]


def test_values_are_pickled_by_their_class() -> None:
    for value in (Point(1, 2, "a"), Near(1)):
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert type(again) is type(value)


def test_methods_properties_and_subclasses_work() -> None:
    assert Point(1).total == 3
    assert repr(Spelled(4)) == "<4>"
    assert repr(Near(1)) == "Near(x=1, y=2, name='')"
    match Point(7, name="b"):
        case Point(x, _, name):
            assert (x, name) == (7, "b")
    assert isinstance(Point(1), tuple)
    assert typing.get_type_hints(Point) == {"x": int, "y": int, "name": str}


def test_a_default_before_a_field_without_one_is_an_error() -> None:
    with pytest.raises(TypeError, match="field of Kind without a default follows"):

        class Kind(NamedTuple):
            x: int = 1
            y: int  # type: ignore[misc]
