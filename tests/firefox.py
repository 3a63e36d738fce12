"""Firefox where one is installed, driven by WebDriver BiDi: what it says of a page, without any driver beside it."""

import asyncio
import base64
import json
import re
import shutil
from contextlib import asynccontextmanager

LISTENING = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")


def executable():
    """The path of an installed Firefox, or None."""
    return next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


class Page:
    """The one page of a running Firefox; ``noted`` holds what it logged, errors and refusals by its policy included."""

    def __init__(self, socket):
        self.noted = []
        self._socket = socket
        self._number = 0
        self._context = ""

    async def begin(self):
        """Take the page that is there, and listen to what it logs."""
        await self._do("session.new", capabilities={})
        await self._do("session.subscribe", events=["log.entryAdded"])
        tree = await self._do("browsingContext.getTree")
        self._context = tree["contexts"][0]["context"]

    async def goto(self, address):
        """Open an address."""
        await self._do("browsingContext.navigate", context=self._context, url=address, wait="complete")

    async def evaluate(self, expression):
        """The value of a JavaScript expression, of plain text, numbers and lists of them."""
        target = {"context": self._context}
        text = f"JSON.stringify({expression})"
        found = await self._do("script.evaluate", expression=text, target=target, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"].get("value", "null"))

    async def until(self, expression, seconds=30):
        """Poll until an expression holds."""
        async with asyncio.timeout(seconds):
            while not await self.evaluate(expression):  # noqa: ASYNC110 - the page tells nobody
                await asyncio.sleep(0.02)

    async def screenshot(self, path):
        """Keep a picture."""
        found = await self._do("browsingContext.captureScreenshot", context=self._context)
        path.write_bytes(base64.b64decode(found["data"]))

    async def _do(self, method, **params):
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        while True:
            said = await self._socket.receive_json()
            if said.get("method") == "log.entryAdded":
                self.noted.append(said["params"]["text"])
            elif said.get("id") == self._number:
                assert said["type"] == "success", said
                return said["result"]


@asynccontextmanager
async def page(profile):
    """A page of a new Firefox with an empty profile."""
    import aiohttp  # noqa: PLC0415 - only here

    process = await asyncio.create_subprocess_exec(
        *(executable(), "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(60):
            while not (found := LISTENING.search(await process.stderr.readline())):
                assert not process.stderr.at_eof(), "Firefox ended before it listened"
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{found[1].decode()}/session", max_msg_size=0) as socket,
        ):
            opened = Page(socket)
            await opened.begin()
            yield opened
    finally:
        process.kill()
        await process.wait()
