"""What a verb does while it waits for answers, so that little is left to do after the last of them."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.engine import Progress, Tally
    from qa_eval.model import Result

EVERY = 0.02  # seconds between two looks at what came: meanwhile the next questions are on their way


class Ahead:
    """Watches a run as ``watching`` does, and has ``prepare`` done in a thread of its own from the first result on.

    Not before: until then the scorer is made, and the first answers wait for that. Then ``take``, where there is one, is given
    the results as they come. What goes wrong with either goes wrong again where its outcome is needed, and is told there.
    """

    def __init__(
        self,
        watching: Progress,
        prepare: Callable[[], None],
        take: Callable[[Sequence[Result]], None] | None = None,
    ) -> None:
        self._watching = watching
        self._prepare = prepare
        self._take = take
        self._came: deque[Result] = deque()
        self._thread: threading.Thread | None = None
        self._over = threading.Event()

    def on_result(self, result: Result, tally: Tally) -> None:
        """See one more result."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, daemon=True, name="qa-eval ahead")
            self._thread.start()
        if self._take is not None:
            self._came.append(result)
        self._watching.on_result(result, tally)

    def on_notice(self, text: str) -> None:
        """Hear what a person should know now."""
        self._watching.on_notice(text)

    def stop(self) -> None:
        """Give nothing more to ``take``."""
        self._over.set()

    def wait(self) -> None:
        """Return when the work is done, if it was begun: nobody else need do it then."""
        self.stop()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        from qa_eval.asking import beside  # noqa: PLC0415 - --help does without it

        with beside():
            with suppress(Exception):
                self._prepare()
            while self._take is not None and not self._over.wait(EVERY):
                came = [self._came.popleft() for _ in range(len(self._came))]
                try:
                    self._take(came)
                except Exception:  # noqa: BLE001 - it is done over again where it is needed
                    self._take = None
