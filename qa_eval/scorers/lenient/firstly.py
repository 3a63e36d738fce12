"""A date or figure that an answer opens with, where the accepted one stands further on: "In 1498, six years after the fall of 1492"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates import agrees
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import DATE_CLOSENESS, MAY_BE, nearest
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

AGREES = 0.3  # values.DATE_CLOSENESS from which on two dates have something in common
_LEAD = regex(
    r"\W*(?:(?:in|on|at|about|around|only|just|the|a total of|it's|it is|it was|there are) ){0,2}\W?", re.IGNORECASE
)
_ENDS = regex(r"[\w %°]{0,12}(?:[.;:](?:\s|$)|,\s(?!\d)(?!(?:or|and|to)\b)|,? (?:whereas|while|unlike|but)\b)")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_TAKEN_BACK = regex(r"\b(?:no|wait|sorry|actually|rather|correct\w*|mean|or|to be (?:exact|precise))\b", re.IGNORECASE)


def _counts(figure: Quantity, asked: Asked) -> bool:
    """Return whether a figure counts what the question counts: bare, or with its word."""
    return bool(asked.counted) and not figure.unit and (not figure.noun or form(figure.noun.lower()) in asked.counted)


def opens_with_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer opens with another date or figure, which ends there, and gives the accepted one later."""
    if asked.is_negated or not (asked.only_dates or asked.only_figures):
        return None
    lead = _LEAD.match(said.plain)
    start = lead.end() if lead else 0
    if asked.only_dates:
        first = said.dates[0] if said.dates else None
        if first is None or first.start != start or len(said.dates) == 1:
            return None
        end, near = first.end_offset, max(DATE_CLOSENESS.get(agrees(first, gold), 0.0) for _, gold in asked.dates)
        far = near < AGREES
    else:
        figure = said.figures[0] if said.figures else None
        if figure is None or figure.start != start or figure.high is not None:
            return None
        only_leads = figure.ordinal and not any(gold.ordinal for _, gold in asked.figures)  # "At first I wrote 13"
        if only_leads or (len(said.figures) == 1 and not _counts(figure, asked)):
            return None
        if " / " in figure.unit and not any(" / " in gold.unit for _, gold in asked.figures):
            return None  # "3 cents an acre, $15 million in all"
        if figure.dated or (not figure.unit and _YEAR.fullmatch(said.plain, figure.start, figure.end)):
            return None  # "In 2019, …" says when
        end, far = figure.end, nearest(figure, (gold for _, gold in asked.figures), asked, said) <= MAY_BE
    if not far or not _ENDS.match(said.plain, end) or _TAKEN_BACK.search(said.plain, end):
        return None
    return Decision(0.2, Reason.WRONG_DATE if asked.only_dates else Reason.WRONG_VALUE, "opens with another value")
