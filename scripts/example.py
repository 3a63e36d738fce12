"""Rebuild the committed example report, byte for byte, from the answers in examples/: example.py [FOLDER] [--picture].

FOLDER is reports/example by default. --picture also takes the README's picture of it, which needs a browser.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import dataset, report
from qa_eval.commands import _lines
from qa_eval.engine import run_questions
from qa_eval.signature import Signature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.engine import Run
    from qa_eval.model import Result

ROOT = Path(__file__).parent.parent
QUESTIONS = "questions/north-korea-russia.yaml"
NAMES = ("lexical", "careful", "hasty")
BEFORE = {"hasty": "hasty-before"}  # what another run is compared with: the same answerer, an earlier version of it
TOLD = ("confidence", "evidence")  # what an answerer tells beside its answer
REPORTERS = ("html", "md")


def spec(name: str) -> str:
    """Return the spec of the answerer whose answers stand in a file of this name."""
    return f"replay:examples/{name}.jsonl"


def asked(files: Sequence[str]) -> Run:
    """Score the stored answers, with the times and details that stand beside them, as a run of no folder."""
    run = run_questions(dataset.load(QUESTIONS), [spec(name) for name in files], "strict")
    stored = {spec(name): rows(name) for name in files}
    results = tuple(as_stored(result, stored[result.answerer][result.question_id]) for result in run.results)
    signature = Signature(tuple(entry for entry in run.signature.entries if entry[0] != "python"))
    return replace(run, results=results, signature=signature, summaries=None)


def rows(name: str) -> dict[str, dict[str, object]]:
    """Return the lines of a file of answers by question."""
    lines = (ROOT / "examples" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def as_stored(result: Result, row: dict[str, object]) -> Result:
    """Return a result with the time and the details of its line."""
    told = {name: row[name] for name in TOLD if name in row}
    prediction = replace(result.prediction, seconds=float(str(row["seconds"])), details=told)
    return replace(result, prediction=prediction)


def example() -> report.Report:
    """Return the report of all the answers, compared with the earlier ones."""
    before = report.of(asked([BEFORE.get(name, name) for name in NAMES]))
    now = {spec(old): spec(new) for new, old in BEFORE.items()}

    def renamed(results: Sequence[Result]) -> Iterator[Result]:
        return (replace(result, answerer=now.get(result.answerer, result.answerer)) for result in results)

    return replace(
        report.of(asked(NAMES)), baseline=replace(before, results=tuple(renamed(before.results))), started=None
    )


def picture(page: Path, target: Path) -> None:
    """Take the README's picture: the questions, with one opened."""
    sys.path.insert(0, str(ROOT / "tests"))
    import browser  # noqa: PLC0415 - only the picture needs one

    with browser.chromium() as running:
        tab = running.new_page(viewport={"width": 1360, "height": 880}, color_scheme="light")
        tab.goto(f"{page.resolve().as_uri()}#/questions?q=s%3Aincorrect+by%3A{spec('hasty')}&id={SHOWN}")
        tab.locator(".detail .ladder").first.wait_for()
        tab.screenshot(path=target)


SHOWN = "rocket-launcher-calibre"  # the question that is open in the picture


def main(arguments: list[str]) -> None:
    """Write the reports, and the picture when it is asked for."""
    os.chdir(ROOT)  # the report names the questions and answers by their place in the project
    folder = Path(next((word for word in arguments if not word.startswith("-")), "reports/example"))
    folder.mkdir(parents=True, exist_ok=True)
    made = example()
    files = [report.write(made, name, folder) for name in REPORTERS]
    if "--picture" in arguments:
        target = ROOT / "docs" / "report.png"
        picture(files[0], target)
        files.append(target)
    sys.stdout.write("".join(f"wrote {path} ({_lines.readable_size(path.stat().st_size)})\n" for path in files))


if __name__ == "__main__":
    main(sys.argv[1:])
