"""Frozen values that are made in a third of the time: a run makes some thirty of them for each question."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TypeVar

T = TypeVar("T")


def quick(kind: type[T]) -> type[T]:
    """Have a frozen dataclass with slots make its instances as quickly as one that is not frozen; all else stays.

    Setting the fields of a frozen instance takes most of the time of making one, since each goes through
    ``object.__setattr__``. Here an instance begins as one of a class that has the same slots and is not frozen, and is turned
    into one of ``kind`` when its fields are set; no class can be derived from it. Raises TypeError for a dataclass without
    slots or with ``__post_init__``.

    >>> from dataclasses import dataclass, replace
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> replace(Point(1), y=2), hash(Point(1)) == hash(Point(1, 0))
    (Point(x=1, y=2), True)
    """
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]  # a dataclass, as said
    if getattr(kind, "__slots__", None) != names or hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__name__} is no dataclass of slots alone")
    made = _maker(kind)
    made.__annotations__ = kind.__init__.__annotations__
    made.__qualname__ = f"{kind.__qualname__}.__new__"
    delattr(kind, "__init__")  # else it would set the fields once more

    def reduce(self: T) -> tuple[type[T], tuple[object, ...]]:
        return kind, tuple(getattr(self, name) for name in names)

    def refuse(derived: type[T]) -> None:
        raise TypeError(f"{derived.__name__}: no class is derived from {kind.__name__}, it is a value")

    parts = {"__new__": made, "__reduce__": reduce, "__init_subclass__": classmethod(refuse)}
    for name, part in parts.items():
        setattr(kind, name, part)
    return kind


def _maker(kind: type):  # type: ignore[no-untyped-def]  # noqa: ANN202 - of the signature that the fields say
    """Return a ``__new__`` that takes what ``kind`` is made of."""
    known: dict[str, object] = {"MISSING": MISSING, "begin": object.__new__}
    known["Open"] = type(kind.__name__, (), {"__slots__": kind.__slots__})  # type: ignore[attr-defined]  # looked at by ``quick``
    parameters, lines = ["cls"], ["self = begin(Open)"]
    for field in fields(kind):
        name, default = field.name, f"_{field.name}"
        value = name
        if field.default_factory is not MISSING:
            known[default] = field.default_factory
            value = f"{default}() if {name} is MISSING else {name}"
            parameters.append(f"{name}=MISSING")
        elif field.default is not MISSING:
            known[default] = field.default
            parameters.append(f"{name}={default}")
        else:
            parameters.append(name)
        lines.append(f"self.{name} = {value}")
    body = "\n    ".join([*lines, "self.__class__ = cls", "return self"])
    exec(f"def __new__({', '.join(parameters)}):\n    {body}\n", known)  # noqa: S102 - of names of fields alone, as dataclasses does it
    return known["__new__"]
