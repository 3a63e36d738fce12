"""How fast web servers are asked, 64 at once on one core: our answerers, bare aiohttp, and the openai SDK.

python benchmarks/web.py [ROUNDS]: requests a second of processor time of the asking process, medians of interleaved rounds.
The SDK is installed into an environment of its own under .bench/.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rivals import HERE, PLACE

AT_ONCE = 64
FEW, MANY = 500, 3_000


async def at_once(n: int, ask: object) -> None:
    """Await ``ask(i)`` for so many numbers, 64 at a time."""
    numbers = iter(range(n))

    async def worker() -> None:
        for number in numbers:
            await ask(number)  # type: ignore[operator]  # a coroutine function

    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


async def bare(n: int, port: str) -> None:
    """Ask by aiohttp alone, and read the JSON."""
    import aiohttp  # noqa: PLC0415 - not where the SDK is measured

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def ask(number: int) -> None:
            body = json.dumps({"model": "tiny", "messages": [{"role": "user", "content": f"What is {number}?"}]})
            headers = {"Content-Type": "application/json"}
            async with session.post(f"http://127.0.0.1:{port}/", data=body.encode(), headers=headers) as reply:
                json.loads(await reply.read())

        await at_once(n, ask)


async def ours(n: int, port: str) -> None:
    """Ask by the answerer ``openai``."""
    from qa_eval import plugins  # noqa: PLC0415 - not where the SDK is measured

    answerer = plugins.make("answerers", f"openai:tiny?base_url=http://127.0.0.1:{port}")
    await at_once(n, lambda number: answerer.answer(f"What is {number}?", "A text."))
    await answerer.close()


async def http(n: int, port: str) -> None:
    """Ask by the answerer ``http``."""
    from qa_eval import plugins  # noqa: PLC0415 - as above

    path = "choices.0.message.content"
    body = '{"messages": [{"role": "user", "content": "{question}"}]}'
    answerer = plugins.make("answerers", f"http:http://127.0.0.1:{port}/?answer={path}&body={body}")
    await at_once(n, lambda number: answerer.answer(f"What is {number}?", "A text."))
    await answerer.close()


async def sdk(n: int, port: str) -> None:
    """Ask by the openai SDK."""
    import openai  # noqa: PLC0415 - only in its own environment

    async with openai.AsyncOpenAI(base_url=f"http://127.0.0.1:{port}/", api_key="none", max_retries=0) as client:
        await at_once(
            n,
            lambda number: client.chat.completions.create(
                model="tiny", messages=[{"role": "user", "content": f"What is {number}?"}]
            ),
        )


WAYS = {"openai SDK": sdk, "bare aiohttp": bare, "qa-eval openai:": ours, "qa-eval http:": http}


def measure(way: str, port: str) -> float:
    """Return requests a second of processor time, connections opened and libraries imported before."""

    async def both() -> float:
        await WAYS[way](FEW, port)
        started = time.process_time()
        await WAYS[way](MANY, port)
        return MANY / (time.process_time() - started)

    return asyncio.run(both())


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    home = PLACE / "openai"
    if not (home / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(home / "bin" / "python"), "-m", "pip", "install", "-q", "openai"], check=False)
    pythons = {way: str(home / "bin" / "python") if way == "openai SDK" else sys.executable for way in WAYS}
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        questions = Path(folder) / "questions.jsonl"
        questions.write_text("")
        command = [sys.executable, str(HERE / "serving.py"), str(questions), "0"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
            if server.stdin is None or server.stdout is None:
                raise RuntimeError("the server has no pipes")
            port = server.stdout.readline().strip()
            for _ in range(rounds):
                for way, python in pythons.items():
                    one = [python, __file__, "--one", way, port]
                    found[way].append(float(subprocess.run(one, capture_output=True, text=True, check=True).stdout))
            server.stdin.close()
    medians = {way: statistics.median(rates) for way, rates in found.items()}
    print(
        f"Requests a second of processor time, {AT_ONCE} at once, medians of {rounds} (held: ≥ 6 × SDK, ≥ 0.7 × aiohttp)"
    )
    for way, rate in medians.items():
        print(
            f"  {way:18}{rate:8,.0f}{rate / medians['openai SDK']:8.1f} × SDK{rate / medians['bare aiohttp']:8.2f} × aiohttp"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measure(sys.argv[2], sys.argv[3]))
    else:
        main()
