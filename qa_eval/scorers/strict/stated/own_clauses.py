"""What is accepted told in a clause of its own, and what is asked told of another in the next: "Ann crossed and Bo headed in the winner"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import IS_TOLD, span_of
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT, SMALL, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

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
# of two clauses that tell of two: what makes one speak of the other, where they part, and of whom each is
_ALSO = regex(r"\b(?:also|both|too|same|neither|nor|not|never|or|like|as well|before|later|then|once)\b|n['’]t\b")
_TWO = regex(r"[;.]\s+(?=\S)|,?\s+(?:and|but|while|whereas|whilst)\s+|,\s+(?=[A-Z]|the\s+[A-Z])")
_SUBJECT = regex(
    r"\W*(?:(?i:his|her|their|its)\s+(?:[a-z]+\s+){0,2}?[a-z]+(?:\s+[A-Z][\w’-]+)?|(?:[A-Z][\w-]+\s+)?[A-Z][\w-]+['’]s\s+(?:[a-z]+\s+)?[a-z]+|(?:[Tt]he\s+)?(?P<name>[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,3}))(?=\s)"
)
_POSSESSIVE = regex(r"['’]s?\Z")
_NAMING = regex(
    r"(?:(?:was|is)\s+)?(?:known\s+as|called|nicknamed|dubbed|named|the|an?)\s+\S|(?:was|is)\s+the\s+", re.IGNORECASE
)
_PAIR = 2  # clauses


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


def told_of_other(text: str, question: str, accepted: str) -> str:
    """Return the clause that tells what is asked of the one who is asked about, where the accepted is told of another one; "" for none.

    >>> asked = "Which instrument does Ann Ray play?"
    >>> told_of_other("Bo plays the cello, Ann the viola.", asked, "the cello"), told_of_other("Her aunt plays the cello; Ann plays it too.", asked, "the cello")
    ('Ann the viola', '')
    """
    names = _names(question)
    if len(text) > SHORT or not names & frozenset(key(text)) or _ALSO.search(text):
        return ""
    clauses = [clause.strip(" .") for clause in _TWO.split(text)]
    held = frozenset(key(accepted)) - SMALL
    if len(clauses) != _PAIR or not held:
        return ""
    own, other = clauses if held <= frozenset(key(clauses[0])) else clauses[::-1]
    if not held <= frozenset(key(own)) or held & frozenset(key(other)):
        return ""
    subject, said = _SUBJECT.match(own), _said_of(other, names)
    if subject is None or not said or (subject["name"] and frozenset(key(subject["name"])) <= names | held):
        return ""
    return other if _tells_the_same(own[subject.end() :], said, question) else ""


@lru_cache(maxsize=512)
def _names(question: str) -> frozenset[str]:
    """Return the words of the names that a question gives."""
    return frozenset(word for name in _NAME.findall(question.partition(" ")[2]) for word in key(name))


def _said_of(clause: str, names: frozenset[str]) -> str:
    """Return what a clause says of the one whose name it begins with; "" where it begins with none of the ``names``."""
    words = clause.removeprefix("the ").removeprefix("The ").split()
    first = next((place for place, word in enumerate(words) if not frozenset(key(word)) <= names), len(words))
    return "" if any(_POSSESSIVE.search(word) for word in words[:first]) else " ".join(words[first:]) if first else ""


def _tells_the_same(own: str, other: str, question: str) -> bool:
    """Return whether two clauses tell one thing of two: by the same verb, by a name for each, or without a verb in the second."""
    if not frozenset(key(other)) - SMALL - frozenset(key(question)):
        return False
    if _NAMING.match(own.strip()) and _NAMING.match(other):
        return True
    return bool(stems(own) & stems(other) & stems(question)) or not has_verb(other)


OWN_CLAUSES: tuple[Check, ...] = (
    (lambda question: _WHO.match(question) is not None, asked_of_another),
    (lambda question: bool(_names(question)), told_of_other),
)
