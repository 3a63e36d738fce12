"""A web server that answers after a while: serving.py QUESTIONS.jsonl SECONDS prints its port, and ends with its input."""

import asyncio
import json
import selectors
import sys
import threading
from pathlib import Path

ROWS = map(json.loads, Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
ANSWERS = {row["question"]: row["answers"][0] for row in ROWS}
SECONDS = float(sys.argv[2])


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every request of a connection: {"question": …} with {"answer": …}, a chat completion with one of its own."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            fields = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:] if ": " in line)
            asked = json.loads(await reader.readexactly(int(fields["content-length"])))
            if SECONDS:
                await asyncio.sleep(SECONDS)
            said: object
            if "messages" in asked:
                message = {"role": "assistant", "content": "170 mm"}
                choice = {"index": 0, "finish_reason": "stop", "message": message}
                usage = {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12}
                said = {
                    "id": "x",
                    "object": "chat.completion",
                    "created": 0,
                    "model": "tiny",
                    "choices": [choice],
                    "usage": usage,
                }
            else:
                said = {"answer": ANSWERS[asked["question"]]}
            body = json.dumps(said).encode()
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body
            )
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until the input ends."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.call_soon_threadsafe(over.set)), daemon=True).start()
    await over.wait()


if __name__ == "__main__":
    # epoll, which it would wait by on Linux, counts in whole milliseconds: every answer would be up to one late
    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())) as runner:
        runner.run(main())
