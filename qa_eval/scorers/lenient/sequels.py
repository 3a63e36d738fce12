"""A number behind the accepted title of a work, which makes it another one: "Night Harbour 2", for Night Harbour."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import CARDINALS, NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_WORK_ASKED = regex(
    r"\b(?:film|movie|game|novel|book|album|song|series|show|play|musical|comic|cartoon)s?\b", re.IGNORECASE
)
_NUMBERED_ASKED = regex(
    r"\b(?:sequel|prequel|second|third|fourth|fifth|part|volume|instal?lment|[2-9])\b", re.IGNORECASE
)
_NUMBER = regex(
    r"[\"']?:? (?:(?:part|volume|chapter|episode) )?(?:[2-9]|1\d|two|three|four|II|III|IV|V|VI)(?![\w%,]|[.:]\d| [a-z]{4,})",
    re.IGNORECASE,
)


_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_N = rf"\d{{1,2}}|{'|'.join(sorted(_ROMANS[1:], key=len, reverse=True))}|{'|'.join(CARDINALS[1:11])}"
_PART = regex(rf"\w.*?\b(?:part|vol(?:ume|\.)?|chapter|episode) (?P<number>{_N})\b", re.IGNORECASE)
_TOLD_PART = regex(
    rf"\b(?:part|vol(?:ume|\.)?|chapter|episode) (?P<number>{_N})\b|(?<=\w )(?P<last>{_N})(?=\W*(?:\Z|\())",
    re.IGNORECASE,
)
_RANKED = regex(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|sequel|prequel|1st|2nd|3rd|[4-9]th)\b", re.IGNORECASE
)


def is_another_part(asked: Asked, said: Said) -> Decision | None:
    """Decide where every accepted title is that of a part, and an answer gives no part or another one: "The Harbour" for The Harbour: Part II."""
    if len(said.words) > SHORT or not asked.listed:
        return None
    wanted = _parts_of(asked.listed)
    if not wanted:
        return None
    told = {_number(found["number"] or found["last"]) for found in _TOLD_PART.finditer(said.plain)}
    return (
        None
        if wanted & told or _RANKED.search(said.plain)
        else Decision(0.2, Reason.WRONG_NAME, "another part, or none")
    )


@lru_cache(maxsize=512)
def _parts_of(titles: tuple[str, ...]) -> frozenset[int]:
    """Return the numbers of the parts that some titles are of; none where one is of no part."""
    parts = [_PART.search(text) for text in titles]
    return frozenset(_number(part["number"]) for part in parts if part) if all(parts) else frozenset()


def _number(written: str) -> int:
    low = written.lower()
    if low.isdecimal():
        return int(low)
    return _ROMANS.index(low) if low in _ROMANS else NUMBER_OF.get(low, 0)


def is_a_sequel(asked: Asked, said: Said) -> Decision | None:
    """Decide where a work is asked for, and its accepted title stands with a number behind it only."""
    if asked.has_digits or not _WORK_ASKED.search(asked.text) or _NUMBERED_ASKED.search(asked.text):
        return None
    spans = mentions(asked, said) if _NUMBER.search(said.plain) else []
    if spans and all(_NUMBER.match(said.plain, end) for _, end in spans):
        return Decision(0.15, Reason.WRONG_NAME, "the accepted title with a number behind it")
    return None
