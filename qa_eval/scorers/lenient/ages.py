"""Ages by the next birthday: somebody who died "a few weeks before turning 32" was 31."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

REACH = 4  # characters between "turning" and the age
_ASKED = regex(r"\b(?:how old|age)\b", re.IGNORECASE)
_SHORT_OF = regex(
    r"\b(?:days?|weeks?|months?|shortly|just|right|not long|soon) (?:before (?:(?:his|her|its|their|the) (?=\S+ birthday)|(?:he|she|it|they) (?:would have )?(?:turned|reached) |turning |reaching |becoming )|(?:short|shy) of (?:(?:turning|being|his|her) )?)",
    re.IGNORECASE,
)


def is_before_a_birthday(asked: Asked, said: Said) -> Decision | None:
    """Decide where an age is asked for and an answer tells by which birthday it was not reached yet."""
    if not _ASKED.search(asked.text) or len(said.words) > TWO * SHORT or asked.is_negated:
        return None
    short = _SHORT_OF.search(said.plain)
    told = [each for each in said.figures if short and short.end() <= each.start <= short.end() + REACH]
    if not told or told[0].value.denominator > 1:
        return None
    golds = {gold.value for _, gold in asked.figures}
    if any(each.value in golds for each in said.figures if each is not told[0] and not each.ordinal):
        return None
    if told[0].value - 1 in golds:
        return Decision(0.9, Reason.EQUAL_VALUE, "the same age")
    return Decision(0.15, Reason.WRONG_VALUE, "another age")
