"""A run of a million questions from Parquet by a batched answerer, whole process: memory, time a question, sizes, exactness.

python benchmarks/scale.py [QUESTIONS …] prints a line for each size (100,000 and 1,000,000 by default). Every hundredth answer is wrong.
Before and after each, the floor of rivals/ answers some questions: what it takes for one is the measure of the machine at that moment.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

FLOOR = Path(__file__).with_name("rivals") / "floor.py"
PART = 50_000
WRONG = 100  # every so many answers
NAMES = ("Kyrylo", "Anna", "John"), ("Budanov", "Smith", "Keller")
HELD = "held: ≤ 500 MiB at a million, ≤ 200 at 100,000; ≤ 5 × floor a question"
FEW, MANY = 1_000, 21_000  # questions between which the floor's processor time is taken


def said(number: int) -> str:
    """Return the answer to a question: a length, a name, a day or a count."""
    mixed = number * 7919
    kinds = (
        f"{mixed % 9989 + 10} km",
        f"{NAMES[0][mixed % 3]} {NAMES[1][mixed // 3 % 3]}",
        f"{1 + mixed % 28} March {1950 + mixed % 70}",
        f"{1000 + mixed % 89000:,}",
    )
    return kinds[number % 4]


class Answerer:
    """Answers in batches, and wrongly at times."""

    batch_size = 256

    def answer_batch(self, questions: list[str]) -> list[str]:
        """Answer each question."""
        numbers = [int(question.split()[3]) for question in questions]
        return [said(number if number % WRONG else number + 4) for number in numbers]


def write(path: Path, n: int) -> None:
    """Write the questions, in parts."""
    schema = pa.schema([("id", pa.string()), ("question", pa.string()), ("answers", pa.list_(pa.string()))])
    with parquet.ParquetWriter(path, schema) as file:
        for start in range(0, n, PART):
            numbers = range(start, min(n, start + PART))
            columns = (
                [f"q{number}" for number in numbers],
                [f"What is number {number} of the register?" for number in numbers],
                [[said(number)] for number in numbers],
            )
            file.write_table(pa.table([pa.array(column) for column in columns], schema=schema))


def floor(folder: Path) -> float:
    """Return the milliseconds of processor time that the floor takes for a question."""
    taken = []
    for n in (FEW, MANY):
        questions = folder / f"floor-{n}.jsonl"
        if not questions.exists():
            rows = ({"id": f"q{number}", "answers": [said(number)]} for number in range(n))
            questions.write_text("".join(json.dumps(row) + "\n" for row in rows))
        child = subprocess.Popen([sys.executable, str(FLOOR), str(questions), "0", str(folder / "floor")])
        _, _, used = os.wait4(child.pid, 0)
        taken.append(used.ru_utime + used.ru_stime)
    return 1000 * (taken[1] - taken[0]) / (MANY - FEW)


def measure(n: int, folder: Path) -> str:
    """Run ``n`` questions and return the line of the table. Raises RuntimeError when a count is not exact."""
    questions, out = folder / f"{n}.parquet", folder / f"out-{n}"
    write(questions, n)
    qa_eval = str(Path(sys.executable).with_name("qa-eval"))
    command = [qa_eval, "run", "-q", str(questions), "-a", f"{__file__}:Answerer", "--output", str(out)]
    before = floor(folder)
    started = time.perf_counter()
    as_installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=as_installed)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"it ended with {child.returncode}")
    run = next(out.glob("*/run.json")).parent
    counts = json.loads((run / "run.json").read_text())["summary"]["answerers"][0]["overall"]
    wrong = len(range(0, n, WRONG))
    found = counts["n"], counts["incorrect"] + counts["abstained"], counts["failed"]
    if found != (n, wrong, 0):
        raise RuntimeError(f"{found} answers, wrong and failed, where {(n, wrong, 0)} were")
    table = run / "results.parquet"
    if table.exists():
        verdicts = parquet.read_table(table, columns=["verdict"]).column("verdict").value_counts().to_pylist()
        rows = {row["values"]: row["counts"] for row in verdicts}
        if rows.get("correct") != counts["correct"] or sum(rows.values()) != n:
            raise RuntimeError(f"the Parquet report has {rows}")
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f}" for path in sorted(run.iterdir()))
    each = 1000 * (used.ru_utime + used.ru_stime) / n
    beside = each / ((before + floor(folder)) / 2)
    return f"{n:>11,}{used.ru_maxrss / 1024:8.0f}{each:10.3f}{beside:10.1f}{wall:9.0f}   {sizes}"


def main() -> None:
    """Print the table."""
    print(
        f"{'questions':>11}{'MiB':>8}{'CPU ms/q.':>10}{'of floor':>10}{'wall s':>9}   MB of each file   ({HELD})",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        for n in [int(size) for size in sys.argv[1:]] or [100_000, 1_000_000]:
            print(measure(n, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
