"""The date of the first, last or largest that a question asks for, told in words of its own: "one tried in 1953; the first success was in 1956"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason, Verdict
from qa_eval.reading.dates import agrees
from qa_eval.reading.dates.due import read_due
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import DATE_CLOSENESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Question
    from qa_eval.reading.dates.due import Due
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.polar import Decided
    from qa_eval.scorers.lenient.said import Said

SHOWN = 200
_LATER = frozenset(("after", "from", "since"))
OTHER = 0.3  # values.DATE_CLOSENESS up to which two dates conflict
AGREES = 0.5  # from which on two may be the same
REACH = 4  # characters between "was in" and its date
_RANKED = regex(
    r"(?:\A|[;,.]\s|\band |\bbut )\s*(?:but |and |while )?the (?:very )?(?P<rank>first|last|second|third|final|best|worst|peak|low|high|record|most|least|[a-z]{2,}(?<!har)(?<!for)(?<!inter)(?<!pro)(?<!con)(?<!requ)est)(?: (?!date\b)[\w'-]+){0,3}"
    r"(?: (?:is|was|came|comes|took place|happened|followed|opened|occurred|fell)(?: (?:only|later|not until))?(?: (?:in|on))?| (?:in|on)) ",
    re.IGNORECASE,
)


def is_ranked_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer gives another date to the first, last or largest that is asked for, and the accepted one elsewhere."""
    if not asked.only_dates or len(said.dates) < 2 or asked.is_negated:  # noqa: PLR2004 - one and another
        return None
    for ranked in _RANKED.finditer(said.plain):
        told = next((each for each in said.dates if ranked.end() <= each.start <= ranked.end() + REACH), None)
        if told is None or not re.search(rf"\b{ranked['rank']}\b", asked.text, re.IGNORECASE):
            continue
        near = max(DATE_CLOSENESS.get(agrees(told, gold), 0.0) for _, gold in asked.dates)
        if near >= AGREES:
            return None
        if near <= OTHER:
            return Decision(0.2, Reason.WRONG_DATE, f"gives another date to the {ranked['rank'].lower()}")
    return None


def same_due(question: Question, text: str, dues: Sequence[Due]) -> Decided | None:
    """Decide where deadlines by a day of a period are accepted and an answer tells one: "no later than working day five of the next month"."""
    said = read_due(text)
    if said is None:
        return None
    told, read = f"accepted {question.accepted[0]}", text[:SHOWN]
    if not any(map(said.is_same_day, dues)) or said.way in _LATER:
        return Verdict.INCORRECT, 0.1, Reason.WRONG_DATE, f"another day, {told}", read
    if said.way in ("by", ""):
        return Verdict.CORRECT, 0.95, Reason.SAME_DATE, f"the same deadline, {told}", read
    return None
