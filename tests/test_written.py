"""A run writes no more than twice what the floor of the benchmarks writes besides the answers' text, and all of it can be read."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import commandline
import pytest

from qa_eval import journal
from qa_eval.engine import Run

FLOOR = Path(__file__).parent.parent / "benchmarks" / "rivals" / "floor.py"
MANY = 10_000
SAID = ("{} km", "Anna Keller", "14 March 1950", "{},606")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Questions, the floor's output and a run with all default reports."""
    here = tmp_path_factory.mktemp("written")
    rows = [
        {"id": f"q{i}", "question": f"What is number {i} of the register?", "answers": [SAID[i % 4].format(i)]}
        for i in range(MANY)
    ]
    (here / "asked.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    subprocess.run([sys.executable, FLOOR, here / "asked.jsonl", "0", here / "floor"], check=True)
    commandline.run("run", "asked.jsonl", "-a", "oracle", "--output", "ours", cwd=here)
    return here


def besides(folder, output):
    """Bytes a question of all files, less the answer's text once, as the benchmark counts them."""
    written = sum(path.stat().st_size for path in (folder / output).rglob("*") if path.is_file())
    lines = (folder / "asked.jsonl").read_text().splitlines()
    return (written - sum(len(json.loads(line)["answers"][0]) for line in lines)) / MANY


def test_what_is_written_besides_the_answers_is_at_most_twice_the_floor(folder):
    assert besides(folder, "ours") <= 2 * besides(folder, "floor")


def test_every_file_has_every_question(folder):
    (kept,) = (path.parent for path in folder.glob("ours/*/run.json"))
    with gzip.open(kept / journal.DATASET, "rt") as lines:
        head, *questions = map(json.loads, lines)
    answers = [json.loads(line) for line in (kept / journal.RESULTS).read_text().splitlines()]
    tests = ET.parse(kept / "junit.xml").getroot().iter("testcase")  # noqa: S314 - written a moment ago
    names = {f"q{i}" for i in range(MANY)}
    assert head["name"] == "asked"
    for found in ([row["id"] for row in questions], [row["id"] for row in answers], [one.get("name") for one in tests]):
        assert len(found) == MANY
        assert set(found) == names
    assert {row["answer"] for row in answers} == {SAID[i % 4].format(i) for i in range(MANY)}
    assert len(Run.load(kept).results) == MANY
