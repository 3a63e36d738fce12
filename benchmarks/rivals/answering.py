"""Answerers for qa-eval that take SECONDS (of the environment) for each answer and look it up in QUESTIONS."""

import asyncio
import json
import os
import time
from pathlib import Path

SECONDS = float(os.environ.get("SECONDS", "0"))
ROWS = map(json.loads, Path(os.environ["QUESTIONS"]).read_text(encoding="utf-8").splitlines())
ANSWERS = {row["id"]: row["answers"][0] for row in ROWS}


async def on_the_loop(question: str, id: str) -> str:  # noqa: A002, ARG001 - the names by which they are given
    """Answer without blocking."""
    await asyncio.sleep(SECONDS)
    return ANSWERS[id]


def in_a_thread(question: str, id: str) -> str:  # noqa: A002, ARG001 - see above
    """Answer, and block meanwhile."""
    time.sleep(SECONDS)
    return ANSWERS[id]
