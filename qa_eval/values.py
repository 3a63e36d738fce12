"""Frozen values whose classes take a tenth of the time to make, and whose instances a third: there are dozens of each in a run."""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make a class what ``dataclass(frozen=True, slots=True)`` makes of it, sooner; no class can be derived from it.

    That decorator compiles six methods for each class, and has each field of an instance set through ``object.__setattr__``. Here
    one is compiled, and an instance begins as one of a class that has the same slots and is not frozen, and is turned into one
    of ``kind`` when its fields are set. ``__post_init__`` is not called. Raises TypeError for a class that has one.

    >>> from dataclasses import replace
    >>> @value
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> replace(Point(1), y=2), hash(Point(1)) == hash(Point(1, 0))
    (Point(x=1, y=2), True)
    """
    if hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__name__} has a __post_init__, which nobody would call")
    made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    names = tuple(one.name for one in fields(made))  # type: ignore[arg-type]  # a dataclass by now
    for name, part in {**_methods(made, names), "__new__": _maker(made)}.items():
        setattr(made, name, part)
    return made


def _methods(kind: type, names: tuple[str, ...]) -> dict[str, object]:
    """Return what instances can do by the names of their fields."""
    of: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def equal(self: object, other: object) -> bool:
        return of(self) == of(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(of(self))

    def shown(self: object) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({told})"

    def reduced(self: object) -> tuple[type, tuple[object, ...]]:
        return kind, tuple(getattr(self, name) for name in names)

    def refuse(derived: type) -> None:
        raise TypeError(f"{derived.__name__}: no class is derived from {kind.__name__}, it is a value")

    parts: dict[str, object] = {
        "__eq__": equal,
        "__hash__": hashed,
        "__reduce__": reduced,
        "__init_subclass__": classmethod(refuse),
        "__setattr__": _assign,
        "__delattr__": _delete,
        "__repr__": shown,
    }
    return {name: part for name, part in parts.items() if vars(kind).get(name) is None}  # its own stay


def _assign(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001 - as Python calls it
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> NoReturn:  # noqa: ARG001 - as Python calls it
    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Made:
    """Stands for a default that is made anew for each instance, as a reader of its signature sees it: ``dict()``."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory

    def __repr__(self) -> str:
        return f"{getattr(self.factory, '__name__', '…')}()"


def _maker(kind: type):  # type: ignore[no-untyped-def]  # noqa: ANN202 - of the signature that the fields say
    """Return a ``__new__`` that takes what ``kind`` is made of."""
    known: dict[str, object] = {"begin": object.__new__}
    known["Open"] = type(kind.__name__, (), {"__slots__": kind.__slots__})  # type: ignore[attr-defined]  # made with slots
    parameters, lines, annotations = ["cls"], ["self = begin(Open)"], {}
    for one in fields(kind):
        name, default = one.name, f"_{one.name}"
        given = name
        if one.default_factory is not MISSING:
            known[default] = _Made(one.default_factory)
            given = f"{default}.factory() if {name} is {default} else {name}"
            parameters.append(f"{name}={default}")
        elif one.default is not MISSING:
            known[default] = one.default
            parameters.append(f"{name}={default}")
        else:
            parameters.append(name)
        lines.append(f"self.{name} = {given}")
        annotations[name] = one.type
    body = "\n    ".join([*lines, "self.__class__ = cls", "return self"])
    exec(f"def __new__({', '.join(parameters)}):\n    {body}\n", known)  # noqa: S102 - of names of fields alone, as dataclasses does it
    made = known["__new__"]
    made.__annotations__ = annotations
    made.__qualname__ = f"{kind.__qualname__}.__new__"  # type: ignore[attr-defined]  # as above
    return made
