"""Answers that decline, beside what is read of them: "It is not known why the ice is 3 m thick" says how thick it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.abstentions import abstains, abstains_beside
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.undisclosed import sends_on
from qa_eval.scorers.strict.relation import ACCEPTED
from qa_eval.scorers.strict.unanswerable import declines

if TYPE_CHECKING:
    from qa_eval.scorers.strict.relation import Relation

_UNFOUND = regex(r"\b(?:not|never|n't)\b(?: yet| ever)?(?: been)? (?:found|located|seen|traced)\b", re.IGNORECASE)
_MISSING = regex(
    r"\b(?:missing|lost|gone|unaccounted|disappeared|vanished|stolen|sought|looking for|searching for)\b", re.IGNORECASE
)
_WHY = regex(r"\bwhy\b", re.IGNORECASE)
_NOTHING_READ = frozenset((Reason.UNREADABLE, Reason.WRONG_WORDS, Reason.WRONG_NAME, Reason.PARTIAL))


def declines_rather(text: str, relation: Relation, question: str, accepted: str) -> bool:
    """Return whether an answer declines rather than saying what is read of it.

    >>> from qa_eval.scorers.strict.relation import Relation
    >>> said = Relation(Reason.CONTAINS_GOLD, "", "the silver cup")
    >>> declines_rather("The silver cup has not been found.", said, "Which cup is missing?", "the silver cup")
    False
    """
    if not declines(text):
        return relation.reason is Reason.WRONG_NAME and sends_on(text, question)
    if relation.reason in ACCEPTED and _UNFOUND.search(text) and _MISSING.search(question):
        return False
    if relation.reason in ACCEPTED and abstains(accepted):
        return False  # "The author is unknown." where "unknown" is accepted
    return relation.reason in _NOTHING_READ or _WHY.search(text) is None


def gives_nothing(text: str, question: str) -> bool:
    """Return whether an answer without the figure that is asked for declines in one of its clauses, or says who may know.

    >>> gives_nothing("Ask the builder.", "How long is the hull?"), gives_nothing("It is long.", "How long is the hull?")
    (True, False)
    """
    return abstains_beside(text) or sends_on(text, question)
