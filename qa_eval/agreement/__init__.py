"""How far a scorer agrees with people on answers that they judged."""

from qa_eval.agreement.counts import Agreement, agreement
from qa_eval.agreement.intervals import FIGURES, intervals_of
from qa_eval.agreement.labelled import Labelled, Reader, scorer_of
from qa_eval.agreement.measuring import BY, Group, Measured, measure

__all__ = [
    "BY",
    "FIGURES",
    "Agreement",
    "Group",
    "Labelled",
    "Measured",
    "Reader",
    "agreement",
    "intervals_of",
    "measure",
    "scorer_of",
]
