"""Questions with lettered choices, and answers in lettered parts: "(B) Paris", "(a) 3 m (b) 5 s"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPTION = re.compile(r"(?:^|(?<=[\s,;?:.]))[(\[]?([A-J])[).\]:]\s*(?=\S)")
_LETTERS = re.compile(r"[(\[{]?\s*([A-J](?:\s*(?:,|and|&|;|\s)\s*[A-J]){0,7})\s*[)\]}]?[.:]?")
_RUN = re.compile(r"[A-J]{2,6}")
_LEADING = re.compile(r"\W*(?:option|choice|answer)?\s*[(\[]?([A-J])(?:[)\]:]|\.(?!\w)|\s+[-–—]\s)", re.IGNORECASE)
_POINTED = re.compile(
    r"\b(?:[Oo]ption|[Cc]hoice|[Aa]nswer(?:\s+is)?|[Ss]elect|[Cc]hoose)\s*:?\s*\**[(\[]?([A-J])\b(?![\w'])"
)
_BRACKETED = re.compile(r"\(([A-J])\)")
_PART = re.compile(r"(?:^|(?<=[\s,;.]))\(?([a-h]|[ivx]{1,4}|[1-9])\)\s*")
_FIRST = frozenset(("a", "i", "1"))


@lru_cache(maxsize=4096)
def options_of(question: str) -> Mapping[str, str]:
    """Return the lettered choices of a question; empty when it has none.

    >>> dict(options_of("Which city? (A) Rome (B) Paris"))
    {'A': 'Rome', 'B': 'Paris'}
    """
    marks = list(_OPTION.finditer(question))
    ends = [*(mark.start() for mark in marks[1:]), len(question)]
    found: dict[str, str] = {}
    for mark, end in zip(marks, ends if marks else (), strict=True):
        if mark[1] == chr(ord("A") + len(found)):
            found[mark[1]] = question[mark.end() : end].strip(" ,;\n.")
    return found if len(found) > 1 else {}


def letters_of(text: str, options: Mapping[str, str]) -> frozenset[str]:
    """Return the letters that an answer chooses; empty when it chooses by none.

    >>> options = {"A": "Rome", "B": "Paris"}
    >>> [sorted(letters_of(text, options)) for text in ("B", "(B) Paris", "Option A is right", "A city in France")]
    [['B'], ['B'], ['A'], []]
    """
    bare = text.strip().strip("*$ \n")
    whole = _LETTERS.fullmatch(bare)
    if whole:
        return frozenset(letter for letter in whole[1] if "A" <= letter <= "J")
    if options and _RUN.fullmatch(bare) and options.keys() >= set(bare):
        return frozenset(bare)
    leading = _LEADING.match(bare)
    if leading and leading[1].isupper():
        return frozenset((leading[1],))
    pointed = _POINTED.findall(bare)
    if pointed:
        return frozenset(pointed[-1:])
    bracketed = frozenset(_BRACKETED.findall(bare))
    return bracketed if options and len(bracketed) == 1 else frozenset()


@lru_cache(maxsize=4096)
def parts_of(text: str) -> Mapping[str, str]:
    """Return the lettered or numbered parts of an answer, at least two that begin with the first; else none.

    >>> dict(parts_of("(a) 3 m/s (b) 5 s")), dict(parts_of("in 1953 (b)"))
    ({'a': '3 m/s', 'b': '5 s'}, {})
    """
    marks = list(_PART.finditer(text))
    if len(marks) < 2 or marks[0][1] not in _FIRST or len({mark[1] for mark in marks}) < len(marks):  # noqa: PLR2004 - one is no list
        return {}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return {mark[1]: text[mark.end() : end].strip(" ,;\n") for mark, end in zip(marks, ends, strict=True)}
