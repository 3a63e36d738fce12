"""What the engine costs besides the answers: processor time a question, threads against the ideal, resuming, memory.

python benchmarks/engine.py [ROUNDS] prints a table; each figure is the median of so many processes, the kinds taking turns.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from qa_eval.engine import Settings, run_questions
from qa_eval.journal import Place
from qa_eval.model import Dataset, Document, EntityAnswer, Question, Reason, Score, Verdict

AT_ONCE = 64
SLOW = 0.05  # seconds


class Plain:
    """The cheapest scorer, so that what is measured is the engine."""

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:  # noqa: ARG002 - a scorer's parameters
        """Compare texts."""
        right = text in question.accepted
        return Score(Verdict.CORRECT if right else Verdict.INCORRECT, float(right), Reason.EXACT, "the same text", text)


def quick(question: str) -> str:
    """Answer at once."""
    return question[9:-1]


async def quick_async(question: str) -> str:
    """Answer at once, on the loop."""
    return question[9:-1]


class QuickBatched:
    """Answer many at once."""

    batch_size = 256

    def answer_batch(self, questions: list[str]) -> list[str]:
        """Answer them."""
        return [question[9:-1] for question in questions]


def slow(question: str) -> str:
    """Answer after a while, in a thread."""
    time.sleep(SLOW)
    return question[9:-1]


async def slow_async(question: str) -> str:
    """Answer after a while, on the loop."""
    await asyncio.sleep(SLOW)
    return question[9:-1]


def dataset(n: int) -> Dataset:
    """Return ``n`` questions about one document."""
    questions = tuple(Question(f"q{i}", f"What was {i}?", EntityAnswer(str(i)), (str(i),), "d") for i in range(n))
    return Dataset("bench", "1", questions, {"d": Document("d", "A text.")}, "0" * 64)


ANSWERERS = {
    "quick": quick,
    "quick_async": quick_async,
    "quick_batched": QuickBatched(),
    "slow": slow,
    "slow_async": slow_async,
}


def measure(answerer: str, scorer: str, n: int) -> dict[str, float]:
    """Run ``n`` questions, then resume the finished run, and return what that took."""
    asked = dataset(n)
    judge = Plain() if scorer == "plain" else scorer
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), exact=True)
        processor, wall = time.process_time(), time.perf_counter()
        run = run_questions(asked, [ANSWERERS[answerer]], judge, Settings(concurrency=AT_ONCE), place)
        processor, wall = time.process_time() - processor, time.perf_counter() - wall
        resumed = time.perf_counter()
        again = Place(Path(folder), exact=True, resume=True)
        run_questions(asked, [ANSWERERS[answerer]], judge, Settings(concurrency=AT_ONCE), again)
        resumed = time.perf_counter() - resumed
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
    if len(run.results) != n or run.state != "complete":
        raise RuntimeError(f"{answerer}: {len(run.results)} of {n} results, {run.state}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"processor": processor, "wall": wall, "resumed": resumed, "size": size, "peak": peak}


def bare(n: int) -> dict[str, float]:
    """Await the slow answers by as many workers and do nothing else: what the machine allows at this moment."""

    async def work() -> None:
        numbers = iter(range(n))

        async def worker() -> None:
            for number in numbers:
                await slow_async(f"What was {number}?")

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))

    started = time.perf_counter()
    asyncio.run(work())
    return {"wall": time.perf_counter() - started, "resumed": 0.0}


def in_a_process(*arguments: object) -> dict[str, float]:
    """Measure in a process of its own; ``whole`` is the wall time of all of it."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, *map(str, arguments)], capture_output=True, text=True, check=True, env=os.environ
    )
    found: dict[str, float] = json.loads(done.stdout)
    return {**found, "whole": time.perf_counter() - started - found["resumed"]}


def medians(kinds: list[tuple[str, str, int]], rounds: int) -> dict[tuple[str, str, int], dict[str, float]]:
    """Measure every kind in turn, again and again, and return the medians."""
    found: dict[tuple[str, str, int], list[dict[str, float]]] = {kind: [] for kind in kinds}
    for _ in range(rounds):
        for kind in kinds:
            found[kind].append(in_a_process(*kind))
    return {
        kind: {name: statistics.median(row[name] for row in rows) for name in rows[0]} for kind, rows in found.items()
    }


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    few, many, slow_ones = 1_000, 10_000, 2_000
    kinds = [("quick", "plain"), ("quick_async", "plain"), ("quick_batched", "plain"), ("quick", "strict")]
    sized = [(*kind, n) for kind in kinds for n in (few, many)]
    waiting = [(name, "plain", slow_ones) for name in ("slow", "slow_async")]
    floor = ("bare", "-", slow_ones)
    found = medians([*sized, *waiting, floor, ("quick_batched", "plain", 100_000)], rounds)
    print(f"processor time a question, from {few:,} to {many:,} questions, journal and summary included (held: 0.1 ms)")
    for kind in kinds:
        more, less = found[(*kind, many)], found[(*kind, few)]
        slope = (more["processor"] - less["processor"]) / (many - few) * 1000
        print(f"  {kind[0]:14} {kind[1]:7} {slope:8.4f} ms")
    ideal = -(-slow_ones // AT_ONCE) * SLOW
    print(
        f"{slow_ones:,} questions of {SLOW * 1000:.0f} ms, {AT_ONCE} at once, whole process (held: 1.15 × {ideal:.2f} s)"
    )
    for kind in waiting:
        whole, possible = found[kind]["whole"], found[floor]["wall"]
        print(f"  {kind[0]:14} {whole:8.2f} s = {whole / ideal:.2f} × ideal = {whole / possible:.2f} × bare awaiting")
    row = found["quick", "plain", many]
    print(f"resuming a finished run of {many:,} (held: 0.6 s): {row['resumed']:.2f} s")
    print(f"written a question: {row['size'] / many:.0f} bytes")
    print(
        f"peak memory: {row['peak']:.0f} MiB at {many:,}, {found['quick_batched', 'plain', 100_000]['peak']:.0f} MiB at 100,000"
    )


if __name__ == "__main__":
    if sys.argv[2:]:
        name, scorer, n = sys.argv[1:]
        print(json.dumps(bare(int(n)) if name == "bare" else measure(name, scorer, int(n))))
    else:
        main()
