"""Dates of another stage of the same thing: "It was begun in 1889", where it is asked when it was completed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates import agrees
from qa_eval.reading.given.words import stem
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.dated import BY_VERB, verbs_asked
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_BEGINS = "begin start commence open founded form establish create born debut premiere launch introduce"
_ENDS = "end finish stop close conclude cease die dissolve disband abolish discontinue collapse fail fall"
# verbs of one stage of a thing, and those of a stage that is another
_STAGES = (
    (_BEGINS, _ENDS),
    ("complete finish conclude", "begin start commence"),
    ("release publish issue", "announce"),
    ("expire lapse", "file grant sign start begin issue"),
    ("sink", "sail launch"),
    ("arrive reach land", "leave depart sail"),
    ("found discover rediscover excavate", "build built create"),
    ("elect crown appoint inaugurate born marry", "resign abdicate retire die depose divorce separate"),
    ("adopt introduce passed enact", "repeal abolish revoke"),
    ("arrest", "release execute"),
)
_OTHER: dict[str, frozenset[str]] = {}
for _one, _other in _STAGES:
    for _mine, _theirs in ((_one, _other), (_other, _one)):
        _stems = frozenset(map(stem, _theirs.split()))
        for _verb in map(stem, _mine.split()):
            _OTHER[_verb] = _OTHER.get(_verb, frozenset()) | _stems
_FINITE = frozenset("begins starts opens ends finishes closes stops born".split())  # noqa: SIM905 - a word list reads best as one text


def is_of_another_stage(asked: Asked, said: Said) -> Decision | None:
    """Decide where all that a short answer dates rightly is another stage than the question's: "It ends in April", for when it starts."""
    if not asked.only_dates or not said.dates or len(said.words) > TWO * SHORT or asked.is_negated:
        return None
    other = _other_stages(asked)
    if not other:
        return None
    marks = [0, *(mark.end() for mark in BY_VERB.finditer(said.plain)), len(said.plain) + 1]
    found = False
    for low, high in pairwise(marks):
        dates = [date for date in said.dates if low <= date.start < high]
        if not any(agrees(date, gold).agreeing for date in dates for _, gold in asked.dates):
            continue
        verbs = frozenset(_verbs(said, low, high))
        if not verbs or not verbs <= other:
            return None
        found = True
    return Decision(0.2, Reason.WRONG_DATE, "the date of another event of the same thing") if found else None


def _other_stages(asked: Asked) -> frozenset[str]:
    """Return the stems of verbs of another stage than the question's; none where it tells of both."""
    verbs = verbs_asked(asked.forms)
    other = frozenset[str]().union(*(_OTHER[verb] for verb in verbs & _OTHER.keys()))
    return other if other.isdisjoint(verbs) else frozenset()


def _verbs(said: Said, low: int, high: int) -> Iterator[str]:
    """Yield the stems of the verbs that stand in a clause, those of its dates aside: "the end of 1987"."""
    for word in said.words:
        if not low <= word.start < high or any(date.start <= word.start < date.end_offset for date in said.dates):
            continue
        told = said.lowered(word)
        if is_past(told) or told in _FINITE:
            yield stem(told)
