"""What a verb does while it waits for answers, so that little is left to do after the last of them."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.engine import Progress, Tally
    from qa_eval.model import Result


class Ahead:
    """Watches a run as ``watching`` does, and has ``work`` done in a thread of its own from the first result on.

    Not before: until then the scorer is made, and the first answers wait for that. What goes wrong with ``work`` goes wrong again
    where its outcome is needed, and is told there.
    """

    def __init__(self, watching: Progress, work: Callable[[], None]) -> None:
        self._watching = watching
        self._work: Callable[[], None] | None = work
        self._thread: threading.Thread | None = None

    def on_result(self, result: Result, tally: Tally) -> None:
        """See one more result."""
        if self._work is not None:
            self._thread = threading.Thread(target=_done, args=(self._work,), daemon=True, name="qa-eval ahead")
            self._work = None
            self._thread.start()
        self._watching.on_result(result, tally)

    def on_notice(self, text: str) -> None:
        """Hear what a person should know now."""
        self._watching.on_notice(text)

    def wait(self) -> None:
        """Return when the work is done, if it was begun: nobody else need do it then."""
        if self._thread is not None:
            self._thread.join()


def _done(work: Callable[[], None]) -> None:
    from qa_eval.asking import beside  # noqa: PLC0415 - --help does without it

    with beside(), suppress(Exception):
        work()
