"""What Ray costs and gains on this machine: start-up, time a question, speed-up of two workers on work that computes.

python benchmarks/cluster.py [ROUNDS] needs ``pip install 'qa-eval[ray]'``; it prints why when Ray is not there. The time a
question is that of the last three quarters of a run, when all workers are there, to the last answer.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.engine import Settings, run_questions
from qa_eval.journal import Place
from qa_eval.model import Dataset, Document, EntityAnswer, Question

if TYPE_CHECKING:
    from qa_eval.model import Result, Tally

WORK = 0.005  # seconds of processor time for an answer
SOURCE = """
import time

def quick(question):
    return question[9:-1]

def works(question):
    end = time.thread_time() + {work}
    while time.thread_time() < end:
        pass
    return question[9:-1]
"""
KINDS = {
    "start-up and two questions": ("quick", 2),
    "10,000 quick questions": ("quick", 10_000),
    f"2,000 questions of {1000 * WORK:.0f} ms computing": ("works", 2_000),
}
PLACES = ("local", "ray?workers=1", "ray?workers=2")


class Watch:
    """Notes when each answer is there."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def on_result(self, result: Result, tally: Tally) -> None:  # noqa: ARG002 - what a watcher is given
        """Note the time."""
        self.times.append(time.perf_counter())

    def on_notice(self, text: str) -> None:
        """Say it."""
        print(text, file=sys.stderr)


def measure(executor: str, answerer: str, n: int) -> tuple[float, float]:
    """Return the seconds that a run takes, start-up included, and those that a question takes once all is going."""
    questions = tuple(Question(f"q{i}", f"What was {i}?", EntityAnswer(str(i)), (str(i),), "d") for i in range(n))
    asked = Dataset("bench", "1", questions, {"d": Document("d", "A text.")}, "0" * 64)
    watch = Watch()
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "mine.py"
        mine.write_text(SOURCE.format(work=WORK))
        started = time.perf_counter()
        place = Place(Path(folder) / "run", exact=True)
        run = run_questions(asked, [f"{mine}:{answerer}"], "strict", Settings(executor=executor), place, watch)
        took = time.perf_counter() - started
    if run.summary[0].overall.correct != n:
        raise RuntimeError(f"{executor}: {run.summary[0].overall}")
    first = n // 4
    return took, (watch.times[-1] - watch.times[first]) / (n - 1 - first)


def in_a_process(*arguments: object) -> tuple[float, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, "--one", *map(str, arguments)]
    whole, each = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return whole, each


def main() -> None:
    """Print the table."""
    try:
        import ray  # noqa: F401, PLC0415 - an extra
    except ImportError:
        print("Ray is not installed: pip install 'qa-eval[ray]'")
        return
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    found: dict[tuple[str, str], list[tuple[float, float]]] = {(kind, place): [] for kind in KINDS for place in PLACES}
    for _ in range(rounds):
        for kind, place in found:  # noqa: PLC0206 - the keys are set aside
            found[kind, place].append(in_a_process(place, *KINDS[kind]))
    print(f"Runs on {os.cpu_count()} cores, whole run in wall s, ms a question; medians of {rounds}")
    print(f"  {'':40}" + "".join(f"{place:>22}" for place in PLACES))
    for kind, (_, n) in KINDS.items():
        whole, each = (
            {place: statistics.median(row[i] for row in found[kind, place]) for place in PLACES} for i in (0, 1)
        )
        print(
            f"  {kind:40}"
            + "".join(
                f"{whole[place]:11.2f} {f'{1000 * each[place]:7.3f} ms' if n > len(PLACES) else '':10}"
                for place in PLACES
            )
        )
        if n > len(PLACES):
            ratios = [one[1] / two[1] for one, two in zip(found[kind, PLACES[1]], found[kind, PLACES[2]], strict=True)]
            print(
                f"    two workers are {statistics.median(ratios):.2f} × as fast as one ({min(ratios):.2f} to {max(ratios):.2f})"
            )
    print("  held: ≥ 1.7 × on work that computes")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], sys.argv[3], int(sys.argv[4]))))
    else:
        main()
