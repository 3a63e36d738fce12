"""Processor time that threads spend beside the answerers: what they prepare is no sign that the answerers' calls compute."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qa_eval.asking.rests import giving_way

if TYPE_CHECKING:
    from collections.abc import Iterator

_lock = threading.Lock()
_clocks: set[int] = set()
_spent = 0.0


@contextmanager
def beside() -> Iterator[None]:
    """Count the processor time of this thread as spent beside the answerers, where the system has clocks of threads.

    What it imports gives way to the event loop, see ``rests``.
    """
    global _spent  # noqa: PLW0603 - of the process, as its processor time is
    if not hasattr(time, "pthread_getcpuclockid"):
        with giving_way():
            yield
        return
    clock = time.pthread_getcpuclockid(threading.get_ident())
    before = time.clock_gettime(clock)
    with _lock:
        _clocks.add(clock)
        _spent -= before
    try:
        with giving_way():
            yield
    finally:
        with _lock:
            _clocks.discard(clock)
            _spent += time.clock_gettime(clock)


def seconds_beside() -> float:
    """Return how much that is by now, over all threads; it never falls."""
    with _lock:
        return _spent + sum(map(time.clock_gettime, _clocks))
