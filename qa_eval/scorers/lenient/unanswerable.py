"""Where nothing is accepted: an answer that declines is right."""

from __future__ import annotations

from qa_eval.model import Reason, Verdict
from qa_eval.reading.abstentions import abstains
from qa_eval.reading.polarity import read_yes_no
from qa_eval.scorers.lenient.polar import SHOWN, Decided


def declined(text: str) -> Decided:
    """Decide where nothing is accepted: a refusal is right, whatever else is wrong."""
    if abstains(text):
        return Verdict.CORRECT, 1.0, Reason.RIGHTLY_ABSTAINED, "declines to answer, as it should", text[:SHOWN]
    return Verdict.INCORRECT, 0.0, Reason.ANSWERED_UNANSWERABLE, "answers what has no answer", text[:SHOWN]


def tells_nothing(text: str) -> Decided:
    """Decide where it is asked whether anything is said, and nothing is: a no is as right as a refusal."""
    if read_yes_no(text) is False:
        return Verdict.CORRECT, 1.0, Reason.RIGHTLY_ABSTAINED, "says that nothing is said", text[:SHOWN]
    return declined(text)
