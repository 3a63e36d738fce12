"""Figures that an answer gives each to another one: the 27% of "19% came from Europe and 27% from Asia", where Europe is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import is_form, is_strange
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_BEHIND = regex(r"(?:\s+[a-z]+){0,2}?\s+(?:from|in|for|to|by) (?:the )?(?=[A-Z])")
_TO_A_THING = regex(
    r"(?:\s+(?:is|are|was|were|goes|go|went|comes?|came|held|invested|spent|put|made up|kept|sits?|lies)){0,2}\s+(?:in|on|for|to|from|by) (?:the )?(?P<thing>[a-z]{3,})\b"
)
_ANOTHER = regex(r"(?:,? (?:and|while|whereas|but)|;) (?:the|an?) (?P<thing>[a-z]+) (?:has|have|had)\s+\Z")
_BEFORE = regex(r"(?P<who>[A-Z][\w'-]*[a-z][\w'-]*)(?:\s?[:=–-]\s?|(?: [a-z]+){0,3} )\Z")


def is_given_to_another(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is told of another name than the question's, and another figure is told of that one."""
    if len(said.figures) < 2:  # noqa: PLR2004 - one other
        return False
    if _is_of_another_thing(figure, asked, said):
        return True
    if not asked.names or not figure.unit:
        return False
    mine = _owner(figure, said)
    if not mine or mine in asked.names or mine in asked.forms:
        return False
    others = (each for each in said.figures if each.unit == figure.unit and each.value != figure.value)
    return any(_owner(each, said) in asked.names for each in others)


def _is_of_another_thing(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is told of a thing that the question does not name, and another of one that it does: "60% is in bonds, 20% in shares"."""
    mine = _thing(figure, said)
    if mine is None or not is_strange(mine, asked) or any(is_form(mine, stem) for stem in asked.verb_stems):
        return False
    others = (each for each in said.figures if each.unit == figure.unit and each.value != figure.value)
    return any(thing is not None and thing.form in asked.forms for thing in (_thing(each, said) for each in others))


def _thing(figure: Quantity, said: Said) -> Word | None:
    """Return the word in small letters that a figure is told of, behind a preposition; None for none."""
    behind = _TO_A_THING.match(said.plain, figure.end)
    return next((word for word in said.words if behind and word.start == behind.start("thing")), None)


def _owner(figure: Quantity, said: Said) -> str:
    """Return the form of the name that a figure is told of: the one behind it and "from" or "in", else the one right before it."""
    behind = _BEHIND.match(said.plain, figure.end)
    if behind:
        return next((word.form for word in said.words if word.start >= behind.end()), "")
    start = max((each.end for each in said.figures if each.end <= figure.start), default=0)
    before = _BEFORE.search(said.plain, start, figure.start)
    name = next((word for word in said.words if before and word.start == before.start()), None)
    return name.form if name is not None and name.form not in SMALL else ""


def is_counted_of_another(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a bare count is told of another thing behind a bare count of the one asked about: "It has 5, and the cello has 4"."""
    if not asked.is_count or figure.unit or figure.noun or len(said.figures) < 2:  # noqa: PLR2004 - one other
        return False
    before = next((each for each in reversed(said.figures) if each.end <= figure.start), None)
    if before is None or before.unit or before.ordinal or before.value == figure.value:
        return False
    told = _ANOTHER.search(said.plain, before.end, figure.start)
    thing = next((word for word in said.words if told and word.start == told.start("thing")), None)
    return thing is not None and is_strange(thing, asked)
