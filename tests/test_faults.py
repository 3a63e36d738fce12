"""What goes wrong around a run and inside an answerer: it is said, and what was answered is kept. See also test_kill.py."""

import asyncio
import errno
import json
import os
import subprocess
import sys
import time

import commandline
import pytest
from disks import mounted
from plain import Plain, dataset, number

from qa_eval import journal
from qa_eval.engine import Run, Settings, run_questions
from qa_eval.errors import RunFolderError

QUESTIONS = 12

# an answerer's source, and what becomes of the question q5 (kind of failure and message); the others are answered
FAULTS = {
    "returns None": ("return None", "garbage", "it returned None"),
    "returns bytes": ("return b'5'", "garbage", "it returned bytes b'5'"),
    "returns 10 MB": ("return 'x' * 10_000_000", "garbage", "it returned 10,000,000 characters; an answer has 1,000,000 at most"),
    "raises": ("raise ValueError('no idea')", "exception", "ValueError: no idea"),
    "exits": ("sys.exit(3)", "exception", "SystemExit: 3"),
    "is interrupted by itself": ("raise KeyboardInterrupt", "exception", "KeyboardInterrupt"),
    "recurses for ever": ("return answer(question, document, id)", "exception", "RecursionError"),
    "runs out of memory": ("return 'x' * 10**15", "exception", "MemoryError"),
    "hangs": ("time.sleep(3600)", "timeout", "no answer within 3 s"),
}  # fmt: skip
SOURCE = """
import os, sys, time
KEPT = []
def answer(question, document, id):
    if id == "q5":
        {fault}
    return question.removeprefix("What is ").removesuffix("?")
"""
# programs: what they do when asked q5, and what becomes of it
PROGRAMS = {
    "crashes": ("os.kill(os.getpid(), 9)", "crashed"),
    "ends": ("sys.exit(0)", "crashed"),
    "prints garbage": ("print('{\"answer\": '); sys.stdout.flush(); continue", "garbage"),
    "prints no text": ("sys.stdout.buffer.write(b'\\xff\\xfe\\x00\\n'); sys.stdout.flush(); continue", "garbage"),
    "hangs": ("time.sleep(3600)", "timeout"),
}
PROGRAM = """
import json, os, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    if asked["id"] == "q5":
        {fault}
    print(json.dumps({{"answer": asked["question"].removeprefix("What is ").removesuffix("?")}}), flush=True)
"""


def outcome(run):
    return {result.question_id: result.prediction for result in run.results}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_answerers_fault_is_data_on_one_answer(tmp_path, fault):
    source, kind, message = FAULTS[fault]
    (tmp_path / "mine.py").write_text(SOURCE.format(fault=source))
    place = journal.Place(tmp_path / "run", exact=True)
    settings = Settings(timeout=3 if kind == "timeout" else 60, retries=0, concurrency=4)
    run = run_questions(dataset(QUESTIONS), [f"{tmp_path / 'mine.py'}:answer"], Plain(), settings, place)
    found = outcome(run)
    assert (run.state, len(found), run.summary[0].overall.failed) == ("complete", QUESTIONS, 1)
    assert found["q5"].failure.kind == kind
    assert found["q5"].failure.message.startswith(message)
    assert Run.load(tmp_path / "run").summary == run.summary


@pytest.mark.parametrize("fault", PROGRAMS)
def test_a_programs_fault_is_data_on_one_answer(tmp_path, fault):
    source, kind = PROGRAMS[fault]
    (tmp_path / "program.py").write_text(PROGRAM.format(fault=source))
    settings = Settings(timeout=10 if kind == "timeout" else 60, retries=0, concurrency=2)
    command = f"command:{sys.executable} {tmp_path / 'program.py'}"
    found = outcome(run_questions(dataset(QUESTIONS), [command], Plain(), settings))
    assert {name for name, said in found.items() if said.failure} == {"q5"}
    assert found["q5"].failure.kind == kind


def test_a_program_that_leaks_until_it_is_killed_is_started_again(tmp_path):
    (tmp_path / "program.py").write_text(
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000))\nkept = []\n"
        + PROGRAM.format(fault="pass").replace("    asked =", "    kept.append(bytearray(50_000_000))\n    asked =")
    )
    settings = Settings(timeout=20, retries=2, concurrency=1)
    command = f"command:{sys.executable} {tmp_path / 'program.py'}"
    found = outcome(run_questions(dataset(QUESTIONS), [command], Plain(), settings))
    assert [said.text for said in found.values()] == [str(i) for i in range(QUESTIONS)]


def test_an_answerer_cannot_change_what_others_are_asked(tmp_path):
    def spoils(questions, document, tags):
        questions.reverse()
        document += "spoilt"
        return [*reversed([number(question) for question in questions])]

    spoils.__name__ = "answer_batch"

    def answers(question, document):
        return document

    asked = dataset(QUESTIONS, documents=1)
    run = run_questions(asked, [spoils, answers], Plain(), Settings())
    said = [result.prediction.text for result in run.results]
    assert said[:QUESTIONS] == [str(i) for i in range(QUESTIONS)]
    assert set(said[QUESTIONS:]) == {asked.documents["d0"].text}


def test_a_clock_that_jumps_changes_nothing(monkeypatch):
    jumps = iter(range(0, 10**9, 3600))
    monkeypatch.setattr(time, "time", lambda: 1.7e9 - next(jumps))
    run = run_questions(dataset(60), [number_of], Plain(), Settings(timeout=600, rate=60_000))
    assert run.summary[0].overall.failed == 0
    assert all(0 <= result.prediction.seconds < 600 for result in run.results)
    assert 0 <= run.summary[0].latency.total < 3600


def number_of(question):
    return number(question)


def test_a_disk_that_fills_up_ends_the_run_and_room_lets_it_go_on(tmp_path):
    asked = dataset(2000, documents=1)
    with mounted(tmp_path / "disk", "512k") as disk:
        place = journal.Place(disk / "run", exact=True)
        filler = disk / "filler"
        filler.write_bytes(b"x" * 350_000)
        with pytest.raises(RunFolderError, match="No space left on device") as caught:
            run_questions(asked, [number_of], Plain(), Settings(), place)
        assert "go on with --resume" in caught.value.hint
        lines = (disk / "run" / journal.RESULTS).read_bytes().splitlines()
        assert len(lines) > 100
        assert all(json.loads(line) for line in lines)
        subprocess.run(["mount", "-o", "remount,size=4m", disk], check=True)
        again = journal.Place(disk / "run", exact=True, resume=True)
        run = run_questions(asked, [number_of], Plain(), Settings(), again)
        assert (run.state, len(run.results)) == ("complete", 2000)
        assert len((disk / "run" / journal.RESULTS).read_bytes().splitlines()) == 2000


def test_a_disk_that_does_not_hold_what_was_written_ends_the_run_and_it_can_go_on(tmp_path, monkeypatch):
    asked, sync = dataset(12), os.fsync
    files = []

    def refuse(file):
        files.append(file)
        raise OSError(errno.EIO, "Input/output error")

    async def slow(question):
        await asyncio.sleep(0.01)
        return number(question)

    place = journal.Place(tmp_path / "run", exact=True)
    monkeypatch.setattr(os, "fsync", lambda file: sync(file) if files else refuse(file))
    with pytest.raises(RunFolderError, match=r"dataset\.jsonl\.gz cannot be written: Input/output error"):
        run_questions(asked, [slow], Plain(), Settings(concurrency=2), place)
    stopped = Run.load(tmp_path / "run")
    assert (stopped.state, len(stopped.results) < 12) == ("interrupted", True)
    run = run_questions(asked, [slow], Plain(), Settings(concurrency=2), place._replace(resume=True))
    assert (run.state, len(run.results)) == ("complete", 12)


def test_a_full_disk_is_no_crash_on_the_command_line(tmp_path):
    rows = [{"id": f"q{i}", "question": f"What is {i}?", "answers": [str(i)]} for i in range(2000)]
    (tmp_path / "small.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with mounted(tmp_path / "disk", "256k") as disk:
        done = commandline.run("run", "small.jsonl", "-a", "oracle", "--output", disk, cwd=tmp_path, code=2)
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_folder_that_is_read_only_is_said_before_anybody_is_asked(tmp_path):
    asked = []

    def notes(question):
        asked.append(question)
        return ""

    disk = mounted(tmp_path / "disk", "1m", read_only=True)
    with disk as folder, pytest.raises(RunFolderError, match="Read-only file system"):
        run_questions(dataset(3), [notes], Plain(), Settings(), journal.Place(folder))
    assert asked == []


def test_a_journal_of_another_dataset_version_or_setting_is_refused_by_name(tmp_path):
    place = journal.Place(tmp_path / "run", exact=True)
    run_questions(dataset(10), [number_of], Plain(), Settings(), place)
    again = journal.Place(tmp_path / "run", exact=True, resume=True)
    changes = [
        (dataset(10, version="2.0"), Settings(), r"dataset: small@1\.0#0+ then, small@2\.0#0+ now"),
        (dataset(10), Settings(limit=5), r"limit: \(none\) then, 5 now"),
        (dataset(10), Settings(repeat=2), r"repeat: 1 then, 2 now"),
    ]
    for changed, settings, says in changes:
        with pytest.raises(RunFolderError, match=says):
            run_questions(changed, [number_of], Plain(), settings, again)
    with pytest.raises(RunFolderError, match=r"scorer: plain\.Plain\(\) then, strict now"):
        run_questions(dataset(10), [number_of], "strict", Settings(), again)
    run_questions(dataset(10), [number_of], Plain(), Settings(executor="local", concurrency=3, timeout=1), again)
