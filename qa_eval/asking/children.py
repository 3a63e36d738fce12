"""Processes that an answerer started with multiprocessing: Python would wait for them at its end, however long they take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

GRACE = 1.0  # seconds to end in, before a process is killed


class Children:
    """Those that are started from now on; others are none of the answerer's."""

    def __init__(self) -> None:
        self._before = frozenset(_alive())

    def end(self) -> None:
        """End those that are still there."""
        left = [child for child in _alive() if child not in self._before]
        for child in left:
            child.terminate()
        for child in left:
            child.join(GRACE)
            if child.is_alive():
                child.kill()


def _alive() -> list[BaseProcess]:
    loaded = sys.modules.get("multiprocessing")  # who has started one has imported it
    return [] if loaded is None else loaded.active_children()
