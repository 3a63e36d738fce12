"""Names of a package that come from its modules when they are first asked for, so that importing it takes no time."""

from __future__ import annotations

TYPE_CHECKING = False  # typing alone takes half as long to import as Python to start

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def late(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of ``package``, whose modules ``homes`` hold the names given for each.

    >>> late("qa_eval.reading", {"regex": ("regex",)})("regex")("[0-9]+").findall("12 of 30")
    ['12', '30']
    """

    def find(name: str) -> object:
        home = next((module for module, names in homes.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - only a name that is not there yet needs it
        from sys import modules  # noqa: PLC0415 - see above

        value: object = getattr(import_module(f"{package}.{home}"), name)
        setattr(modules[package], name, value)
        return value

    return find
