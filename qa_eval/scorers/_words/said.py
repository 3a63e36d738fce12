"""Words of which a text says one: what they start with is looked for first, so that most patterns are never compiled."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GROUP = "(?:"
LETTERS = 5  # by which words are looked for
_BETWEEN = re.compile(r"[^\w-]+")
_LETTER = re.compile(r"[a-z ]")
_REPEATED = ("*", "+", "{")
_LOOKBEHIND = re.compile(r"\(\?<[=!][^()]*\)")


class Words(NamedTuple):
    """Words as one pattern, and what each of them starts with behind a space."""

    starts: tuple[str, ...]
    pattern: re.Pattern[str]

    def said_in(self, text: str) -> re.Match[str] | None:
        """Return where a text says one of the words."""
        spaced = _spaced(text)
        return self.pattern.search(text) if any(start in spaced for start in self.starts) else None


class Table:
    """Rows of words of a kind each; told which of them a text says, it looks for few of them."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self.rows = tuple(tuple(map(words_of, row)) for row in rows)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for place, row in enumerate(self.rows):
            for at, words in enumerate(row):
                for start in {start.split()[0] if start.strip() else "" for start in words.starts}:
                    self._places.setdefault(start, []).append((place, at))

    def said_in(self, text: str) -> dict[int, dict[int, re.Match[str]]]:
        """Return where a text says words of the table, by row and place in the row, each in their order."""
        words = _spaced(text).split()
        starts = {"", *(word[:length] for word in words for length in range(1, LETTERS + 1))}
        places = {place for start in starts for place in self._places.get(start, ())}
        found: dict[int, dict[int, re.Match[str]]] = {}
        for place, at in sorted(places):
            if match := self.rows[place][at].said_in(text):
                found.setdefault(place, {})[at] = match
        return found


def words_of(alternatives: str) -> Words:
    """Return whole words, written as alternatives of a regular expression."""
    starts = {f" {start}" for start in _starts(alternatives)}
    return Words(tuple(sorted(starts)), whole_words(alternatives))


def whole_words(alternatives: str) -> re.Pattern[str]:
    """Return the pattern of whole words, written as alternatives of a regular expression."""
    return regex(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=64)
def _spaced(text: str) -> str:
    """Return a text in lower case with a space before each word."""
    return f" {_BETWEEN.sub(' ', text.lower())}"


def _starts(alternatives: str) -> Iterator[str]:
    """Yield what words may start with, as far as it is certain and not longer than needed.

    >>> sorted(_starts("(?:re-?)?open(?:ed)?|w[io]n|(?:went|go) public|(?<=be )cut|t(?:ake|ook)"))
    ['cut', 'go pu', 'open', 'opene', 're', 'take', 'took', 'went ', 'win', 'won']
    """
    for part in _top_level(alternatives):
        yield from _heads(part, "")


def _heads(part: str, before: str) -> Iterator[str]:
    """Yield what ``part`` of a pattern may start with, each behind ``before``."""
    if behind := _LOOKBEHIND.match(part):
        yield from _heads(part[behind.end() :], before)
        return
    one, rest = _first(part)
    if not one or len(before) >= LETTERS or rest.startswith(_REPEATED):
        yield before
        return
    if rest.startswith("?"):
        rest = rest[1:]
        yield from _heads(rest, before)
    for head in one:
        yield from _heads(head + rest, before) if len(head) > 1 else _heads(rest, before + head)


def _first(part: str) -> tuple[tuple[str, ...], str]:
    """Return the ways in which a part of a pattern begins, none where they are not plain, and the rest of it."""
    if part.startswith(_GROUP):
        end = _end_of_group(part)
        return tuple(_top_level(part[len(_GROUP) : end])), part[end + 1 :]
    if part.startswith("["):
        end = part.index("]")
        letters = part[1:end]
        return (tuple(letters) if letters.isalpha() else ()), part[end + 1 :]
    return ((part[0],) if _LETTER.match(part) else ()), part[1:]


def _end_of_group(part: str) -> int:
    depth = 0
    for place, letter in enumerate(part):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return place
    raise ValueError(f"a group is not closed: {part}")


def _top_level(alternatives: str) -> Iterator[str]:
    """Yield the alternatives of a regular expression that stand in no group."""
    depth, start = 0, 0
    for place, letter in enumerate(alternatives + "|"):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            yield alternatives[start:place]
            start = place + 1
