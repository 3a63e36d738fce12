"""What is accepted told in a clause of its own, and what is asked told of another in the next: "Ann crossed and Bo headed in the winner"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL, key
from qa_eval.scorers.strict.stated.others import IS_TOLD, span_of

if TYPE_CHECKING:
    from qa_eval.scorers.strict.stated.check import Check

_WHO = regex(r"\W*(?:which|who|what|in which|at which|on which)\b", re.IGNORECASE)
_EDGE = regex(
    r"[;.]\s+|,\s+(?:and|but|while|whereas)\s+|\s+(?:but|while|whereas|whilst)\s+|,?\s+(?:and|before)\s+(?=[A-Z])|,\s+(?=the\s)"
)
_LEADS = regex(r"\W*(?:the|an?)?\s*", re.IGNORECASE)
_NAME = regex(r"(?<![\w'’])(?:[A-Z][\w'’-]+|[A-Z]{0,4}-?\d[\w-]*)")
# what a clause has that tells of the same one, of another time or of a part in what is asked
_SHARED = regex(
    r"\b(?:it|they|he|she|his|her|hers|its|their|him|them|this|that|who|which|whom|same|both|also|too|not|no|never|almost|nearly|miss\w*|fail\w*|assist\w*|set up|cross\w*|provid\w*"
    r"|celebrat\w*|watch\w*|saw|prais\w*|disallow\w*|congratulat\w*|award\w*|present\w*|had|earlier|later|after|first|second|third|another|other|next|until|would|might|may|could|wanted|hoped|tried|will)\b|n['’]t\b",
    re.IGNORECASE,
)
_ALIKE = 4  # letters with which words of one meaning begin: "winner", "winning"
_MOST, _SHARE = 3, 3  # clauses; of three words asked, one at the least has to be told of the other


@lru_cache(maxsize=512)
def _asked(question: str) -> frozenset[str]:
    """Return how the words of a question begin that are no names: what is asked, and not of whom."""
    body = question.partition(" ")[2]
    names = {word for name in _NAME.findall(body) for word in key(name)}
    return frozenset(
        word[:_ALIKE] for word in key(body) if word not in names and word not in SMALL and len(word) >= _ALIKE
    )


def _told(clause: str) -> frozenset[str]:
    return frozenset(word[:_ALIKE] for word in key(clause) if len(word) >= _ALIKE)


def asked_of_another(text: str, question: str, accepted: str) -> str:
    """Return the clause of an answer that tells what is asked of another than the accepted one, of whom the other clause tells something else; "" for none.

    >>> asked = "Who scored the winning goal?"
    >>> asked_of_another("Ann Ray crossed and Bo Ek headed in the winner", asked, "Ann Ray")
    'Bo Ek headed in the winner'
    >>> asked_of_another("Ann Ray headed in the winner and Bo Ek was sent off", asked, "Ann Ray")
    ''
    """
    start, end = span_of(text, accepted) if len(text) <= SHORT else (-1, -1)
    leads = _LEADS.match(text)
    if start < 0 or leads is None or leads.end() < start or not IS_TOLD.match(text, end):
        return ""
    edges = [(0, 0), *(edge.span() for edge in _EDGE.finditer(text)), (len(text), len(text))]
    clauses = [text[before[1] : after[0]] for before, after in pairwise(edges)]
    if not 1 < len(clauses) <= _MOST or end > len(clauses[0]):
        return ""
    wanted, held = _asked(question), set(key(accepted))
    left = wanted - _told(clauses[0])
    if not left or not _adds(clauses[0][end:], question):
        return ""
    known = held | set(key(question))
    for clause in clauses[1:]:
        others = [name for name in _NAME.findall(clause) if not set(key(name)) <= known]
        told = _told(clause) & left
        most = len(told) * _SHARE >= len(left) or bool(told and wanted - left)
        if others and most and not _SHARED.search(clause) and not held & set(key(clause)):
            return clause.strip(" .")
    return ""


def _adds(told: str, question: str) -> bool:
    """Return whether a clause tells of something that the question does not name: the watercolours that are taught, pottery being asked about."""
    return any(len(word) >= _ALIKE and word not in SMALL for word in stems(told) - stems(question))


OWN_CLAUSES: tuple[Check, ...] = ((lambda question: _WHO.match(question) is not None, asked_of_another),)
