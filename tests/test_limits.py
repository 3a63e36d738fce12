"""Servers that limit, strain or go away: nobody's answer fails that can be had, and what cannot be had is said soon."""

import asyncio
import json
import re
import time

import clock
import commandline
import pytest
import servers
from plain import Plain, dataset, number, requests

from qa_eval import journal
from qa_eval.asking import Patience, make_answerer
from qa_eval.engine import Run, Settings, run_questions
from qa_eval.errors import AnswererError

QUESTIONS = 2_000
RATE = 400.0  # requests a second that the servers allow: 24,000 a minute
BURST = 40


class Bucket:
    """Lets through RATE a second and BURST at once; a refusal names the seconds to wait."""

    def __init__(self):
        self.left, self.seen = float(BURST), None

    def refuses(self, now):
        """Return 0 for a request that is let through, else the seconds after which the next one will be."""
        self.left = min(BURST, self.left + RATE * (now - (now if self.seen is None else self.seen)))
        self.seen = now
        if self.left < 1:
            return (1 - self.left) / RATE
        self.left -= 1
        return 0.0


class Windows:
    """Lets through so many in each second of the clock."""

    def __init__(self):
        self.window, self.used = -1, 0

    def refuses(self, now):
        if int(now) != self.window:
            self.window, self.used = int(now), 0
        self.used += 1
        return 1 - now % 1 if self.used > RATE else 0.0


LIMITED = {
    "without a word": (Bucket, lambda wait: {}),
    "with Retry-After": (Bucket, lambda wait: {"Retry-After": f"{wait:.3f}"}),
    "with the time of a reset": (Bucket, lambda wait: {"x-ratelimit-reset-requests": f"{1000 * wait:.0f}ms"}),
    "by the clock": (Windows, lambda wait: {"Retry-After": f"{wait:.3f}"}),
}


def run(server, questions=QUESTIONS, place=None, **settings):
    return run_questions(dataset(questions), [server.url("/")], Plain(), Settings(**settings), place)


@pytest.mark.parametrize("kind", LIMITED)
def test_a_limited_answerer_is_asked_as_fast_as_it_allows_and_nothing_fails(kind):
    make, headers = LIMITED[kind]
    limit, refused = make(), []

    async def answer(question):
        await asyncio.sleep(0.01)
        if wait := limit.refuses(clock.now()):
            refused.append(wait)
            raise AnswererError(
                "rate_limited", "slow down", retryable=True, retry_after=wait if headers(wait) else None
            )
        return number(question)

    found, took = clock.run(clock.at_once(make_answerer(answer, dataset()), requests(QUESTIONS)))
    assert [prediction.text for prediction in found] == [str(i) for i in range(QUESTIONS)]
    assert took <= 1.1 * (QUESTIONS - BURST) / RATE
    assert len(refused) < QUESTIONS / 2, "it was asked in vain too often"


@pytest.mark.slow
@pytest.mark.parametrize("kind", LIMITED)
def test_a_limited_server_gets_every_question_answered(kind):
    make, headers = LIMITED[kind]
    limit, answered = make(), []

    async def behave(asked, writer):
        if wait := limit.refuses(time.monotonic()):
            writer.write(servers.reply("slow down", 429, headers(wait), "text/plain"))
        else:
            answered.append(number(asked.json["question"]))
            writer.write(servers.reply(json.dumps({"answer": answered[-1]})))
        return True

    with servers.serving({"/": behave}) as server:
        done = run(server)
        asked = len(server.requests)
    assert (done.summary[0].overall.n, done.summary[0].overall.failed) == (QUESTIONS, 0)
    assert sorted(answered, key=int) == [str(i) for i in range(QUESTIONS)]
    assert sum(result.prediction.attempts for result in done.results) == asked


def test_an_answerer_that_fails_gets_fewer_calls_at_once_and_more_again_when_it_is_well():
    flying, at_once = set(), []

    async def answer(question):
        call = len(at_once)
        flying.add(call)
        at_once.append(len(flying))
        await asyncio.sleep(0.02)
        flying.remove(call)
        if 64 <= call < 128:
            raise AnswererError("server", "busy", retryable=True)
        return number(question)

    asker = make_answerer(answer, dataset(), Patience(retries=6))
    found, _ = clock.run(clock.at_once(asker, requests(1200)))
    assert not any(prediction.failure for prediction in found)
    assert max(at_once[:64]) == 64
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
        done = run(server, 3)
    assert done.summary[0].failures == {"rate_limited": 3}


def test_a_server_that_never_stops_limiting_is_waited_for_ten_minutes_and_no_longer():
    async def answer():
        raise AnswererError("rate_limited", "slow down", retryable=True, retry_after=30)

    (prediction,), took = clock.run(clock.at_once(make_answerer(answer, dataset()), requests()))
    assert prediction.failure.kind == "rate_limited"
    assert 600 <= took <= 660


def test_that_a_server_keeps_limiting_is_said_once():
    async def answer():
        raise AnswererError("rate_limited", "429 Too Many Requests", retryable=True, retry_after=5)

    heard = []
    asker = make_answerer(answer, dataset())
    asker.listen(heard.append)
    clock.run(clock.at_once(asker, requests(3)))
    (said,) = heard
    assert "it keeps asking to slow down (429 Too Many Requests): an answer is waited for ten minutes at most" in said


def test_without_retries_a_limit_is_a_failure_at_once():
    with servers.serving({"/": servers.says("", 429)}) as server:
        done = run(server, 3, retries=0)
        assert len(server.requests) == 3
    assert done.summary[0].failures == {"rate_limited": 3}
