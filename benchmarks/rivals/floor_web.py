"""The floor of asking a web server: aiohttp alone, 64 at once, each answer written down. No scores and no reports.

python floor_web.py QUESTIONS.jsonl PORT OUT
"""

from __future__ import annotations

import asyncio
import json
import os
import sys

import aiohttp

AT_ONCE = 64


async def main(questions: str, port: str, out: str) -> None:
    """Ask and write."""
    with open(questions, encoding="utf-8") as lines:  # noqa: ASYNC230, PTH123 - before anything is asked, and pathlib is slow
        left = iter([json.loads(line) for line in lines])
    os.makedirs(out, exist_ok=True)  # noqa: PTH103 - as above
    journal = os.open(f"{out}/results.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:

        async def work() -> None:
            for question in left:
                asked = {"question": question["question"]}
                async with session.post(f"http://127.0.0.1:{port}/", json=asked) as reply:
                    row = {"id": question["id"], "answer": (await reply.json())["answer"]}
                os.write(journal, (json.dumps(row) + "\n").encode())

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
