"""How fast a server is asked that limits its callers, against the fastest that it allows.

python benchmarks/limits.py [ROUNDS]: seconds of a run over those that the limit itself takes, medians of interleaved rounds.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import threading
import time

from engine import Plain, dataset

from qa_eval.engine import Settings, run_questions

QUESTIONS, RATE, BURST = 2_000, 400.0, 40
IDEAL = (QUESTIONS - BURST) / RATE
HELD = 1.1
KINDS = {
    "without a word": lambda _: "",
    "Retry-After": lambda wait: f"Retry-After: {wait:.3f}\r\n",
    "time of a reset": lambda wait: f"x-ratelimit-reset-requests: {1000 * wait:.0f}ms\r\n",
}


async def serve(kind: str) -> None:
    """Let RATE requests a second through and BURST at once, until the input ends."""
    left, seen, refused = float(BURST), time.monotonic(), 0

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal left, seen, refused
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                fields = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:] if ": " in line)
                asked = json.loads(await reader.readexactly(int(fields["content-length"])))
                now = time.monotonic()
                left, seen = min(BURST, left + RATE * (now - seen)), now
                said, extra, body = "200 OK", "", json.dumps({"answer": asked["question"][9:-1]})
                if left < 1:
                    refused += 1
                    said, extra, body = "429 Too Many Requests", KINDS[kind]((1 - left) / RATE), "slow down"
                else:
                    left -= 1
                writer.write(f"HTTP/1.1 {said}\r\n{extra}Content-Length: {len(body)}\r\n\r\n{body}".encode())
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(behave, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    over, loop = asyncio.Event(), asyncio.get_running_loop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.call_soon_threadsafe(over.set)), daemon=True).start()
    await over.wait()
    print(refused, flush=True)


def measure(kind: str) -> tuple[float, int, int]:
    """Return the seconds of one run, the answers that failed, and how often the server had to refuse."""
    command = [sys.executable, __file__, "--serve", kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        if server.stdin is None or server.stdout is None:
            raise RuntimeError("the server has no pipes")
        port = server.stdout.readline().strip()
        started = time.monotonic()
        done = run_questions(dataset(QUESTIONS), [f"http://127.0.0.1:{port}/"], Plain(), Settings())
        took = time.monotonic() - started
        server.stdin.close()
        return took, done.summary[0].overall.failed, int(server.stdout.readline())


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 3
    found: dict[str, list[tuple[float, int, int]]] = {kind: [] for kind in KINDS}
    for _ in range(rounds):
        for kind in KINDS:
            found[kind].append(measure(kind))
    print(
        f"{QUESTIONS:,} questions to a server that allows {RATE:,.0f} a second, medians of {rounds} (held: ≤ {HELD} × ideal)"
    )
    for kind, runs in found.items():
        took, failed, refused = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"  {kind:18}{took:7.2f} s{took / IDEAL:7.2f} × ideal{failed:5.0f} failed{refused:7,.0f} refused")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(serve(sys.argv[2]))
    else:
        main()
