"""New connections to a server open a few at a time, and one that the server never takes in is given up."""

import asyncio
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from servers import answers, reply, serving

from qa_eval import plugins
from qa_eval.answerers._web import connections
from qa_eval.errors import AnswererError

TOGETHER = 24


def http(url, **options):
    return plugins.find("answerers", "http").load()(url, **options)


async def outcome(answerer, question):
    try:
        return await answerer.answer(question, "")
    except AnswererError as failure:
        return failure


def held(release):
    """Answers when ``release`` is set, and not before."""

    async def behave(asked, writer):
        del asked
        while not release.is_set():  # noqa: ASYNC110 - it is set in another thread
            await asyncio.sleep(0.01)
        writer.write(reply('{"answer": "x"}'))
        return True

    return behave


async def settled(server):
    """The number of connections once no more come."""
    number, since = 0, 0
    while since < 20:
        await asyncio.sleep(0.02)
        number, since = (server.connections, since + 1) if server.connections == number else (server.connections, 0)
    return number


@pytest.mark.parametrize(("patience", "opened"), [(3600, connections.AT_ONCE), (0.001, TOGETHER)])
def test_a_connection_opens_after_a_reply_or_a_moment(monkeypatch, patience, opened):
    monkeypatch.setattr(connections, "NEAR_PATIENCE", patience)
    release = threading.Event()

    async def asking(server):
        answerer = http(server.url("/ask"))
        asked = [asyncio.create_task(outcome(answerer, str(number))) for number in range(TOGETHER)]
        found = await settled(server)
        release.set()
        said = await asyncio.gather(*asked)
        await answerer.close()
        return found, said

    with serving({"/ask": held(release)}) as server:
        assert asyncio.run(asking(server)) == (opened, ["x"] * TOGETHER)
    assert len(server.requests) == TOGETHER


@pytest.mark.parametrize(("grows", "then"), [(True, [4, 8, 16]), (False, [4, 4, 4])])
def test_a_doorway_lets_in_twice_as_many_while_all_find_a_place(grows, then):
    async def rounds():
        doorway, came = connections.Doorway(3600, grows=grows), []
        coming = [asyncio.create_task(doorway.enter(object())) for _ in range(64)]
        for _ in then:
            await asyncio.sleep(0.01)
            inside = [*doorway._inside]
            came.append(len(inside))
            for each in inside:  # as when their time is over
                doorway._passed(each)
        for each in coming:
            each.cancel()
        return came

    assert asyncio.run(rounds()) == then


def test_a_doorway_grows_no_more_and_shrinks_once_one_found_no_place():
    async def rounds():
        doorway = connections.Doorway(3600, grows=True)
        inside = [object() for _ in range(connections.AT_ONCE)]
        for each in inside:
            await doorway.enter(each)
        for each in inside:
            doorway._passed(each)
        waiting = [object() for _ in range(64)]
        coming = [asyncio.create_task(doorway.enter(each)) for each in waiting]
        await asyncio.sleep(0.01)
        assert sum(each.done() for each in coming) == 2 * connections.AT_ONCE
        for each in waiting[: 2 * connections.AT_ONCE]:
            doorway.leave(each, refused=True)
        await asyncio.sleep(0.01)
        assert sum(each.done() for each in coming) == 3 * connections.AT_ONCE
        for each in coming:
            each.cancel()

    asyncio.run(rounds())


def test_a_question_that_is_taken_back_leaves_its_place(monkeypatch):
    monkeypatch.setattr(connections, "NEAR_PATIENCE", 0.05)

    async def asking(server):
        answerer = http(server.url("/ask"))
        asked = [asyncio.create_task(answerer.answer(str(number), "")) for number in range(2 * connections.AT_ONCE)]
        await asyncio.sleep(0)
        for each in asked:
            each.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
        said = await asyncio.gather(*(answerer.answer(str(number), "") for number in range(TOGETHER)))
        await answerer.close()
        return said

    with serving({"/ask": answers(lambda asked: asked.json["question"])}) as server:
        assert asyncio.run(asking(server)) == [str(number) for number in range(TOGETHER)]


class Echo(BaseHTTPRequestHandler):
    """Answers with the question, as servers written with Python alone do: five connections wait at most."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        body = json.dumps({"answer": asked["question"]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.mark.parametrize(
    ("protocol", "patience"),
    [
        ("HTTP/1.0", 1.0),  # the machine may be busy: let replies set the pace
        ("HTTP/1.1", 1.0),
        ("HTTP/1.0", connections.NEAR_PATIENCE),  # more come than it has places for
        ("HTTP/1.1", connections.NEAR_PATIENCE),
    ],
)
def test_a_server_of_the_standard_library_is_not_overrun(monkeypatch, protocol, patience):
    monkeypatch.setattr(connections, "NEAR_PATIENCE", patience)
    monkeypatch.setattr(Echo, "protocol_version", protocol)
    questions = [str(number) for number in range(256)]

    async def asking(url):
        answerer = http(url)
        open_ = asyncio.Semaphore(64)

        async def one(question):
            async with open_:
                return await outcome(answerer, question)

        said = await asyncio.gather(*map(one, questions))
        await answerer.close()
        return said

    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            assert asyncio.run(asking(f"http://127.0.0.1:{server.server_port}/ask")) == questions
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="this system does not tell what nobody takes in")
def test_a_connection_that_nobody_takes_in_is_given_up_long_before_the_answers_time_is_over():
    async def asking(url):
        answerer = http(url, timeout=4.0)
        said = await asyncio.gather(*(outcome(answerer, str(number)) for number in range(6)))
        await answerer.close()
        return said

    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/ask"
        failures = asyncio.run(asking(url))
    kinds = [each.kind for each in failures]
    assert (kinds.count("timeout"), kinds.count("connection")) in {(1, 5), (2, 4)}
    lost = next(each for each in failures if each.kind == "connection")
    assert lost.retryable
    assert str(lost).startswith(f"{url} takes nothing in: [Errno 110]")
    assert "--concurrency 1" in str(lost)
