"""What a run tells while it goes on, and how it is told to stop."""

from __future__ import annotations

import signal
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

    from qa_eval.model import Result


@dataclass(slots=True)
class Tally:
    """What became of a run so far; ``total`` answers are wanted."""

    total: int
    done: int = 0
    correct: int = 0
    incorrect: int = 0
    abstained: int = 0
    failed: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def count(self, result: Result) -> None:
        """Count one more result."""
        self.done += 1
        verdict = result.score.verdict
        if verdict is Verdict.CORRECT:
            self.correct += 1
        elif verdict is Verdict.INCORRECT:
            self.incorrect += 1
        elif verdict is Verdict.ABSTAINED:
            self.abstained += 1
        else:
            self.failed += 1
        if result.prediction.tokens is not None:
            self.prompt_tokens += result.prediction.tokens.prompt
            self.completion_tokens += result.prediction.tokens.completion


class Progress(Protocol):
    """Who watches a run; called from threads of the run's own. What it raises ends the watching, not the run."""

    def on_result(self, result: Result, tally: Tally) -> None:
        """See one more result; ``tally`` is the same object each time."""
        ...

    def on_notice(self, text: str) -> None:
        """Hear what a person should know now."""
        ...


class Presses:
    """Counts Ctrl-C and SIGTERM instead of dying of them, where that is possible: in the main thread.

    A signal that was ignored before, as of a process that runs in the background, stays ignored.
    """

    def __init__(self) -> None:
        self.count = 0
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._press)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def _press(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - a signal handler's parameters
        self.count += 1
