"""What speaks against an answer that would be accepted, by its words alone: what is accepted was ruled out, or is told of other terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Unanswerable, YesNoAnswer
from qa_eval.reading.names.abbreviated import without_last_stop
from qa_eval.scorers._stated.contrasted import CONTRASTED
from qa_eval.scorers._stated.excepted import EXCEPTED
from qa_eval.scorers._stated.gaps import GAPS
from qa_eval.scorers._stated.of_other_terms import OF_OTHER_TERMS
from qa_eval.scorers._stated.opposite_deed import OPPOSITE_DEED, OPPOSITE_SAID
from qa_eval.scorers._stated.other_deed import OTHER_DEED
from qa_eval.scorers._stated.other_end import OTHER_END
from qa_eval.scorers._stated.other_event import OTHER_EVENT
from qa_eval.scorers._stated.other_formula import OTHER_FORMULA
from qa_eval.scorers._stated.other_year import OTHER_YEAR
from qa_eval.scorers._stated.outdone import OUTDONE
from qa_eval.scorers._stated.owned import OWNED
from qa_eval.scorers._stated.passed_over import PASSED_OVER
from qa_eval.scorers._stated.ruled_out import RULED_OUT
from qa_eval.scorers._stated.set_against import SET_AGAINST
from qa_eval.scorers._stated.shared import SHARED_IN_PARTS
from qa_eval.scorers._stated.sources import SOURCES
from qa_eval.scorers._stated.taken_back import TAKEN_BACK
from qa_eval.scorers.lenient.exchanged import EXCHANGED
from qa_eval.scorers.lenient.lacking import turned_into_plenty
from qa_eval.scorers.lenient.overturned import overturned
from qa_eval.scorers.lenient.salts import another_salt

if TYPE_CHECKING:
    from qa_eval.model import Question
    from qa_eval.scorers._stated.check import Check

LONGEST = 1_000  # characters of a question; a longer one tells more than it asks
_CHECKS: tuple[Check, ...] = (
    *RULED_OUT,
    *EXCEPTED,
    *OTHER_FORMULA,
    *PASSED_OVER,
    *CONTRASTED,
    *OF_OTHER_TERMS,
    *SET_AGAINST,
    *GAPS,
    *OPPOSITE_DEED,
    *OPPOSITE_SAID,
    *OTHER_DEED,
    *SOURCES,
    *TAKEN_BACK,
    *SHARED_IN_PARTS,
    *OUTDONE,
    *OTHER_END,
    *OTHER_YEAR,
    *OWNED,
    *OTHER_EVENT,
    *EXCHANGED,
)


class Stated:
    """What may speak against answers to one question."""

    def __init__(self, question: Question) -> None:
        self.text, self.accepted = question.text, question.accepted
        polar = isinstance(question.answer, YesNoAnswer | Unanswerable) or not question.accepted
        plain = not polar and len(question.text) <= LONGEST
        self.checks = tuple(against for applies, against in _CHECKS if applies(question.text)) if plain else ()

    def against(self, text: str) -> str:
        """Return what speaks against an answer; "" for nothing."""
        if not self.checks:
            return ""
        lowered = text.lower()
        names = map(without_last_stop, self.accepted)
        accepted = next((each for each in names if each.lower() in lowered), self.accepted[0])
        told = next(filter(None, (check(text, self.text, accepted) for check in self.checks)), "")
        if told:
            return told
        if other := another_salt(text, self.accepted, self.text):
            return f"names {other}"
        return overturned(text, self.text, self.accepted) or turned_into_plenty(text, self.text, self.accepted)
