"""Figures of an answer that tell a moment, and no amount: the 1240 of "1240 BC", the 2 of "2 pm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure

_MOMENT = regex(
    r"\s*(?:(?:B\.?C|A\.?D|B\.?C\.?E|C\.?E)\b\.?|[ap]\.?m\b\.?|o['’]clock\b)"
    r"|(?i:(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)\b)"
)


def tells_moment(figure: Quantity, text: str, accepted: AcceptedFigure) -> bool:
    """Return whether a figure is that of a year, day or time of day by what stands behind it, where an amount is accepted."""
    if not figure.dated or figure.unit or accepted.figure.dated:
        return False
    amount = accepted.figure.unit or accepted.figure.noun
    return bool(amount) and _MOMENT.match(text, figure.end) is not None
