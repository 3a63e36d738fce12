"""What is in a worker's process: the answerers, made there."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.engine import Batch, Hiring, Worker
    from qa_eval.model import Result


class Seat:
    """A worker's process: it has the answerers, and answers so many questions at once."""

    def __init__(self, hired: list[Any], concurrency: int, here: tuple[str, list[str]]) -> None:
        import ray  # noqa: PLC0415 - it runs within Ray

        with suppress(OSError):  # another machine need not have the folder
            os.chdir(here[0])
        sys.path += [place for place in here[1] if place not in sys.path]
        hire: Hiring = ray.get(hired[0])
        self._worker: Worker = hire()
        self._places = asyncio.Semaphore(concurrency)

    async def ready(self) -> None:
        """Say that it is there."""

    async def answer(self, batches: Sequence[Batch]) -> list[Sequence[Result]]:
        """Answer the batches, side by side."""

        async def one(batch: Batch) -> Sequence[Result]:
            async with self._places:
                return await self._worker.answer(batch)

        return await asyncio.gather(*map(one, batches))

    async def close(self) -> None:
        """Close the answerers."""
        await self._worker.close()
