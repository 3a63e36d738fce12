"""How the work grows with its input, held as a ratio: seconds depend on the machine and on what else runs there."""

import gc
from time import thread_time

import pytest


def _seconds(work, given):
    """The processor's seconds of the quickest of three runs, those of the collector left out."""
    times = []
    for _ in range(3):
        gc.disable()
        try:
            started = thread_time()
            work(given)
            times.append(thread_time() - started)
        finally:
            gc.enable()
    return min(times)


def assert_linear(work, piece, size):
    """Fail if ``work`` on a text of pieces, ``size`` characters long, takes over three times as long as on half of it.

    Measured up to five times: the quickest of a few runs is disturbed only where the machine is busy all the time.
    """
    whole = (piece * (size // len(piece) + 1))[:size]
    half = whole[: size // 2]
    for _ in range(5):
        before, after = _seconds(work, half), _seconds(work, whole)
        if after <= 3 * before + 0.01:
            return
    pytest.fail(f"{after:.3f} s for {size:,} characters of {piece!r}, {before:.3f} s for half of them")
