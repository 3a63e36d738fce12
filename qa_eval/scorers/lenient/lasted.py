"""How long something took, told by its first and last year: "1337–1453", for 116 years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_ASKED = regex(r"\b(?:how long|how many years|for how many)\b", re.IGNORECASE)


def is_told_by_its_ends(asked: Asked, said: Said) -> Decision | None:
    """Decide where years are accepted, and all that a short answer gives is one time from year to year."""
    golds = [gold for _, gold in asked.figures]
    if len(said.words) > SHORT or asked.is_negated or not all(gold.unit == "year" for gold in golds):
        return None
    if not _ASKED.search(asked.text) or len(said.dates) != 1:
        return None
    (time,) = said.dates
    if time.year is None or time.end is None or time.end.year is None or time.month or time.negated:
        return None
    if any(not time.start <= each.start < time.end_offset for each in said.figures):
        return None
    if any(gold.value == time.end.year - time.year for gold in golds):
        return Decision(0.9, Reason.EQUAL_VALUE, "lasts as long")
    return Decision(0.1, Reason.WRONG_VALUE, "lasts another time")
