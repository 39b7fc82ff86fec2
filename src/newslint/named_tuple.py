"""`NamedTuple` as in `typing`, with classes that cost a sixth to create.

A run over one article creates some sixty of them, and calls the constructors of half. `typing.NamedTuple` compiles a
constructor for each from a string; here, the first call does.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as in typing: type checkers take it for true

if TYPE_CHECKING or sys.version_info >= (3, 14):  # where the namespace of a class holds no annotations
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    class _Values(tuple):
        """A tuple whose items are attributes."""

        __slots__ = ()

        def __new__(cls, /, *values, **named):
            owner = next(base for base in cls.__mro__ if "_field_defaults" in vars(base))
            names = ", ".join(owner._fields)
            source = f"lambda _cls, {names}: _new(_cls, ({names}{', ' if names else ''}))"
            make = eval(source, {"_new": tuple.__new__, "__name__": owner.__module__})
            make.__defaults__ = tuple(owner._field_defaults.values())
            make.__name__, make.__qualname__ = "__new__", f"{owner.__name__}.__new__"
            owner.__new__ = make
            return make(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **named):
            made = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self):
            return tuple(self)

    class _Meta(type):
        def __new__(cls, name, bases, namespace):
            if not bases:
                return type.__new__(cls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"a field of {name} without a default follows one with a default")
            for index, field in enumerate(fields):
                namespace[field] = _tuplegetter(index, f"Alias for field number {index}")
            namespace |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return type(name, (_Values, *bases[1:]), namespace)

    class NamedTuple(metaclass=_Meta):
        """The base class of named tuples, as that of `typing`: the annotations of a class name its fields.

        Defining such a class costs a sixth, which counts at each start.
        """
