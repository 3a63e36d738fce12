"""Words and expressions that mean the same in practically any sentence, by what they are: "begin" and "commence"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

SMALL, DONE, LIKE, THINGS = "small words", "what is done or happens", "what things are like", "things"


@cache
def synonyms(heading: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines under a heading; the first word or expression of each stands for all of it.

    >>> next(line for line in synonyms(DONE) if "commence" in line)
    ('begin', 'start', 'commence', 'beginning')
    """
    text = Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8")
    section = text.partition(f"# {heading}\n")[2].partition("\n# ")[0]
    return tuple(tuple(form.strip() for form in line.split(",")) for line in section.splitlines() if line.strip())
