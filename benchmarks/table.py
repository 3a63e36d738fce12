"""qa-eval beside the usual alternatives and a floor in plain Python: start-up, processor time, memory, bytes, latency.

python benchmarks/table.py [ROUNDS] [--only start,runs,waiting] installs what it compares with into environments of its own
under .bench/, measures everything in turn, round by round, prints the medians and what is held, and at the end one table of
ratios: what qa-eval takes of what each of the others takes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rivals import FLOOR, FLOOR_WEB, HERE, QA_EVAL, RIVALS, WAITING, Tool, install

if TYPE_CHECKING:
    from collections.abc import Iterator

K = TypeVar("K")
AT_ONCE, SLOW, SLOW_SECONDS = 64, 2_000, 0.05
TRIVIAL = 10


class Cost(NamedTuple):
    """What one process and its children took: seconds, MiB at most, bytes written."""

    processor: float
    wall: float
    peak: float
    written: int


def dataset(n: int, folder: Path) -> Path:
    """Write ``n`` questions with short answers of four kinds, the same each time."""
    path = folder / f"questions-{n}.jsonl"
    if not path.exists():
        chance = random.Random(1)  # noqa: S311 - questions that can be repeated
        with path.open("w", encoding="utf-8") as file:
            for i in range(n):
                first, last = chance.choice(("Kyrylo", "Anna", "John")), chance.choice(("Budanov", "Smith", "Keller"))
                kinds = (
                    f"{chance.randrange(10, 9999)} km",
                    f"{first} {last}",
                    f"{chance.randrange(1, 28)} March {chance.randrange(1950, 2024)}",
                    f"{chance.randrange(1000, 90000):,}",
                )
                row = {"id": f"q{i}", "question": f"What is number {i} of the register?", "answers": [kinds[i % 4]]}
                file.write(json.dumps(row) + "\n")
    return path


def text_of(n: int, folder: Path) -> float:
    """Return the bytes of an answer's text, of all ``n`` on average: the one text that every tool has to keep, once.

    What is written besides it is what is compared. Question, accepted answers, ids and second copies all count as written:
    that is strict towards those who keep them, as the floor does not.
    """
    lines = dataset(n, folder).read_text(encoding="utf-8").splitlines()
    return sum(len(json.loads(line)["answers"][0].encode()) for line in lines) / n


def cost(tool: Tool, command: tuple[str, ...], folder: Path, n: int = 0, seconds: float = 0.0, port: str = "") -> Cost:
    """Run a command once and return what it took. Raises RuntimeError, with what it said, when it fails."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    questions = dataset(n, folder) if n else Path()
    places = {"questions": str(questions), "seconds": str(seconds), "out": str(out), "port": port}
    more = {name: value.format(**places) for name, value in tool.environment.items()}
    as_installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**as_installed, **more, "QUESTIONS": str(questions), "SECONDS": str(seconds)}
    said = folder / "said"
    started = time.perf_counter()
    with said.open("wb") as stream:
        child = subprocess.Popen(
            [part.format(**places) for part in command], cwd=HERE, stdout=stream, stderr=stream, env=environment
        )
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if child.returncode:
        raise RuntimeError(f"{tool.name} ended with {child.returncode}:\n{said.read_text(errors='replace')[-2000:]}")
    written = sum(path.stat().st_size for path in out.rglob("*") if path.is_file() and "cache" not in path.parts)
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, written)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Serve the slow questions and yield the port."""
    command = [sys.executable, str(HERE / "serving.py"), str(dataset(SLOW, folder)), str(SLOW_SECONDS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        if child.stdout is None or child.stdin is None:
            raise RuntimeError("the server has no pipes")
        yield child.stdout.readline().strip()
        child.stdin.close()


def median(costs: list[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


class Table:
    """Measures every tool in turn, ``rounds`` times."""

    def __init__(self, tools: list[Tool], rounds: int, folder: Path) -> None:
        self.tools = tools
        self._rounds = rounds
        self._folder = folder
        self._ratios: dict[str, dict[str, float]] = {tool.name: {} for tool in tools if tool is not QA_EVAL}

    def ratios(self) -> None:
        """Print what qa-eval takes of what the others take, as far as it was measured."""
        columns = list(dict.fromkeys(name for row in self._ratios.values() for name in row))
        print(
            "\nqa-eval / other; less than 1 is less time, memory or space\n  "
            + " " * 12
            + "".join(f"{name:>17}" for name in columns)
        )
        for name, row in self._ratios.items():
            print(f"  {name:12}" + "".join(f"{row[one]:17.3f}" if one in row else f"{'-':>17}" for one in columns))

    def start(self) -> None:
        """Print the time to a first word: --help of each, --version and completion of ours, of Python's own start."""
        completing = {"_QA_EVAL_COMPLETE": "bash_complete", "COMP_WORDS": "qa-eval ru", "COMP_CWORD": "1"}
        ours = QA_EVAL.command[0]
        rows = [(tool.name + " --help", tool, tool.help) for tool in self.tools if tool is not FLOOR]
        rows += [("qa-eval --version", QA_EVAL, (ours, "--version"))]
        rows += [("qa-eval, completion", Tool("completion", (ours,), environment=completing), (ours,))]
        rows += [("python -c pass", FLOOR, FLOOR.help)]
        found = self._measured({name: (tool, command, 0, 0.0) for name, tool, command in rows})
        bare = found["python -c pass"]
        for tool in self.tools:
            if tool is not QA_EVAL:
                other = found.get(tool.name + " --help", bare)
                self._ratios[tool.name]["--help, wall"] = found["qa-eval --help"].wall / other.wall
        print("\nStart-up: wall ms, of python -c pass, MiB   (held: ≤ 3 × python, ≤ 0.15 × lm_eval, ≤ 20 MiB)")
        for name, row in found.items():
            print(f"  {name:22}{1000 * row.wall:8.0f}{row.wall / bare.wall:8.1f} ×{row.peak:8.0f}")

    def runs(self) -> None:
        """Print what whole runs take: a few questions, the slope, memory and bytes."""
        sizes = {
            (tool.name, n): (tool, tool.command, n, 0.0) for tool in self.tools for n in (TRIVIAL, tool.few, tool.many)
        }
        found = self._measured(sizes)
        ours = {n: found[QA_EVAL.name, n] for n in (TRIVIAL, QA_EVAL.few, QA_EVAL.many)}
        mine = _slope(QA_EVAL, found)
        print(
            f"\nWhole runs, all default reports: CPU s for {TRIVIAL}, CPU ms a question, MiB and bytes a question at most,"
            " all of them and besides the answer's text"
        )
        print(
            f"  {'':12}{'10 q.':>8}{'ours/it':>9}{'ms a q.':>10}{'ours/it':>9}{'from–to':>14}{'MiB':>7}{'ours/it':>9}{'B a q.':>8}{'besides':>9}{'ours/it':>9}"
        )
        besides = {
            tool.name: found[tool.name, tool.many].written / tool.many - text_of(tool.many, self._folder)
            for tool in self.tools
        }
        for tool in self.tools:
            few, many, slope = found[tool.name, TRIVIAL], found[tool.name, tool.many], _slope(tool, found)
            if tool is not QA_EVAL:
                best = ours[QA_EVAL.many]
                row = {"10 q., CPU": ours[TRIVIAL].processor / few.processor, "a question, CPU": mine / slope}
                row |= {"memory": best.peak / many.peak}
                if many.written:
                    row["written"] = besides[QA_EVAL.name] / besides[tool.name]
                self._ratios[tool.name] |= row
            span = f"{tool.few:,}–{tool.many:,}"
            print(
                f"  {tool.name:12}{few.processor:8.2f}{ours[TRIVIAL].processor / few.processor:9.3f}{slope:10.3f}"
                f"{mine / slope:9.4f}{span:>14}{many.peak:7.0f}{ours[QA_EVAL.many].peak / many.peak:9.2f}"
                + (
                    f"{many.written / tool.many:8.0f}{besides[tool.name]:9.0f}{besides[QA_EVAL.name] / besides[tool.name]:9.3f}"
                    if many.written
                    else f"{'-':>8}{'-':>9}{'-':>9}"
                )
            )
        print("  held, ours/it: 10 q. ≤ 0.25 promptfoo, ≤ 0.12 lm_eval and inspect · ms a q. ≤ 0.1, ≤ 0.07 lm_eval,")
        print("  ≤ 0.025 promptfoo, ≤ 0.0075 inspect · MiB ≤ 0.2 lm_eval · bytes besides ≤ 2 × floor")

    def waiting(self) -> None:
        """Print how near to the ideal a run comes whose answers take a while."""
        ideal = -(-SLOW // AT_ONCE) * SLOW_SECONDS
        tools = [FLOOR, FLOOR_WEB, *WAITING.values(), *(tool for tool in self.tools if tool.waits and tool.package)]
        with server(self._folder) as port:
            found = self._measured({tool.name: (tool, tool.command, SLOW, SLOW_SECONDS) for tool in tools}, port)
        print(
            f"\n{SLOW:,} questions of {1000 * SLOW_SECONDS:.0f} ms, {AT_ONCE} at once, whole process: wall s, of the ideal {ideal:.2f} s   (held: ≤ 1.15 ×)"
        )
        for name, row in found.items():
            print(f"  {name:18}{row.wall:8.2f}{row.wall / ideal:8.2f} ×")
            if name in self._ratios:
                self._ratios[name]["waiting, wall"] = found["qa-eval, async"].wall / row.wall

    def _measured(self, wanted: dict[K, tuple[Tool, tuple[str, ...], int, float]], port: str = "") -> dict[K, Cost]:
        costs: dict[K, list[Cost]] = {key: [] for key in wanted}
        for number in range(self._rounds):
            for key, (tool, command, n, seconds) in wanted.items():
                print(f"\r\033[Kround {number + 1} of {self._rounds}: {key}", end="", file=sys.stderr, flush=True)
                costs[key].append(cost(tool, command, self._folder, n, seconds, port))
        print("\r\033[K", end="", file=sys.stderr)
        return {key: median(rows) for key, rows in costs.items()}


def _slope(tool: Tool, found: dict[tuple[str, int], Cost]) -> float:
    """Return milliseconds of processor time a question, from few to many."""
    more, less = found[tool.name, tool.many], found[tool.name, tool.few]
    return 1000 * (more.processor - less.processor) / (tool.many - tool.few)


def main() -> None:
    """Install, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rounds", type=int, nargs="?", default=5)
    parser.add_argument("--only", default="start,runs,waiting", help="comma-separated: start, runs, waiting")
    parser.add_argument("--without", default="", help="comma-separated names of tools to leave out")
    wanted = parser.parse_args()
    parts = wanted.only.split(",")
    if strange := set(parts) - {"start", "runs", "waiting"}:
        parser.error(f"--only: there is no {', '.join(sorted(strange))}; start, runs and waiting are there")
    tools = [FLOOR, QA_EVAL]
    for tool in RIVALS:
        if tool.name in wanted.without.split(","):
            continue
        if why := install(tool):
            print(f"{tool.name} is left out, it cannot be installed: {why}")
        else:
            tools.append(tool)
    with tempfile.TemporaryDirectory() as folder:
        table = Table(tools, wanted.rounds, Path(folder))
        for part in parts:
            {"start": table.start, "runs": table.runs, "waiting": table.waiting}[part]()
        table.ratios()


if __name__ == "__main__":
    main()
