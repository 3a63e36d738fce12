"""Provisions of laws and contracts: "section 14(2)(b)", "§ 14 (2) (b)" and "paragraph (b) of subsection (2) of section 14" are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = {"§": "section", "sec": "section", "sect": "section", "s": "section", "art": "article", "cl": "clause", "reg": "regulation", "para": "paragraph"}  # fmt: skip
_STEP = r"(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5})"
_STEPS = rf"(?:\s?\({_STEP}\))*"
_PART = r"(?:(?:sub-?)?(?:section|paragraph|para|clause|item|sentence|point)\b\.?|subs\.|letter\b|lit\b\.?)"
_BELOW = rf"{_PART}\s*\(?{_STEP}\)?(?!\w){_STEPS}"
_PROVISION = regex(
    rf"(?P<above>(?:{_BELOW}\s+(?:of|in|under|to)\s+(?:the\s+)?){{0,4}})"
    rf"(?P<unit>§|(?<![\w.])(?:section|sect?|s(?=[.\s])|article|art|clause|cl|rule|regulation|reg|paragraph|para)\b|(?<![\w.])s(?=\d))\.?\s*(?P<number>\d{{1,4}}[a-z]{{0,2}}(?:\.\d{{1,3}})*)(?P<letter>(?<=\.\d)[a-z]|(?<=\.\d\d)[a-z])?(?![\w%])"
    rf"(?P<steps>{_STEPS})(?P<below>(?:,?\s+{_BELOW}){{0,4}})",
    re.IGNORECASE,
)
_PARTS = regex(rf"{_PART}\s*\(?(?P<step>{_STEP})\)?(?!\w)(?P<steps>{_STEPS})", re.IGNORECASE)
_ONE_STEP = regex(rf"\(({_STEP})\)", re.IGNORECASE)
_RANKS = {rank: number for number, rank in enumerate(ORDINALS[:11]) if number}
_RANKED = regex(
    rf"\b(?P<rank>{'|'.join(_RANKS)})\s+(?P<part>(?:sub-?)?(?:section|paragraph|sentence))\b", re.IGNORECASE
)
_MAY_BE = regex(r"§|\b(?:s|sec|art|cl|rule|reg|para)", re.IGNORECASE)


class Provision(NamedTuple):
    """What a provision is one of, its number and the steps below it, and its characters in the text."""

    unit: str
    steps: tuple[str, ...]
    start: int
    end: int


def with_numbers(text: str) -> str:
    """Return a text with the ranks of paragraphs as numbers.

    >>> with_numbers("Article 17, first paragraph")
    'Article 17, paragraph 1'
    """
    return _RANKED.sub(lambda found: f"{found['part']} {_RANKS[found['rank'].lower()]}", text)


def read_provisions(text: str) -> Iterator[Provision]:
    """Yield the provisions that a text gives, each down to the step that is told.

    >>> [(each.unit, each.steps) for each in read_provisions("paragraph (b) of subsection (2) of section 14, or Art. 6(1)")]
    [('section', ('14', '2', 'b')), ('article', ('6', '1'))]
    """
    for found in _PROVISION.finditer(text) if _MAY_BE.search(text) else ():
        unit = found["unit"].lower()
        above = [_steps_of(part) for part in _PARTS.finditer(found["above"])]
        below = [
            *_ONE_STEP.findall(found["steps"]),
            *(step for part in _PARTS.finditer(found["below"]) for step in _steps_of(part)),
        ]
        steps = [
            found["number"],
            *filter(None, (found["letter"],)),
            *below,
            *(step for part in reversed(above) for step in part),
        ]
        yield Provision(_SHORT.get(unit, unit), tuple(step.lower() for step in steps), *found.span())


def _steps_of(part: re.Match[str]) -> list[str]:
    return [part["step"], *_ONE_STEP.findall(part["steps"])]
