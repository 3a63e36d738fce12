"""A run that is killed, interrupted or told to end, again and again, ends as one that never was.

QA_EVAL_KILLS=200 kills more often than the ordinary run of the tests does.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import commandline
import pytest

from qa_eval import journal, past, runs
from qa_eval.engine import Run
from qa_eval.errors import RunFolderError

SCRIPT = Path(__file__).parent / "kept.py"
KILLS = int(os.environ.get("QA_EVAL_KILLS", "24"))
QUESTIONS = 600
MANY = 6_000  # more than are answered before the last kill
MOST_KILLS = 12  # of one command


def start(folder, answerer, questions=QUESTIONS, seconds=0.01, **environment):
    arguments = [sys.executable, SCRIPT, folder, str(questions), answerer, str(seconds), folder.with_suffix(".log")]
    return subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )


def finish(child):
    out, err = child.communicate(timeout=60)
    assert err == ""
    return out


def asked(folder):
    log = folder.with_suffix(".log")
    return log.read_text().split("\n")[:-1] if log.exists() else []


def answered(folder):
    if not (folder / journal.RESULTS).exists():
        return {}
    return {result.question_id: result for _, result in journal.stored(folder)}


def timeless(run):
    """The run without what the clock and the place say."""
    results = [replace(result, prediction=replace(result.prediction, seconds=0.0)) for result in run.results]
    summaries = [replace(summary, latency=None) for summary in run.summary]
    return replace(run, results=results, folder=None, started=None, finished=None), summaries


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A run of each answerer that was never disturbed."""

    def made(answerer):
        if answerer not in runs:
            folder = tmp_path_factory.mktemp("whole") / answerer
            assert finish(start(folder, answerer, seconds=0)).endswith(f"complete {QUESTIONS}\n")
            runs[answerer] = timeless(Run.load(folder))
        return runs[answerer]

    runs = {}
    return made


@pytest.mark.slow
@pytest.mark.parametrize("answerer", ["Sync", "Async", "Batched"])
def test_kill_at_any_moment_loses_and_doubles_nothing(tmp_path, answerer, whole):
    chance = random.Random(answerer)  # noqa: S311 - moments to kill at
    kills = runs = 0
    while kills < KILLS / 3:
        folder = tmp_path / f"run{runs}"
        kills += kill_until_complete(folder, answerer, chance)
        check(folder, answerer, whole)
        runs += 1


def kill_until_complete(folder, answerer, chance):
    """Start, kill and start again until the run is complete; return how often it was killed."""
    before, kills = {}, 0
    while True:
        child = start(folder, answerer, seconds=0.02 if answerer == "Batched" else 0.01)
        said = ""
        if chance.random() < 0.75:
            said = child.stdout.readline()
            time.sleep(chance.uniform(0, 0.12))
        else:
            time.sleep(chance.uniform(0, 0.35))
        if child.poll() is not None:
            assert (said + finish(child)).endswith(f"complete {QUESTIONS}\n")
            return kills
        child.kill()
        child.communicate()
        kills += 1
        now = answered(folder)
        assert before.items() <= now.items(), "an answer that was stored is gone or another one"
        before = now


def check(folder, answerer, whole):
    run = Run.load(folder)
    assert run.state == "complete"
    assert timeless(run) == whole(answerer)
    lines = (folder / journal.RESULTS).read_bytes().splitlines()
    assert len(lines) == QUESTIONS


@pytest.mark.slow
def test_a_command_killed_at_any_moment_goes_on_to_whole_reports(tmp_path):
    """Also while it starts, reads the questions, and writes the reports."""
    rows = [{"id": f"q{i}", "question": f"What is {i}?", "answers": [f"{i} km"]} for i in range(200)]
    (tmp_path / "small.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "mine.py").write_text(
        "import time\ndef answer(question):\n    time.sleep(0.05)\n    return question[8:-1] + ' km'\n"
    )
    begin, reports = ["small.jsonl", "-a", "./mine.py:answer"], ["--report", "html", "--report", "json", "--output"]
    commandline.run("run", *begin, *reports, "undisturbed", cwd=tmp_path)
    chance, kills, ends = random.Random(11), 0, 0  # noqa: S311 - moments to kill at
    while kills < KILLS / 3:
        output = tmp_path / f"out{ends}"
        kills += kill_the_command(tmp_path, begin, [*reports, output], chance)
        ends += 1
        wanted, found = (next(one.glob("*/run.json")).parent for one in (tmp_path / "undisturbed", output))
        assert timeless(Run.load(found)) == timeless(Run.load(wanted))
        assert sorted(path.name for path in found.iterdir()) == sorted(path.name for path in wanted.iterdir())
        assert (found / "report.html").read_text().rstrip().endswith("</html>")
        told = [result["answer"] for result in json.loads((found / "report.json").read_text())["results"]]
        assert told == [f"{i} km" for i in range(200)]


def kill_the_command(folder, begin, rest, chance):
    """Start, kill and go on until the command ends well; return how often it was killed."""
    kills = 0
    while True:
        first = ["--resume", "latest"] if list(rest[-1].glob("*/run.json")) else begin
        child = subprocess.Popen(
            [sys.executable, "-m", "qa_eval", "run", *first, *rest],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=commandline.environment(),
        )
        try:
            out, err = child.communicate(timeout=chance.uniform(0.1, 3) if kills < MOST_KILLS else 60)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            kills += 1
            continue
        assert child.returncode == 0, out + err
        return kills


def test_what_was_answered_is_not_asked_again(tmp_path):
    folder = tmp_path / "run"
    for _ in range(5):
        child = start(folder, "Sync", MANY)
        child.stdout.readline()
        time.sleep(0.08)
        child.kill()
        child.communicate()
        kept, logged = set(answered(folder)), len(asked(folder))
        child = start(folder, "Sync", MANY)
        child.stdout.readline()
        time.sleep(0.02)
        child.kill()
        child.communicate()
        again = set(asked(folder)[logged:])
        assert kept
        assert again
        assert not kept & again


def test_an_answerer_that_takes_the_process_down_costs_what_was_in_flight(tmp_path):
    folder = tmp_path / "run"
    child = start(folder, "Crashing", 60)
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGABRT
    kept, logged = set(answered(folder)), len(asked(folder))
    assert "q20" not in kept
    assert finish(start(folder, "Crashing", 60, WELL="1")).endswith("complete 60\n")
    assert not kept & set(asked(folder)[logged:])
    assert len(Run.load(folder).results) == 60


def test_a_complete_run_is_resumed_without_asking(tmp_path):
    folder = tmp_path / "run"
    finish(start(folder, "Sync", 50))
    first = (folder / journal.RESULTS).read_bytes()
    assert (
        finish(start(folder, "Sync", 50)) == "notice: 50 of 50 answers are kept, nothing is left to ask\ncomplete 50\n"
    )
    assert len(asked(folder)) == 50
    assert (folder / journal.RESULTS).read_bytes() == first


def test_failed_answers_are_asked_again_on_resume_and_counted_once(tmp_path):
    folder = tmp_path / "run"
    assert finish(start(folder, "Flaky", 30)).endswith("complete 30\n")
    assert Run.load(folder).summary[0].overall.failed == 10
    assert finish(start(folder, "Flaky", 30, WELL="1")).endswith("complete 30\n")
    run = Run.load(folder)
    assert (run.summary[0].overall.n, run.summary[0].overall.failed, len(run.results)) == (30, 0, 30)
    assert len(asked(folder)) == 40
    assert journal.read_header(folder)["summary"]["answerers"][0]["overall"]["n"] == 30


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_finishes_what_is_in_flight_and_writes_it(tmp_path, number):
    folder = tmp_path / "run"
    child = start(folder, "Sync", seconds=0.3)
    child.stdout.readline()
    time.sleep(0.4)
    child.send_signal(number)
    out = finish(child)
    assert child.returncode == 0
    kept = answered(folder)
    assert out == f"notice: stopping: waiting for what is in flight; once more to stop now\ninterrupted {len(kept)}\n"
    assert set(kept) == set(asked(folder))
    assert 16 <= len(kept) < QUESTIONS
    assert all(result.prediction.text is not None for result in kept.values())
    run = Run.load(folder)
    assert run.state == "interrupted"
    assert run.summary[0].expected == QUESTIONS
    assert run.summary[0].overall.n == len(kept)
    assert finish(start(folder, "Sync", seconds=0)).endswith(f"complete {QUESTIONS}\n")
    assert len(asked(folder)) == QUESTIONS


@pytest.mark.parametrize("answerer", ["Hanging", "Blocking"])
@pytest.mark.parametrize("numbers", [(signal.SIGINT, signal.SIGINT), (signal.SIGTERM, signal.SIGINT)])
def test_a_second_signal_stops_at_once(tmp_path, answerer, numbers):
    folder = tmp_path / "run"
    child = start(folder, answerer)
    child.stdout.readline()
    child.send_signal(numbers[0])
    assert child.stdout.readline().startswith("notice: stopping")
    pressed = time.monotonic()
    child.send_signal(numbers[1])
    assert finish(child) == "interrupted 0\n"
    assert time.monotonic() - pressed < 60
    assert child.returncode == 0
    assert Run.load(folder).state == "interrupted"
    assert finish(start(folder, answerer, WELL="1")).endswith(f"complete {QUESTIONS}\n")


def test_an_async_answerer_that_blocks_everything_is_told_on(tmp_path):
    child = start(tmp_path / "run", "Blocking")
    child.stdout.readline()
    assert child.stdout.readline() == "notice: nothing moves for 5 s: an async answerer blocks instead of awaiting\n"
    child.kill()
    child.communicate()


def test_a_signal_that_was_ignored_stays_ignored(tmp_path):
    """Shells start background programs with Ctrl-C ignored."""
    folder = tmp_path / "run"
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        child = start(folder, "Sync", 100, 0.02)
    finally:
        signal.signal(signal.SIGINT, before)
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    child.send_signal(signal.SIGINT)
    assert finish(child) == "complete 100\n"


def test_two_processes_cannot_run_in_one_folder(tmp_path):
    folder = tmp_path / "run"
    first = start(folder, "Sync", seconds=0.1)
    first.stdout.readline()
    second = start(folder, "Sync", seconds=0)
    out, err = second.communicate(timeout=60)
    assert second.returncode == 1
    assert out == ""
    assert f"another process runs in {folder}" in err
    assert Run.load(folder).state == "running"
    first.send_signal(signal.SIGINT)
    assert "interrupted" in finish(first)
    assert len({*asked(folder)}) == len(asked(folder))


def test_a_killed_run_says_that_it_was_interrupted(tmp_path):
    folder = tmp_path / "run"
    child = start(folder, "Sync", seconds=0.05)
    child.stdout.readline()
    time.sleep(0.2)
    child.kill()
    child.communicate()
    assert journal.read_header(folder)["state"] == "running"
    seen = runs.overview(folder)
    assert seen["state"] == "interrupted"
    run = Run.load(folder)
    assert seen["accuracy"] == {one.answerer: one.overall.accuracy for one in run.summary}
    assert [one.state for one in past.runs(tmp_path)] == ["interrupted"]
    assert run.state == "interrupted"
    assert 0 < len(run.results) < QUESTIONS
    assert run.summary[0].overall.n == len(run.results)


def test_a_journal_with_damage_is_resumed_and_what_it_lost_asked_again(tmp_path):
    folder = tmp_path / "run"
    finish(start(folder, "Sync", 40))
    path = folder / journal.RESULTS
    lines = path.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"id":"q', b'"id":"z')
    lines[10] = b"\x00" * len(lines[10])
    lines[20] = lines[20][:30] + b"\n"
    lines[30] = lines[29]
    path.write_bytes(b"".join(lines) + b'{"id":"q1","ans')
    out = finish(start(folder, "Sync", 40))
    lost = 5  # the line of zeros takes the next one with it
    assert out.splitlines()[0] == f"notice: 5 lines of {path} are of no use; their questions are asked again"
    assert out.splitlines()[-1] == "complete 40"
    assert len(asked(folder)) == 40 + lost
    run = Run.load(folder)
    assert len(run.results) == 40
    assert run.summary[0].overall.n == 40


def test_another_dataset_or_settings_cannot_go_on_in_the_same_folder(tmp_path):
    folder = tmp_path / "run"
    finish(start(folder, "Sync", 20))
    child = start(folder, "Batched", 20)
    _, err = child.communicate(timeout=60)
    assert "cannot go on, it would be a mixture of two" in err
    assert "answerer.1: Sync#" in err
    with pytest.raises(RunFolderError):
        Run.load(tmp_path)
