"""Two times of day that are both accepted, "7.15 a.m. and 4.40 p.m.": no span, so that they may be told in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 100  # characters; a longer answer says more than two times
_BOTH = 2
_DOTTED = regex(r"(?<![\d.,])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?![\d.,]\d|\d)")
_AND = regex(r"\s*(?:,|;|&|\band\b|\s)+(?:(?:again\s+)?at\s+)?\s*", re.IGNORECASE)
_SPAN = regex(r"\b(?:between|from|to|until|till|or|not|before|after)\b|n['’]t\b", re.IGNORECASE)

_FROM_TO = regex(r"\b(?:between|from|until|till)\b|\d\S*(?:\s?[ap]\.?m\.?)?\s*(?:\bto\b|[–—-])\s*\d", re.IGNORECASE)
_Times = frozenset[tuple["Fraction", ...]]


class BothTimesGold:
    """Two accepted times of day; ``plain`` judges an answer that does not tell two and nothing against them."""

    def __init__(self, times: tuple[_Times, _Times], plain: Gold) -> None:
        self.shown = plain.shown
        self.times, self.plain = times, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted times."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED and len(text) <= _LONGEST and _FROM_TO.search(text):
            return Relation(Reason.WRONG_VALUE, f"from one time to the other, accepted {self.shown}", shown(text))
        said = _two_times(text) if relation.reason not in ACCEPTED else None
        if said is None or not any(self._are_told(one, other) for one, other in (said, said[::-1])):
            return relation
        return Relation(Reason.EQUAL_VALUE, f"both times: read {shown(text)}, accepted {self.shown}", shown(text))

    def _are_told(self, one: _Times, other: _Times) -> bool:
        first, second = self.times
        return not one.isdisjoint(first) and not other.isdisjoint(second)


def _two_times(text: str) -> tuple[_Times, _Times] | None:
    """Return the two times that a text tells side by side; None for another text."""
    if len(text) > _LONGEST or _SPAN.search(text):
        return None
    dotted = _DOTTED.sub(r"\g<hour>:\g<minute>", text)
    first = notations_in(dotted, (Kind.TIME,))
    if len(first) == 1 and len(next(iter(first[0].values), ())) == _BOTH:
        joint = _AND.search(dotted, first[0].start)
        while joint is not None:  # "and" may stand within neither
            parts = (
                notations_in(dotted[: joint.start()], (Kind.TIME,)),
                notations_in(dotted[joint.end() :], (Kind.TIME,)),
            )
            if all(len(part) == 1 for part in parts):
                return parts[0][0].values, parts[1][0].values
            joint = _AND.search(dotted, joint.end())
        return None
    if len(first) != _BOTH or not _AND.fullmatch(dotted, first[0].end, first[1].start):
        return None
    return first[0].values, first[1].values


def both_times_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for two times of day where the accepted answer joins them, else ``plain``."""
    times = _two_times(question.accepted[0]) if question.accepted and " and " in question.accepted[0] else None
    return BothTimesGold(times, plain) if times else plain
