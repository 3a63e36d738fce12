"""A Ray cluster, or this machine's cores: batches go to workers that hold the answerers, the results come here.

Each worker is a process (a Ray actor) that makes the answerers of the run for itself, once. What a worker that dies had in
hand is asked again by another; a question whose worker died too often gets a failure of kind "crashed". Results are
delivered, and so stored, by this process alone.

crew.py    the workers of a run, and what is handed to whom
seat.py    what is in a worker's process
steady.py  the thread that starts and ends Ray
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any

from qa_eval.errors import MissingExtraError, UsageError
from qa_eval.executors.ray.crew import Crew
from qa_eval.executors.ray.steady import SteadyThread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Batch, Deliver, Hiring


class Executor:
    """Runs the questions on the workers of a Ray cluster: ray[:ADDRESS]

    Without an address, the cluster that RAY_ADDRESS names or this machine. Every machine needs qa_eval and what the
    answerers need. Raises MissingExtraError without Ray, and UsageError when the cluster has no room for a worker.
    """

    def __init__(
        self,
        address: str = "",
        *,
        workers: Annotated[int, "how many; 0: as many as there is room for"] = 0,
        cpus: Annotated[float, "processor cores of a worker"] = 1.0,
        gpus: Annotated[float, "graphics processors of a worker; a part of one is allowed"] = 0.0,
    ) -> None:
        try:
            import ray  # noqa: PLC0415 - an extra, and takes half a second
        except ImportError:
            raise MissingExtraError("ray", "ray") from None
        if workers < 0 or cpus < 0 or gpus < 0:
            raise UsageError("workers, cpus and gpus are numbers from 0")
        self._ray: Any = ray
        self._address = address
        self._workers = workers
        self._needs = {"num_cpus": cpus, "num_gpus": gpus}

    async def execute(self, batches: Iterator[Batch], hire: Hiring, deliver: Deliver, concurrency: int) -> None:
        """Have every batch answered by some worker, ``concurrency`` questions at a time, and deliver each result once."""
        steady = SteadyThread()
        begun_here = await steady.call(self._begin)
        try:
            workers = await steady.call(self._room)
            crew = Crew(self._ray, self._needs, batches, hire, deliver)
            await crew.work(workers, -(-concurrency // workers))
        finally:
            if begun_here:
                await steady.call(self._ray.shutdown)
            steady.end()

    def _begin(self) -> bool:
        """Connect, and return whether nobody had before."""
        if self._ray.is_initialized():
            return False
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        try:
            self._ray.init(
                address=self._address or os.environ.get("RAY_ADDRESS") or "local",
                log_to_driver=False,
                logging_level="ERROR",
            )
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise UsageError(f"no Ray cluster at {self._address or 'this machine'}: {error}") from error
        return True

    def _room(self) -> int:
        """Return how many workers there are to be. Raises UsageError when there is room for none."""
        there = self._ray.cluster_resources()
        names = {"num_cpus": "CPU", "num_gpus": "GPU"}
        rooms = [int(there.get(names[kind], 0) / much) for kind, much in self._needs.items() if much]
        room = min(rooms, default=1)
        if room < 1:
            has = ", ".join(f"{there.get(name, 0):g} {name}" for name in names.values())
            raise UsageError(
                f"the cluster has no room for a worker: it has {has}", hint="ask for less with cpus= and gpus="
            )
        return self._workers or room
