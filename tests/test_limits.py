"""Servers that limit, strain or go away: nobody's answer fails that can be had, and what cannot be had is said soon."""

import json
import re
import time

import commandline
import pytest
import servers
from plain import Plain, dataset, number

from qa_eval import journal
from qa_eval.engine import Run, Settings, run_questions

QUESTIONS = 2_000
RATE = 400.0  # requests a second that the servers allow: 24,000 a minute
BURST = 40


class Bucket:
    """Lets through RATE a second and BURST at once; ``headers`` gives those of a refusal, by the seconds to wait."""

    def __init__(self, headers=lambda wait: {}):
        self.headers = headers
        self.left, self.seen = float(BURST), time.monotonic()
        self.let = self.refused = 0

    async def __call__(self, asked, writer):
        now = time.monotonic()
        self.left, self.seen = min(BURST, self.left + RATE * (now - self.seen)), now
        if self.left >= 1:
            self.left -= 1
            self.let += 1
            writer.write(servers.reply(json.dumps({"answer": number(asked.json["question"])})))
        else:
            self.refused += 1
            writer.write(servers.reply("slow down", 429, self.headers((1 - self.left) / RATE), "text/plain"))
        return True


class Windows:
    """Lets through so many in each second of the clock, and says when the next one begins."""

    def __init__(self):
        self.window, self.used, self.refused = 0, 0, 0

    async def __call__(self, asked, writer):
        now = time.monotonic()
        if int(now) != self.window:
            self.window, self.used = int(now), 0
        if self.used < RATE:
            self.used += 1
            writer.write(servers.reply(json.dumps({"answer": number(asked.json["question"])})))
        else:
            self.refused += 1
            wait = {"Retry-After": f"{1 - now % 1:.3f}"}
            writer.write(servers.reply("slow down", 429, wait, "text/plain"))
        return True


LIMITED = {
    "without a word": Bucket,
    "with Retry-After": lambda: Bucket(lambda wait: {"Retry-After": f"{wait:.3f}"}),
    "with the time of a reset": lambda: Bucket(lambda wait: {"x-ratelimit-reset-requests": f"{1000 * wait:.0f}ms"}),
    "by the clock": Windows,
}


def run(server, questions=QUESTIONS, place=None, **settings):
    return run_questions(dataset(questions), [server.url("/")], Plain(), Settings(**settings), place)


@pytest.mark.slow
@pytest.mark.parametrize("kind", LIMITED)
def test_a_limited_server_is_asked_as_fast_as_it_allows_and_nothing_fails(kind):
    limit = LIMITED[kind]()
    with servers.serving({"/": limit}) as server:
        started = time.monotonic()
        done = run(server)
        took = time.monotonic() - started
    ideal = (QUESTIONS - BURST) / RATE
    assert (done.summary[0].overall.n, done.summary[0].overall.failed) == (QUESTIONS, 0)
    assert took <= 1.1 * ideal + 0.2  # what it takes to start and to end
    assert limit.refused < QUESTIONS / 2, "it was asked in vain too often"


def test_a_server_that_fails_gets_fewer_calls_at_once_and_more_again_when_it_is_well():
    state = {"calls": 0}

    async def behave(asked, writer):
        state["calls"] += 1
        bad = 64 < state["calls"] <= 128
        at_once.append(server.at_once)
        return await servers.says("" if bad else '{"answer": "x"}', 500 if bad else 200, after=0.02)(asked, writer)

    at_once = []
    with servers.serving({"/": behave}) as server:
        done = run(server, 1200, retries=6)
    assert done.summary[0].overall.failed == 0
    assert max(at_once[:64]) > 48
    assert max(at_once[140:160]) <= 40
    assert max(at_once[-300:]) > 48


@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        (servers.says("no such key", 401, kind="text/plain"), "refused: .* answered 401 Unauthorized: no such key"),
        (
            servers.says("out of order", 503, kind="text/plain"),
            "server: .* answered 503 Service Unavailable: out of order",
        ),
        (servers.closes, "connection: .* closed the connection without an answer"),
    ],
)
def test_after_a_row_of_failures_nothing_more_is_asked_and_the_run_can_go_on(tmp_path, behaviour, says):
    class Told:
        def __init__(self):
            self.notices = []

        def on_result(self, result, tally):
            pass

        def on_notice(self, text):
            self.notices.append(text)

    told = Told()
    place = journal.Place(tmp_path / "run", exact=True)
    state = {"/": behaviour}
    with servers.serving(state) as server:
        asked_of = [server.url("/")]
        settings = Settings(concurrency=16, retries=1)
        done = run_questions(dataset(500), asked_of, Plain(), settings, place, told)
        assert len(server.requests) <= 150
        assert done.state == "interrupted"
        assert list(done.broken) == asked_of
        assert 32 <= len(done.results) < 80
        assert len(told.notices) == 1
        assert f"{asked_of[0]}: asked no more after 32 failures in a row, the last: " in told.notices[0]
        assert re.search(says, told.notices[0])
        state["/"] = servers.answers(lambda asked: number(asked.json["question"]))
        again = journal.Place(tmp_path / "run", exact=True, resume=True)
        done = run_questions(dataset(500), asked_of, Plain(), settings, again)
    assert (done.state, len(done.results), done.summary[0].overall.failed) == ("complete", 500, 0)
    assert Run.load(tmp_path / "run").state == "complete"
    assert done.broken == {}


def test_a_dead_server_ends_the_command_with_code_3_and_the_command_that_goes_on(tmp_path):
    rows = [{"id": f"q{i}", "question": f"What is {i}?", "answers": [str(i)]} for i in range(200)]
    (tmp_path / "small.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    state = {"/": servers.resets}
    with servers.serving(state) as server:
        arguments = ["run", "small.jsonl", "-a", server.url("/"), "--concurrency", "8", "--retries", "0"]
        done = commandline.run(*arguments, cwd=tmp_path, code=3)
        assert "was asked no more after 32 failures in a row, the last: connection: " in done.stderr
        command = done.stderr.rpartition("go on with\n")[2].split()
        assert command[:3] == ["qa-eval", "run", "--resume"]
        state["/"] = servers.answers(lambda asked: number(asked.json["question"]))
        assert "200 correct" in commandline.run(*command[1:], cwd=tmp_path).stdout


def test_single_failures_among_answers_break_nothing():
    def behave():
        number_of = iter(range(10_000))

        async def one(asked, writer):
            bad = next(number_of) % 3
            return await servers.says("" if bad else '{"answer": "x"}', 503 if bad else 200)(asked, writer)

        return one

    with servers.serving({"/": behave()}) as server:
        done = run(server, 200, retries=0, concurrency=4)
    assert done.state == "complete"
    assert done.summary[0].overall.failed == 133


def test_the_waiting_for_one_answer_is_bounded(monkeypatch):
    monkeypatch.setattr("qa_eval.asking.patience.LONGEST_WAIT", 1.0)
    with servers.serving({"/": servers.says("", 429)}) as server:
        started = time.monotonic()
        done = run(server, 3)
        assert time.monotonic() - started < 10
    assert done.summary[0].failures == {"rate_limited": 3}


def test_without_retries_a_limit_is_a_failure_at_once():
    with servers.serving({"/": servers.says("", 429)}) as server:
        done = run(server, 3, retries=0)
        assert len(server.requests) == 3
    assert done.summary[0].failures == {"rate_limited": 3}
