"""Dates of an answer, written as the accepted one is: times with a colon, a weekday by its name alone, a century by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_MONTH, DAYS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.dates.centuries import with_centuries
from qa_eval.scorers.strict.dates.known_dates import is_weekday, with_colon
from qa_eval.scorers.strict.dates.weekdays import as_bare_weekday

_CLOSED = regex(r"\b(?:closed?|shut)\b", re.IGNORECASE)
# "open daily except Mondays", where it is asked when it is closed
_OPEN_BUT = regex(
    r"\bopen\s+(?:daily|every day|all week|seven days a week|on all days)\b[^.;!?]*?,?\s+(?:except|but(?: not)?|bar|apart from|other than)\s+(?:for\s+)?(?:on\s+)?",
    re.IGNORECASE,
)
# "2019's second quarter"
_OF_YEAR = regex(
    rf"\b(?P<year>(?:1[5-9]|20)\d\d)['’]s\s+(?P<part>(?:(?:first|second|third|fourth|last)\s+(?:quarter|half)|Q[1-4]|spring|summer|autumn|fall|winter|{A_MONTH})\b)",
    re.IGNORECASE,
)
# "May's second Sunday"
_OF_MONTH = regex(
    rf"\b(?P<month>{A_MONTH})['’]s\s+(?P<day>(?:first|second|third|fourth|fifth|last|final)\s+(?:{'|'.join(DAYS)}|weekend|day))\b",
    re.IGNORECASE,
)

if TYPE_CHECKING:
    from qa_eval.reading.dates import DateValue


def written_alike(text: str, accepted: DateValue | None, question: str) -> str:
    """Return an answer with its dates written as the accepted one is, as far as they are alike.

    >>> from qa_eval.reading.dates import read_date
    >>> written_alike("last Friday", read_date("Friday"), "When did it open?"), written_alike("XII century", read_date("9th century"), "When was it?")
    ('Friday', '12th century')
    """
    text = with_colon(text)
    if "s " in text:
        text = _OF_YEAR.sub(r"\g<part> of \g<year>", text)
        text = _OF_MONTH.sub(r"the \g<day> of \g<month>", text)
    if accepted is None or len(text) > SHORT:
        return text
    if " open " in f" {text} " and _CLOSED.search(question):
        text = _OPEN_BUT.sub("closed on ", text)
    if accepted.century is not None:
        return with_centuries(text, question)
    return as_bare_weekday(text, question) if accepted.relative and is_weekday(accepted.relative) else text
