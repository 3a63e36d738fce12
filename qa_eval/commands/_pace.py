"""How often, how fast and how patiently ``run`` asks: options whose names are those of ``engine.Settings``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

_Wrapped = TypeVar("_Wrapped", bound="Callable[..., object]")


class _Number(click.FloatRange):
    """A number above 0; ``name`` is how a message calls it."""

    def __init__(self, name: str) -> None:
        super().__init__(min=0, min_open=True)
        self.name = name


class _Count(click.IntRange):
    """A whole number from ``min`` on, called so in a message."""

    name = "whole number"


_FROM_ONE = _Count(min=1)

OPTIONS = (
    click.option(
        "--limit",
        type=_FROM_ONE,
        metavar="N",
        help="Only the first so many questions, or with --seed so many drawn by it.",
    ),
    click.option(
        "--repeat", type=_FROM_ONE, default=1, show_default=True, metavar="N", help="Ask each question so many times."
    ),
    click.option("--seed", type=int, metavar="N", help="Ask in a shuffled order that this number repeats."),
    click.option(
        "--concurrency",
        type=_FROM_ONE,
        default=64,
        show_default=True,
        metavar="N",
        help="How many questions are in flight at once.",
    ),
    click.option(
        "--rate", type=_Number("number of calls a minute"), metavar="PER_MINUTE", help="Calls a minute at most."
    ),
    click.option(
        "--timeout",
        type=_Number("number of seconds"),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for one answer.",
    ),
    click.option(
        "--retries",
        type=_Count(min=0),
        default=2,
        show_default=True,
        metavar="N",
        help="Further attempts where one makes sense.",
    ),
)


def options(command: _Wrapped) -> _Wrapped:
    """Add the options to a verb, in their order."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
