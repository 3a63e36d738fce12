"""What Ray costs and gains on this machine: start-up, overhead a question, speed-up of two workers on work that computes.

python benchmarks/cluster.py [ROUNDS] needs ``pip install 'qa-eval[ray]'``; it prints why when Ray is not there.
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

from qa_eval.engine import Settings, run_questions
from qa_eval.model import Dataset, Document, EntityAnswer, Question

WORK = 0.005  # seconds of processor time for an answer
SOURCE = """
import time

def quick(question):
    return question[9:-1]

def works(question):
    end = time.process_time() + {work}
    while time.process_time() < end:
        pass
    return question[9:-1]
"""
KINDS = {
    "start-up and two questions": ("quick", 2),
    "10,000 quick questions": ("quick", 10_000),
    f"1,000 questions of {1000 * WORK:.0f} ms computing": ("works", 1_000),
}
PLACES = ("local", "ray?workers=1", "ray?workers=2")


def measure(executor: str, answerer: str, n: int) -> float:
    """Return the seconds that a run takes, start-up included."""
    questions = tuple(Question(f"q{i}", f"What was {i}?", EntityAnswer(str(i)), (str(i),), "d") for i in range(n))
    asked = Dataset("bench", "1", questions, {"d": Document("d", "A text.")}, "0" * 64)
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "mine.py"
        mine.write_text(SOURCE.format(work=WORK))
        started = time.perf_counter()
        run = run_questions(asked, [f"{mine}:{answerer}"], "strict", Settings(executor=executor))
        took = time.perf_counter() - started
    if run.summary[0].overall.correct != n:
        raise RuntimeError(f"{executor}: {run.summary[0].overall}")
    return took


def in_a_process(*arguments: object) -> float:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, "--one", *map(str, arguments)]
    return float(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def main() -> None:
    """Print the table."""
    try:
        import ray  # noqa: F401, PLC0415 - an extra
    except ImportError:
        print("Ray is not installed: pip install 'qa-eval[ray]'")
        return
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    found: dict[tuple[str, str], list[float]] = {(kind, place): [] for kind in KINDS for place in PLACES}
    for _ in range(rounds):
        for kind, place in found:  # noqa: PLC0206 - the keys are set aside
            found[kind, place].append(in_a_process(place, *KINDS[kind]))
    medians = {key: statistics.median(times) for key, times in found.items()}
    print(f"Runs on {os.cpu_count()} cores, wall s, medians of {rounds}; in brackets without start-up")
    print(f"  {'':40}" + "".join(f"{place:>20}" for place in PLACES))
    first = next(iter(KINDS))
    for kind, (_, n) in KINDS.items():
        bare = {place: medians[kind, place] - (medians[first, place] if kind != first else 0) for place in PLACES}
        print(f"  {kind:40}" + "".join(f"{medians[kind, place]:11.2f} ({bare[place]:5.2f})" for place in PLACES))
        if kind != first:
            one, two = bare["ray?workers=1"], bare["ray?workers=2"]
            print(
                f"    two workers are {one / two:.2f} × as fast as one; two cost {1000 * (two - bare['local']) / n:+.3f} ms a question beside local"
            )
    print("  held: ≥ 1.7 × on work that computes")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], sys.argv[3], int(sys.argv[4]))))
    else:
        main()
