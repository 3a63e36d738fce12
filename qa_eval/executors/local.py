"""Here: so many asyncio workers over one iterator, in this process."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Batch, Deliver, Hiring


class Executor:
    """Runs the questions in this process; no set-up."""

    async def execute(self, batches: Iterator[Batch], hire: Hiring, deliver: Deliver, concurrency: int) -> None:
        """Have every batch answered by one worker, ``concurrency`` at a time, and deliver the results as they come."""
        worker = hire()

        async def serve() -> None:
            for batch in batches:
                deliver(batch, await worker.answer(batch))

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(concurrency):
                    group.create_task(serve())
        finally:
            await worker.close()
