"""What an executor is handed: batches of questions, somebody to answer them, and where the results go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qa_eval.engine.desk import Hiring
    from qa_eval.model import Failure, Question, Result


class Batch(NamedTuple):
    """Questions about one document that answerer number ``answerer`` is asked in one call, for the ``repeat``-th time."""

    answerer: int
    questions: tuple[Question, ...]
    repeat: int = 0


Deliver: TypeAlias = "Callable[[Batch, Sequence[Result]], None]"


class Worker(Protocol):
    """Somebody who asks the answerers and scores what they say."""

    async def answer(self, batch: Batch) -> Sequence[Result]:
        """Return one result a question, or none at all when the run was told to stop before there was an answer."""
        ...

    def failed(self, batch: Batch, failure: Failure) -> Sequence[Result]:
        """Return what counts for questions that could not be asked."""
        ...

    async def close(self) -> None:
        """Let the answerers close what they hold."""
        ...


class Executor(Protocol):
    """Where a run happens."""

    async def execute(self, batches: Iterator[Batch], hire: Hiring, deliver: Deliver, concurrency: int) -> None:
        """Have every batch answered once, ``concurrency`` at a time, and deliver its results as they come."""
        ...
