"""Runs on Ray: equal to local ones, and worker or machine lost, nothing is lost or doubled. Ray is an extra: skipped without."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import commandline
import pytest
from plain import Plain, dataset

from qa_eval import journal, plugins
from qa_eval.engine import Run, Settings, run_questions
from qa_eval.errors import UsageError
from qa_eval.executors.ray.crew import Crew

ray = pytest.importorskip("ray", reason="Ray is not installed here: `make test-ray` runs these")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

ANSWERER = """
import os, sys, time

LOG = {log!r}

def answer(question, id):
    with open(LOG, "a") as log:
        log.write(f"{{os.getpid()}} {{id}}\\n")
    time.sleep({seconds})
    if id == "q13" and os.path.exists(LOG + ".bad"):
        os._exit(1)
    return question.removeprefix("What is ").removesuffix("?")
"""
QUESTIONS = 400


@pytest.fixture(scope="module")
def cluster():
    """One small cluster for the tests that need no other."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init("local", num_cpus=2, num_gpus=0, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


def answerer(folder, seconds=0.0, well=True):
    path = folder / "mine.py"
    path.write_text(ANSWERER.format(log=str(folder / "log"), seconds=seconds))
    if not well:
        (folder / "log.bad").touch()
    return f"{path}:answer"


def asked(folder):
    log = folder / "log"
    return [line.split() for line in log.read_text().splitlines()] if log.exists() else []


def timeless(run):
    return [replace(result, prediction=replace(result.prediction, seconds=0.0)) for result in run.results]


def run(folder, spec, executor="ray?workers=2", questions=QUESTIONS, resume=False, **settings):
    place = journal.Place(folder / "run", exact=True, resume=resume)
    asked_of = dataset(questions, documents=3)
    return run_questions(asked_of, [spec], Plain(), Settings(executor=executor, concurrency=8, **settings), place)


@pytest.mark.parametrize("settings", [{}, {"repeat": 2, "limit": 50, "seed": 7}, {"rate": 60_000, "limit": 50}])
def test_results_equal_the_local_ones(cluster, tmp_path, settings):
    spec = answerer(tmp_path)
    near = run_questions(dataset(QUESTIONS, documents=3), [spec, "abstain"], "strict", Settings(**settings))
    far = run_questions(
        dataset(QUESTIONS, documents=3), [spec, "abstain"], "strict", Settings(executor="ray?workers=2", **settings)
    )
    assert timeless(far) == timeless(near)
    assert far.signature == near.signature
    assert far.state == "complete"


def test_a_worker_is_a_process_of_its_own_with_an_answerer_of_its_own(cluster, tmp_path):
    run(tmp_path, answerer(tmp_path, seconds=0.01))
    workers = {pid for pid, _ in asked(tmp_path)}
    assert len(workers) == 2
    assert str(os.getpid()) not in workers


def test_each_worker_has_as_many_questions_in_flight_as_are_allowed(cluster, tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(
        "import asyncio, os\nflying = 0\nasync def answer(question):\n    global flying\n    flying += 1\n"
        f"    with open({str(tmp_path / 'log')!r}, 'a') as log:\n        log.write(f'{{os.getpid()}} {{flying}}\\n')\n"
        "    await asyncio.sleep(2)\n    flying -= 1\n    return question\n"
    )
    settings = Settings(executor="ray?workers=2", concurrency=200)
    run_questions(dataset(600, documents=1), [f"{path}:answer"], Plain(), settings)
    most = {}
    for pid, flying in asked(tmp_path):
        most[pid] = max(most.get(pid, 0), int(flying))
    assert list(most.values()) == [100, 100]


def test_the_last_questions_travel_in_smaller_parcels():
    batches = (SimpleNamespace(questions=[n]) for n in range(1000))
    crew = Crew(ray, {}, batches, None, None)
    crew._places, crew._full, crew._size = 4, 8, 128
    sizes = []
    while crew._peek() is not None:
        sizes.append(len(crew._take().batches))
    assert sum(sizes) == 1000
    assert sizes[:4] == [128] * 4
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-4:-1] == [8] * 3


def test_workers_that_are_killed_lose_and_double_nothing(cluster, tmp_path):
    chance = random.Random(5)  # noqa: S311 - moments to kill at
    over = threading.Event()
    killed = []

    def kill():
        while not over.wait(chance.uniform(0.3, 0.8)):
            alive = [int(pid) for pid, _ in asked(tmp_path)[-20:] if int(pid) not in killed]
            if alive and len(killed) < 5:
                killed.append(chance.choice(alive))
                os.kill(killed[-1], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        done = run(tmp_path, answerer(tmp_path, seconds=0.05))
    finally:
        over.set()
        killer.join()
    assert len(killed) >= 2
    assert (done.state, len(done.results), done.summary[0].overall.failed) == ("complete", QUESTIONS, 0)
    assert len((tmp_path / "run" / journal.RESULTS).read_bytes().splitlines()) == QUESTIONS
    near = run_questions(dataset(QUESTIONS, documents=3), [answerer(tmp_path)], Plain(), Settings())
    assert timeless(done) == timeless(near)


def test_a_question_that_kills_every_worker_fails_alone(cluster, tmp_path):
    done = run(tmp_path, answerer(tmp_path, well=False), questions=40)
    failed = [result for result in done.results if result.prediction.failure]
    assert [result.question_id for result in failed] == ["q13"]
    assert failed[0].prediction.failure.kind == "crashed"
    assert done.summary[0].overall.n == 40
    (tmp_path / "log.bad").unlink()
    again = run(tmp_path, answerer(tmp_path), executor="local", questions=40, resume=True, retries=0)
    assert again.summary[0].overall.failed == 0


def test_a_run_goes_on_with_another_executor(cluster, tmp_path):
    spec = answerer(tmp_path)
    whole = run(tmp_path, spec, executor="local")
    lines = (tmp_path / "run" / journal.RESULTS).read_bytes().splitlines(keepends=True)[:150]
    answered = {json.loads(line)["id"] for line in lines}  # threads may end in another order than they began
    for executor in ("ray?workers=2", "local"):
        (tmp_path / "run" / journal.RESULTS).write_bytes(b"".join(lines))
        (tmp_path / "log").unlink()
        went_on = run(tmp_path, spec, executor=executor, resume=True)
        assert timeless(went_on) == timeless(whole)
        assert sorted(name for _, name in asked(tmp_path)) == sorted({f"q{i}" for i in range(QUESTIONS)} - answered)


def test_an_answerer_that_cannot_be_made_on_a_worker_ends_the_run_with_its_reason(cluster, tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(
        f"import os\nif os.getpid() != {os.getpid()}:\n    raise RuntimeError('no model here')\n"
        "def answer(question):\n    return ''\n"
    )
    with pytest.raises(UsageError, match=r"a worker cannot make the answerers: .*no model here"):
        run(tmp_path, f"{path}:answer", questions=4)


def test_a_worker_for_which_there_is_no_room_is_said(cluster, tmp_path):
    with pytest.raises(UsageError, match="no room for a worker: it has 2 CPU, 0 GPU"):
        run(tmp_path, answerer(tmp_path), executor="ray?gpus=1", questions=4)


def test_a_machine_that_is_lost_takes_nothing_with_it(tmp_path):
    code = f"""
import sys, threading, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from ray.cluster_utils import Cluster
import test_executor_ray as tests

cluster = Cluster(initialize_head=True, head_node_args={{"num_cpus": 0, "include_dashboard": False}})
nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
folder = Path({str(tmp_path)!r})
threading.Timer(6, lambda: cluster.remove_node(nodes[0], allow_graceful=False)).start()
done = tests.run(folder, tests.answerer(folder, seconds=0.2), executor=f"ray:{{cluster.address}}")
print(len(cluster.list_all_nodes()), done.state, len(done.results), done.summary[0].overall.failed)
"""
    child = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
        cwd=tmp_path,
        env=commandline.environment(PYTHONPATH=str(Path(__file__).parent)),
    )
    assert child.stdout.splitlines()[-1:] == [f"2 complete {QUESTIONS} 0"], child.stdout + child.stderr
    rows = (tmp_path / "run" / journal.RESULTS).read_bytes().splitlines()
    assert len(rows) == QUESTIONS
    assert len({pid for pid, _ in asked(tmp_path)}) >= 2
    assert len(asked(tmp_path)) > QUESTIONS  # what the lost machine had in hand was asked again


def test_control_c_ends_the_run_on_the_workers_too(tmp_path):
    (tmp_path / "small.jsonl").write_text(
        "".join(f'{{"id": "q{i}", "question": "What is {i}?", "answers": ["{i}"]}}\n' for i in range(2000))
    )
    spec = answerer(tmp_path, seconds=0.1)
    command = [sys.executable, "-m", "qa_eval", "run", "small.jsonl", "-a", spec, "--executor", "ray?workers=2"]
    child = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=commandline.environment()
    )
    patience = time.monotonic() + 60
    while not asked(tmp_path) and time.monotonic() < patience:
        time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130, out + err
    folder = next((tmp_path / "reports").glob("*/"))
    stopped = Run.load(folder)
    assert stopped.state == "interrupted"
    assert 0 < len(stopped.results) < 2000
    for pid in {int(pid) for pid, _ in asked(tmp_path)}:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_when_ray_ends_the_driver_the_run_goes_on_locally(tmp_path):
    (tmp_path / "small.jsonl").write_text(
        "".join(f'{{"id": "q{i}", "question": "What is {i}?", "answers": ["{i}"]}}\n' for i in range(QUESTIONS))
    )
    spec = answerer(tmp_path, seconds=1)
    command = [sys.executable, "-m", "qa_eval", "run", "small.jsonl", "-a", spec, "--executor", "ray?workers=2"]
    command += ["--concurrency", "8"]
    child = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=commandline.environment()
    )
    patience = time.monotonic() + 60
    while len(asked(tmp_path)) < 20 and time.monotonic() < patience:
        time.sleep(0.1)
    listed = subprocess.run(["ps", "-eww", "-o", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    own = [int(pid) for pid, parent, what in rows if parent == str(child.pid) and "raylet/raylet" in what]
    assert len(own) == 1, listed
    os.kill(own[0], signal.SIGKILL)  # the driver's own: Ray then ends the driver itself
    assert child.wait(timeout=90) != 0
    folder = next((tmp_path / "reports").glob("*/"))
    kept = {json.loads(line)["id"] for line in (folder / journal.RESULTS).read_bytes().splitlines()}
    assert 0 < len(kept) < QUESTIONS
    workers = {pid for pid, _ in asked(tmp_path)}  # they may go on for a moment
    done = commandline.run("run", "--resume", folder, "--executor", "local", "--concurrency", "64", cwd=tmp_path)
    assert f"n={QUESTIONS}" in done.stdout
    again = [name for pid, name in asked(tmp_path) if pid not in workers]
    assert sorted(again) == sorted({f"q{i}" for i in range(QUESTIONS)} - kept)
    assert len(Run.load(folder).results) == QUESTIONS


def test_without_ray_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match="ray is not installed") as caught:
        plugins.make("executors", "ray")
    assert caught.value.hint == "pip install 'qa-eval[ray]'"
