"""Answers of two clauses that tell what is asked of another one: "Ann bakes the cake, and Emil the bread", where it is asked who bakes the bread."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.verbs import HELPING, stems
from qa_eval.scorers._words.wording import SHORT, folded, key
from qa_eval.scorers.strict.parts.doers import names_in

_NAME = r"(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
_WHO = regex(r"\W*(?:who|which\s+[a-z]+)\s+(?:also\s+|then\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_GAP = regex(
    rf"(?P<first>[^;]*?)[,;]?\s+(?:and|while|but)\s+(?P<who>{_NAME})\s+(?P<what>(?:the|an?|his|her|its|their)\s+[a-z][\w'’ -]+?)\W*"
)
_TWO = regex(
    r"(?P<first>[^;]+?)(?:;\s*|,\s+(?=(?:and|while|but|whereas)\b))(?:(?:and|while|but|whereas)\s+)?(?P<second>[^;]+)"
)
_SUBJECT = regex(r"\W*(?:the\s+[a-z]|(?-i:[A-Z]))", re.IGNORECASE)
_PRONOUN = regex(
    r"\W*(?:it|he|she|they|we|this|that|these|those|there|in|on|at|by|for|after|before|when|while|as|according)\b",
    re.IGNORECASE,
)
_OPEN = regex(
    r"\b(?:not|never|no|nobody|none|neither|nor|if|unless|because|like|both|also|too|together|as well|by|to|from)\b|n['’]t\b",
    re.IGNORECASE,
)
_WHY = regex(r"\W*why\b", re.IGNORECASE)
_BECAUSE = regex(
    r"[^;.]*\b(?:because|since|due to|owing to|on account of)\s+(?P<reason>[^;]+?)(?:;\s*|\.\s+(?=[A-Z]))(?P<rest>[^;]+)",
    re.IGNORECASE,
)
_ANOTHER = regex(r"\b(?:another|other|others)\b", re.IGNORECASE)
_STATES = regex(
    r"\b(?:allowed|permitted|open|banned|closed|forbidden|prohibited|shut|included|excluded)\b", re.IGNORECASE
)
_CLAUSE = regex(r"[;:]\s*|,\s+(?:and|but|while|whereas|though|although)\s+")


def asks_who_or_why(question: str) -> bool:
    """Return whether a question asks who did something, why, or what is allowed, open or included."""
    return any(asked.search(question) for asked in (_WHO, _WHY, _STATES))


def told_in_another_clause(text: str, question: str, accepted: str) -> str:
    """Return what an answer of two clauses gives for what is asked, in the one without the accepted; "" for nothing.

    >>> asked = "Who bakes the bread?"
    >>> told_in_another_clause("Ann bakes the cake, and Emil the bread.", asked, "Ann"), told_in_another_clause("Ann bakes the bread, and Emil the cake.", asked, "Ann")
    ('Emil', '')
    """
    if len(text) > SHORT or " " not in text:
        return ""
    held = frozenset(key(accepted))
    asked = _WHO.match(question)
    if asked is not None:
        return _left_out(text, question, held) or _done_by_first(text, asked["verb"], held)
    if _WHY.match(question):
        return _other_reason(text, question, stems(accepted))
    return _in_opposite_state(text, question, held) if _STATES.search(question) else ""


def _left_out(text: str, question: str, held: frozenset[str]) -> str:
    """Return the name to which a clause without a verb gives the thing that is asked about."""
    gap = _GAP.fullmatch(text)
    if gap is None or _OPEN.search(text):
        return ""
    what, first = stems(gap["what"]), frozenset(key(gap["first"]))
    apart = what and what <= stems(question) and not what & stems(gap["first"])
    return gap["who"] if apart and held <= first and held.isdisjoint(key(gap["who"])) else ""


def _done_by_first(text: str, verb: str, held: frozenset[str]) -> str:
    """Return the clause that tells of another one by the verb of the question, where the one with the accepted has a verb of its own."""
    two = _TWO.fullmatch(text)
    if two is None or verb.lower() in HELPING or not stems(verb):
        return ""
    clauses = (two["first"], two["second"])
    own, other = clauses if held <= frozenset(key(clauses[0])) else clauses[::-1]
    if not held <= frozenset(key(own)) or held & frozenset(key(other)) or _OPEN.search(text):
        return ""
    if not stems(verb) & stems(other) or stems(verb) & stems(own) or not _SUBJECT.match(other) or _PRONOUN.match(other):
        return ""
    return other.strip() if any(is_past(folded(word)) for word in own.split()) else ""


def _other_reason(text: str, question: str, held: frozenset[str]) -> str:
    """Return the reason that an answer gives, where it tells the accepted one behind it as a statement of its own."""
    told = _BECAUSE.fullmatch(text)
    if told is None or not (_ANOTHER.search(told["rest"]) or names_in(f" {told['rest']}") - names_in(f" {question}")):
        return ""
    return told["reason"] if held & stems(told["rest"]) and not held & stems(told["reason"]) else ""


def _in_opposite_state(text: str, question: str, held: frozenset[str]) -> str:
    """Return the opposite of the state that is asked about, where the clause with the accepted says it: "banned in May, but allowed in June"."""
    clauses = _CLAUSE.split(text)
    own = [clause for clause in clauses if held <= frozenset(key(clause))]
    if len(clauses) == 1 or len(own) != 1:
        return ""
    opposite = opposite_in(question, own[0])
    return opposite if _STATES.fullmatch(opposite) else ""
