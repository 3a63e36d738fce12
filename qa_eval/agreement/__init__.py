"""How far a scorer agrees with people on answers that they judged."""

from qa_eval.agreement.counts import Agreement, agreement
from qa_eval.agreement.intervals import bootstrapped
from qa_eval.agreement.labelled import Labelled, Reader, scorer_of
from qa_eval.agreement.measuring import BY, Group, Measured, measure

__all__ = [
    "BY",
    "Agreement",
    "Group",
    "Labelled",
    "Measured",
    "Reader",
    "agreement",
    "bootstrapped",
    "measure",
    "scorer_of",
]
