"""Real web servers on 127.0.0.1 for tests: each path of one behaves, or misbehaves, in its own way.

``with serving({"/ask": says('{"answer": "x"}')}) as server:`` gives an address as ``server.url("/ask")`` and keeps what
was asked in ``server.requests`` and how many connections were opened in ``server.connections``.
"""

import asyncio
import contextlib
import gzip
import json
import ssl
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "certificates" / "localhost.pem"  # self-signed, with its key
LINE = b"\r\n"


@dataclass
class Asked:
    """One request as it came in."""

    method: str
    target: str
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


@dataclass
class Server:
    """A running server; ``requests`` and ``connections`` grow while it is asked."""

    behaviours: dict
    port: int = 0
    scheme: str = "http"
    requests: list = field(default_factory=list)
    connections: int = 0
    at_once: int = 0
    most_at_once: int = 0

    def url(self, path="/", host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.port}{path}"

    async def serve(self, reader, writer):
        self.connections += 1
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while asked := await read_request(reader, writer):
                self.requests.append(asked)
                self.at_once += 1
                self.most_at_once = max(self.most_at_once, self.at_once)
                try:
                    keep = await self.behaviours[asked.target.partition("?")[0]](asked, writer)
                    await writer.drain()
                finally:
                    self.at_once -= 1
                if not keep:
                    break
        if self.scheme == "https":
            writer.transport.abort()  # a farewell in TLS would wait for a client that may have left
        else:
            writer.close()


async def read_request(reader, writer):
    """Read one request of HTTP/1.1; None at the end of the connection."""
    line = await reader.readline()
    if not line:
        return None
    if not line.isascii():  # as when somebody speaks TLS to a server without
        writer.write(reply("", 400))
        return None
    method, target, _ = line.decode().split()
    headers = {}
    while (line := await reader.readline()) not in {LINE, b""}:
        name, _, value = line.decode().partition(":")
        headers[name.strip().lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(method, target, headers, body)


@contextlib.contextmanager
def serving(behaviours, tls=False):
    """Run a server in a thread of its own; ``behaviours`` gives one for each path."""
    server = Server(behaviours, scheme="https" if tls else "http")
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def live():
        context = None
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context, limit=2**26, backlog=512)
        server.port = listening.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        listening.close()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for running in left:
            running.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await asyncio.sleep(0)  # the connections are closed in the loop's next round

    thread = threading.Thread(target=lambda: loop.run_until_complete(live()), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


def reply(body, status=200, headers=None, kind="application/json"):
    """The bytes of a whole reply; ``headers`` replace or add to the usual ones, None drops one."""
    body = body if isinstance(body, bytes) else body.encode()
    fields = {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}
    start = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"
    lines = [start, *(f"{name}: {value}" for name, value in fields.items() if value is not None)]
    return LINE.join(line.encode() for line in lines) + 2 * LINE + body


def says(body, status=200, headers=None, kind="application/json", after=0.0):
    """Always the same reply, ``after`` some seconds."""

    async def behave(asked, writer):
        del asked
        await asyncio.sleep(after)
        writer.write(reply(body, status, headers, kind))
        return True

    return behave


def answers(function, after=0.0):
    """The reply ``{"answer": function(asked)}``."""

    async def behave(asked, writer):
        await asyncio.sleep(after)
        writer.write(reply(json.dumps({"answer": function(asked)})))
        return True

    return behave


def in_turn(*behaviours):
    """The first time the first behaviour, then the second, …; the last one stays."""
    left = list(behaviours)

    async def behave(asked, writer):
        return await (left.pop(0) if len(left) > 1 else left[0])(asked, writer)

    return behave


def zipped(body):
    return says(gzip.compress(body.encode()), headers={"Content-Encoding": "gzip"})


async def hangs(asked, writer):
    """Takes the question and says nothing."""
    del asked, writer
    await asyncio.sleep(3600)


async def hangs_in_the_middle(asked, writer):
    """Sends half of its answer and then nothing."""
    del asked
    writer.write(reply('{"answer": "x"}')[:-5])
    await writer.drain()
    await asyncio.sleep(3600)


async def closes(asked, writer):
    """Takes the question and closes the connection."""
    del asked, writer
    return False


async def closes_in_the_middle(asked, writer):
    """Sends half of its answer and closes the connection."""
    del asked
    writer.write(reply('{"answer": "x"}')[:-5])
    return False


async def resets(asked, writer):
    """Breaks the connection off."""
    del asked
    writer.transport.abort()
    return False


async def speaks_no_http(asked, writer):
    """Answers in some other protocol."""
    del asked
    writer.write(b"220 mail.example ESMTP ready\r\n")
    return False


async def never_ends(asked, writer):
    """Sends an answer without an end, as fast as it is taken."""
    del asked
    writer.write(reply(b"", headers={"Content-Length": None, "Transfer-Encoding": "chunked"}))
    while not writer.transport.is_closing():
        writer.write(b"10000\r\n" + b"[" * 0x10000 + LINE)
        await writer.drain()
    return False
