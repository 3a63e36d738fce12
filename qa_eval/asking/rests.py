"""Imports that give way: what threads import beside the answerers waits, before each module, until the event loop rests.

An event loop and an import that both want the processor take turns of milliseconds. A loop that asks web servers lets go of
its turn many times a question, so that the import would hold up the first answers for nearly as long as it takes.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 0.2  # seconds that a thread waits in all: a loop that never rests holds it up no longer

_giving_way = threading.local()
_resting = threading.Event()
_resting.set()
_finding = False


def rest() -> None:
    """Say that the event loop waits from now on."""
    _resting.set()


def work() -> None:
    """Say that it goes on."""
    _resting.clear()


@contextmanager
def giving_way() -> Iterator[None]:
    """Have the imports of this thread wait for the loop's rests, for PATIENCE seconds in all."""
    global _finding  # noqa: PLW0603 - of the process, as its finders are
    if not _finding:
        _finding = True
        # for good: to take it away could make an import elsewhere miss the next finder
        sys.meta_path.insert(0, _GivesWay)
    _giving_way.left = PATIENCE
    try:
        yield
    finally:
        _giving_way.left = 0.0


class _GivesWay:
    """Finds no module, and takes its time over it."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:  # noqa: ARG004 - what finders are asked
        left: float = getattr(_giving_way, "left", 0.0)
        if left > 0 and not _resting.is_set():
            before = perf_counter()
            _resting.wait(left)
            _giving_way.left = left - (perf_counter() - before)
