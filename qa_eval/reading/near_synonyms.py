"""Words and expressions of which one may stand for another in a clause whose other words are the same: "hang" and "put up"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_OF_THINGS = "things:"


@cache
def near_synonyms() -> tuple[tuple[str, ...], ...]:
    """Return the lines, each of words that may stand for each other; a word may be in several.

    >>> any({"hang", "put up"} <= set(line) for line in near_synonyms()), any({"hang", "build"} <= set(line) for line in near_synonyms())
    (True, False)
    """
    return tuple(_forms(line.removeprefix(_OF_THINGS)) for line in _text().splitlines() if line and line[0] not in "#!")


@cache
def of_things_alone() -> frozenset[tuple[str, ...]]:
    """Return the lines of words that stand for each other where they are said of things, and not of persons.

    >>> any({"reject", "dismiss"} <= set(line) for line in of_things_alone())
    True
    """
    lines = (line for line in _text().splitlines() if line.startswith(_OF_THINGS))
    return frozenset(_forms(line.removeprefix(_OF_THINGS)) for line in lines)


@cache
def words_of_many_senses() -> tuple[str, ...]:
    """Return the words that stand for others of a line in another sense than that of synonyms.txt: one "drops" a plan.

    >>> "drop" in words_of_many_senses()
    True
    """
    return tuple(form for line in _text().splitlines() if line.startswith("! ") for form in _forms(line[2:]))


@cache
def _text() -> str:
    return Path(__file__).with_name("near_synonyms.txt").read_text(encoding="utf-8")


def _forms(line: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in line.split(","))
