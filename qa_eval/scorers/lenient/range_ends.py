"""One end of an accepted range, alone: "15 cm" is not "15 to 20 cm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Bound, Reason
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

NARROW = 0.03  # of its lower end, between the ends of a range that is as good as one figure


def is_one_end(asked: Asked, said: Said) -> Decision | None:
    """Decide where only ranges are accepted and a short answer gives one end of one, as all there is."""
    if len(said.figures) != 1 or len(said.words) > SHORT or not asked.figures:
        return None
    (one,), golds = said.figures, [gold for _, gold in asked.figures]
    if (
        one.high is not None
        or one.approximate
        or one.bound is not Bound.NONE
        or any(gold.high is None for gold in golds)
    ):
        return None
    if any(gold.high - gold.value <= NARROW * abs(gold.value) for gold in golds if gold.high is not None):
        return None  # "every 76 years", for every 75–76
    ends = {(end, unit) for gold in golds for end in (gold.value, gold.high) for unit in ("", gold.unit)}
    if (one.value, one.unit) not in ends:
        return None
    return Decision(0.15, Reason.LESS_PRECISE, "only one end of the accepted range")
