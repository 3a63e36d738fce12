"""The floor: a whole run in plain standard-library Python, to see what is reachable. Not a design.

python floor.py QUESTIONS.jsonl SECONDS OUT: 64 async workers over one iterator, exact match, F1 and a comparison of
numbers, one write a row that survives kill -9, a summary as JSON and a table as HTML.
"""

from __future__ import annotations

import asyncio
import html
import json
import os
import sys
from collections import Counter

AT_ONCE = 64
PUNCTUATION = str.maketrans("", "", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def normal(text: str) -> list[str]:
    """Return SQuAD's words."""
    return [word for word in text.lower().translate(PUNCTUATION).split() if word not in {"a", "an", "the"}]


def number(text: str) -> float | None:
    """Return the first number of a text."""
    for word in text.replace(",", "").split():
        try:
            return float(word)
        except ValueError:
            continue
    return None


def figures(said: str, accepted: str) -> tuple[bool, float, bool]:
    """Return exact match, F1, and whether the numbers are equal."""
    left, right = normal(said), normal(accepted)
    shared = sum((Counter(left) & Counter(right)).values())
    return left == right, 2 * shared / (len(left) + len(right)) if shared else 0.0, number(said) == number(accepted)


async def main(questions: str, seconds: float, out: str) -> None:
    """Ask, score, write."""
    with open(questions, encoding="utf-8") as lines:  # noqa: ASYNC230, PTH123 - before anything is asked, and pathlib is slow
        asked = [json.loads(line) for line in lines]
    os.makedirs(out, exist_ok=True)  # noqa: PTH103 - as above
    journal = os.open(f"{out}/results.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    kept: list[tuple[str, str, bool, float]] = []
    left = iter(asked)

    async def work() -> None:
        for question in left:
            if seconds:
                await asyncio.sleep(seconds)
            said = accepted = question["answers"][0]
            exact, f1, equal = figures(said, accepted)
            row = {"id": question["id"], "answer": said, "exact": exact, "f1": f1, "equal": equal}
            os.write(journal, (json.dumps(row) + "\n").encode())
            kept.append((question["id"], said, exact, f1))

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    summary = {"n": len(kept), "exact": sum(row[2] for row in kept), "f1": sum(row[3] for row in kept) / len(kept)}
    with open(f"{out}/summary.json", "w", encoding="utf-8") as file:  # noqa: ASYNC230, PTH123 - as above
        json.dump(summary, file)
    with open(f"{out}/report.html", "w", encoding="utf-8") as file:  # noqa: ASYNC230, PTH123 - as above
        cells = (f"<tr><td>{row[0]}<td>{html.escape(row[1])}<td>{row[2]}<td>{row[3]:.2f}\n" for row in kept)
        file.write("<!doctype html><table>\n" + "".join(cells) + "</table>\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], float(sys.argv[2]), sys.argv[3]))
