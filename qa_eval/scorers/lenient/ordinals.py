"""Numbered things of which an answer gives another, and the accepted one beside: "the Sixth Act, two years after the Fifth"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LONG = 40  # words of an answer that may tell of something else
_BESIDE = regex(
    r"\b(?:after|before|with|follow(?:s|ed|ing)?|preced(?:es?|ed|ing)|replac(?:es?|ed|ing)|repeal(?:s|ed|ing)?|than|unlike|alongside|since|until)\s+(?:(?:the|his|her|its|their)\s+)?\Z",
    re.IGNORECASE,
)
_NOUN = regex(r"\s+(?P<noun>[^\W\d_]+)")
_OF_IT = regex(r"\s*,?\s*\b(?:which|that|who|whose|when|where)\b")


def is_beside_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer gives another one by its ordinal and noun, and says only that it came after the accepted one, or the like."""
    told = [each for each in said.figures if each.ordinal]
    if len(told) < 2 or len(said.words) > LONG or asked.is_negated:  # noqa: PLR2004 - the one and the other
        return None
    wanted = [(each.text, figure) for each in asked.wanted for figure in each.figures if figure.ordinal]
    if len(wanted) < len(asked.wanted) or not wanted:
        return None
    values, nouns = {figure.value for _, figure in wanted}, {_noun(text, figure) for text, figure in wanted}
    first, own = told[0], [each for each in told if each.value in values]
    if first.value in values or first.negated or not own or _noun(said.plain, first) not in nouns - {""}:
        return None
    if right_before(_BESIDE, said.plain, first.start) or not all(_is_beside(each, nouns, said) for each in own):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "the accepted one only beside another")


def _is_beside(figure: Quantity, nouns: set[str], said: Said) -> bool:
    """Return whether an ordinal only says what another one came after or before."""
    if right_before(_BESIDE, said.plain, figure.start) is None:
        return False
    return _noun(said.plain, figure) not in nouns and _OF_IT.match(said.plain, figure.end) is None


def _noun(text: str, figure: Quantity) -> str:
    match = _NOUN.match(text, figure.end)
    return form(match["noun"].lower()) if match else ""
