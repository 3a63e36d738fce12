"""Dates that an answer only puts something before or after: "before 4 May 1911", for 4 May 1911."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Bound, Reason
from qa_eval.reading.dates import agrees
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.values import DATE_CLOSENESS
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LONG = 40  # words of an answer that may tell of something else
CONFLICT = 0.15  # values.DATE_CLOSENESS of another year
AGREES = 0.5  # values.DATE_CLOSENESS from which on two dates may be the same
_LIMIT = regex(
    r"\b(?:(?P<before>before|prior to|(?<!no )(?<!not )earlier than)|(?P<after>(?:(?:not|never) )?(?:until )?after|(?<!no )(?<!not )later than|following))(?: about| the)? *\Z",
    re.IGNORECASE,
)
_LIMITS = frozenset(map(form, ("before", "after", "prior", "earlier", "later", "following")))
_ENDS = regex(r"\s*(?:[.,;:!?)]|\Z)")  # "after the 1957 season" is still that year
_BEFORE_ASKED = regex(
    r"\b(?:before|by when|by what|by which|until|till|deadline|due|expir\w*|latest|no later)\b", re.IGNORECASE
)
_AFTER_ASKED = regex(r"\b(?:after|since|earliest|from when|from what|following)\b", re.IGNORECASE)
_UNTIL_ASKED = regex(
    r"\b(?:until|till|to|up to|by) (?:when|what|which)\b|\bhow long will\b|\b(?:deadlines?|due|expires?|runs? out)\b",
    re.IGNORECASE,
)
_SINCE_ASKED = regex(
    r"\b(?:since|from) (?:when|what|which)\b|\bhow long (?:has|have|had)\b|\b(?:begin|start|open)s?\b", re.IGNORECASE
)
_UNTIL = regex(r"\b(?:until|till|up to|through)(?: about| the| early| late| end of)* *\Z", re.IGNORECASE)
_SINCE = regex(r"\b(?:since|from|starting|beginning)(?: in| on| about| the)* *\Z", re.IGNORECASE)


_WITHIN = regex(r"\W*(?:within|inside|in under|in less than)\b", re.IGNORECASE)
_BEYOND = regex(r"(?<!not )(?<!no )\b(?:after|beyond|past|(?:later|longer) than)(?: about| some)? *\Z", re.IGNORECASE)


def is_turned_limit(asked: Asked, said: Said) -> Decision | None:
    """Decide where it is asked since when something holds and the answer tells until when, or the other way round."""
    if not asked.only_dates or not said.dates or len(said.words) > SHORT or asked.is_negated:
        return None
    since, until = _SINCE_ASKED.search(asked.text), _UNTIL_ASKED.search(asked.text)
    if bool(since) == bool(until) or any(
        _UNTIL.search(f"{each.text[: gold.start]}") for each in asked.wanted for gold in (each.date,) if gold
    ):
        return None
    other = _UNTIL if since else _SINCE
    if not all(other.search(said.plain, 0, date.start) and date.end is None for date in said.dates):
        return None
    return Decision(0.15, Reason.WRONG_DATE, "the other limit of the time that is asked for")


def is_only_bounded(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer says no more than that it was before or after the accepted date, a longer one of something else."""
    if 2 * len(asked.dates) < max(1, len(asked.wanted)) or said.bag.isdisjoint(_LIMITS) or len(said.words) > LONG:
        return None
    if asked.is_negated or not said.dates:
        return None
    another = len(said.words) > SHORT and _gives_another(asked, said)
    if len(said.words) > SHORT and not another:
        return None
    wanted = " ".join([asked.text, *(each.text for each in asked.wanted)])
    for date in said.dates:
        limit = right_before(_LIMIT, said.plain, date.start)
        fits = any(DATE_CLOSENESS.get(agrees(date, gold), 0.0) >= AGREES for _, gold in asked.dates)
        if another and not fits:
            continue
        if limit is None or not fits or not _ENDS.match(said.plain, date.end_offset):
            return None  # a date of its own
        if (_BEFORE_ASKED if limit["before"] else _AFTER_ASKED).search(wanted):
            return None
    return Decision(0.15, Reason.WRONG_DATE, "only before or after the accepted date")


def is_after_the_limit(asked: Asked, said: Said) -> Decision | None:
    """Decide where something is done within a time and an answer says after how long: "after 24 hours", for within 24 hours."""
    if len(said.words) > SHORT or not all(_WITHIN.match(each.text) for each in asked.wanted):
        return None
    if not all(each.bound is Bound.MORE_THAN or right_before(_BEYOND, said.plain, each.start) for each in said.figures):
        return None
    return Decision(0.1, Reason.WRONG_BOUND, "after how long, not within which time")


def _gives_another(asked: Asked, said: Said) -> bool:
    """Return whether the first date of an answer conflicts with the accepted ones, and is no limit itself."""
    first = said.dates[0]
    near = max(DATE_CLOSENESS.get(agrees(first, gold), 0.0) for _, gold in asked.dates)
    return near <= CONFLICT and not first.negated and right_before(_LIMIT, said.plain, first.start) is None
