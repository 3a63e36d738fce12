"""Accepted texts that say how often something is, and nothing else: "twice a day", "two tablets a day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.frequencies import rates_of, read_frequency, read_portion
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.so_often import deeds_as_times
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Question

_DURATION = regex(r"(?:after )?(?P<span>\d+ [a-z]+)\W*", re.IGNORECASE)  # "30 minutes" for every 30 minutes
# "on two days a week"
_ON_DAYS = regex(
    r"\b(?:on\s+)?(?P<many>\d|one|two|three|four|five|six)\s+days?\s+(?=(?:an?|per|each|every|in an?)\s+(?:week|month|year)\b)",
    re.IGNORECASE,
)
_BOUND = regex(r"\b(?:at least|at most|up to|more than|less than|no more than|not more than)\b", re.IGNORECASE)
_OPEN = regex(r"\b(?:or|not|never|no|at least|at most|up to|more|less)\b", re.IGNORECASE)

_HOW_OFTEN = regex(
    r"\A\s*when\b|\bhow (?:often|frequently|regularly)\b|\bwhat intervals?\b|\bfrequency\b", re.IGNORECASE
)


def says_how_often(question: Question) -> bool:
    """Return whether the accepted text of a question says how often something is, and nothing else: "quarterly"."""
    accepted = question.accepted[:1]
    if not accepted:
        return False
    return read_portion(accepted[0]) is not None or (
        _HOW_OFTEN.search(question.text) is not None
        and bool(rates_of([deeds_as_times(text, question.text) for text in accepted]))
    )


class Often:
    """How often the accepted texts of a question say; ``shown`` is what is shown of them."""

    def __init__(self, texts: Sequence[str], shown: str, question: str = "") -> None:
        self.texts, self.shown, self.question = texts, shown, question
        self.rates = rates_of([deeds_as_times(text, question) for text in texts])

    def relate(self, text: str, read: str) -> Relation | None:
        """Relate an answer that says how often to an accepted text that says nothing else: "twice daily" is "two times a day"."""
        if not self.rates:
            return None
        text = deeds_as_times(_ON_DAYS.sub(r"\g<many> times ", text), self.question)
        said = read_portion(text) or read_frequency(text)
        span = None if said else _DURATION.fullmatch(text)
        said = read_frequency(f"every {span['span']}") if span else said
        if said is None:
            return None
        bound = _BOUND.search(text)
        if bound and not any(bound[0].lower() in accepted.lower() for accepted in self.texts):
            return Relation(Reason.WRONG_WORDS, f'"{bound[0]}" is not the accepted {self.shown}', read)
        if _OPEN.search(text):
            return None
        if said.rate in self.rates:
            return Relation(Reason.CONTAINS_GOLD, f"as often as {self.shown}", read)
        return Relation(Reason.WRONG_WORDS, f"another frequency, accepted {self.shown}", read)
