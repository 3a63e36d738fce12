"""Answers in lettered or numbered parts, "(a) 3 m/s (b) 5 s": each is the answer to its own part."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

PART = regex(r"(?:^|(?<=[\s,;.]))\(?([a-h]|[ivx]{1,4}|[1-9])\)\s*|(?:^|(?<=\n))([a-h])\.\s+")
_FIRST = frozenset(("a", "i", "1"))


@lru_cache(maxsize=512)
def parts_of(text: str) -> Mapping[str, str]:
    """Return the lettered or numbered parts of an answer, at least two that begin with the first; else none.

    >>> dict(parts_of("(a) 3 m/s (b) 5 s")), dict(parts_of("in 1953 (b)"))
    ({'a': '3 m/s', 'b': '5 s'}, {})
    """
    marks = [mark for mark in PART.finditer(text) if "(" in mark[0] or not _is_within(text, mark.start())]
    labels = [mark[1] or mark[2] for mark in marks]
    if len(marks) < 2 or labels[0] not in _FIRST or len(set(labels)) < len(marks):  # noqa: PLR2004 - one is no list
        return {}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    spans = zip(labels, marks, ends, strict=True)
    return {label: text[mark.end() : end].strip(" ,;\n") for label, mark, end in spans}


def _is_within(text: str, place: int) -> bool:
    """Return whether a bracket is open at a place: the 4) of "(x - 4)" is no label."""
    return text.count("(", 0, place) > text.count(")", 0, place)


def same_parts(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives for each part what is accepted, word for word, or for some what is for others; None elsewhere.

    >>> [same_parts(said, "(a) 3 m/s (b) 5 s") for said in ("a) 3 m/s b) 5 s", "(a) 5 s (b) 3 m/s", "(a) 3 m/s (b) 6 s")]
    [True, False, None]
    """
    wanted, said = ({label: part.casefold() for label, part in parts_of(text).items()} for text in (accepted, answer))
    if not wanted or sorted(said.values()) != sorted(wanted.values()):
        return None
    return said == wanted
