"""One end of an accepted range, alone or with another end: "15 cm" and "15 to 25 cm" are not "15 to 20 cm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.values import ONE_END, nearest

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

NARROW = 0.03  # of its lower end, between the ends of a range that is as good as one figure


def is_one_end(asked: Asked, said: Said) -> Decision | None:
    """Decide where only ranges are accepted and a short answer gives one end of one, as all there is or of another range."""
    if len(said.figures) != 1 or len(said.words) > SHORT or not asked.figures:
        return None
    (one,), golds = said.figures, [gold for _, gold in asked.figures]
    if one.approximate or any(gold.high is None for gold in golds):
        return None
    if any(gold.high - gold.value <= NARROW * abs(gold.value) for gold in golds if gold.high is not None):
        return None  # "every 76 years", for every 75–76
    if one.high is not None:
        another = nearest(one, golds, asked, said) == ONE_END
        return Decision(0.15, Reason.WRONG_VALUE, "another end than that of the accepted range") if another else None
    ends = {(end, unit) for gold in golds for end in (gold.value, gold.high) for unit in ("", gold.unit)}
    if (one.value, one.unit) not in ends:
        return None
    return Decision(0.15, Reason.LESS_PRECISE, "only one end of the accepted range")
