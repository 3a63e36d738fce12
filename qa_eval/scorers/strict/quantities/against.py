"""What speaks against an answer whose figure is right: another measure, another thing counted, another frequency."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.doses import BY_TIME
from qa_eval.scorers.strict.parts.contests import won_by_the_other
from qa_eval.scorers.strict.quantities.bases import of_another_base
from qa_eval.scorers.strict.quantities.bodies import of_another_body
from qa_eval.scorers.strict.quantities.counted import (
    begins_at,
    counts_another,
    is_another_figure,
    is_short_of,
)
from qa_eval.scorers.strict.quantities.extras import extra_against
from qa_eval.scorers.strict.quantities.kinds import is_of_another_kind
from qa_eval.scorers.strict.quantities.measured import measures_otherwise
from qa_eval.scorers.strict.quantities.other_sizes import of_another_size
from qa_eval.scorers.strict.quantities.partly import is_part_elsewhere
from qa_eval.scorers.strict.quantities.recurring import frequency_against, portion_against
from qa_eval.scorers.strict.quantities.scales import of_another_scale
from qa_eval.scorers.strict.quantities.wholes import of_another_whole
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.scorers.strict.quantities.asked import Asked


def said_against(text: str, asked: Asked) -> Closeness | None:
    """Return what speaks against an answer whose figure is right; None for nothing."""
    unit = asked.unit
    return (
        (is_short_of(text, asked.told) if unit in {"", "year"} else None)
        or extra_against(text, asked.answer)
        or of_another_whole(text, asked.told)
        or of_another_base(text, asked.answer, asked.question)
        or is_part_elsewhere(text, asked.question, asked.answer)
        or begins_at(text, asked.told)
        or is_another_figure(text, asked)
        or is_of_another_kind(text, asked)
        or measures_otherwise(text, asked.told)
        or of_another_body(text, asked.bodies)
        or of_another_scale(text, asked.told)
        or counts_another(text, asked.question)
        or of_another_size(text, asked.question)
        or _won_by_the_other(text, asked.question)
        or _as_often(text, asked)
    )


def _as_often(text: str, asked: Asked) -> Closeness | None:
    if asked.unit.startswith("1 / "):
        return portion_against(text, asked.answer)
    if not asked.unit or asked.unit == "hertz" or BY_TIME.search(asked.unit):
        return None
    return frequency_against(text, asked.answer, asked.question)


def _won_by_the_other(text: str, question: str) -> Closeness | None:
    turned = won_by_the_other(text, question)
    return Closeness(Reason.CONTRADICTION, f'says "{turned}"') if turned else None


against_briefly = lru_cache(maxsize=8192)(said_against)  # short answers recur
