"""What the two policies know of an answer each, brought into accord where only one of them can tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, QuantityAnswer, Reason, Score, Verdict
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.model import Question

# what one policy knows for certain of an answer, and in how many words
_SAME_VALUE = frozenset(
    (
        Reason.EQUAL_VALUE,
        Reason.CONVERTED_UNIT,
        Reason.ROUNDS_TO_GOLD,
        Reason.WITHIN_TOLERANCE,
        Reason.RIGHTLY_ABSTAINED,
    )
)
_UNREAD = frozenset(
    (
        Reason.WRONG_VALUE,
        Reason.WRONG_DATE,
        Reason.WRONG_WORDS,
        Reason.PARTIAL,
        Reason.UNREADABLE,
        Reason.ANSWERED_UNANSWERABLE,
    )
)
_ANOTHER = frozenset(
    (
        Reason.WRONG_NAME,
        Reason.WRONG_WORDS,
        Reason.WRONG_DATE,
        Reason.WRONG_VALUE,
        Reason.SEVERAL_ANSWERS,
        Reason.CONTRADICTION,
    )
)
_BY_WORDS = frozenset((Reason.CONTAINS_GOLD, Reason.SAME_WORDS, Reason.ENOUGH_WORDS, Reason.SAME_DATE))
_OTHER_VALUE = frozenset((Reason.WRONG_VALUE, Reason.WRONG_BOUND))
_OVER_A_ROUND = regex(r"(?:more than|at least)[^\d]{0,4}\d[\d,]*00(?![\d,.])")  # "over 27,000", as people put 27,000
_YEAR = regex(r"(?<!\d)\d{4}(?!\d)")
_FEW_WORDS = 8
_CLAUSES = regex(r"[.;!?]\s|,\s(?:so|thus|while|since|although|and)\b")
_CONCLUDES = regex(r"[.;,]\s(?:and\s)?(?:so|thus|therefore|hence)\b", re.IGNORECASE)
_FEWER_WORDS = 5  # in which two names are two answers, and hardly one and what is told of it
_FEW_ACCEPTED = 2  # accepted texts; in a longer list are other names, and strict compares what is said with the first
_OTHER_TIMES = ("at another time", '"after" a time', '"before" a time', '"from" a time', '"until" a time')
_AS_WRITTEN = "the same value"  # what both policies tell of a figure that is the accepted one and not worked out
_OTHER_LETTERS = regex(r"chooses \w(?:, \w)+, accepted \w(?:, \w)+\Z")  # what lenient tells of several letters
_AS_STRICT = 0.98  # of 1,187 human-judged answers that strict accepts, people accept 1,160
_TOLD_OTHERWISE = 0.4  # of 5 such answers that lenient accepts and strict finds told otherwise, people accept 2


def in_accord(strict: Score, lenient: Score, question: Question, text: str) -> tuple[Score, Score]:
    """Return the scores of both policies, each with what only the other one knows.

    Strict reads values in every notation: a few words that it finds to be the accepted value are that under lenient too. It knows
    what a few words say of the accepted ones: where it finds that they deny them, say them of something else or leave them open,
    lenient does not accept them either. Lenient follows what is said of whom: where it finds that a longer answer tells a name or
    date of something else than is asked, or gives another one for it, that it chooses other letters, that it gives a figure and says that what is asked is not told,
    that a date is the day of another deed, or that a statement says no, strict does not accept it either.
    """
    spaces = text.count(" ")
    few = spaces < _FEW_WORDS
    if few and strict.reason in _SAME_VALUE and lenient.verdict is Verdict.INCORRECT and lenient.reason in _UNREAD:
        lenient = _decided(lenient, Verdict.CORRECT, _AS_STRICT, strict.reason, strict.message)
    elif (
        few
        and strict.verdict is Verdict.INCORRECT
        and lenient.verdict is Verdict.CORRECT
        and _is_told_otherwise(strict, lenient, question, spaces)
    ):
        lenient = _decided(lenient, Verdict.INCORRECT, _TOLD_OTHERWISE, strict.reason, strict.message)
    elif (
        strict.verdict is Verdict.CORRECT
        and lenient.verdict is Verdict.INCORRECT
        and _is_refuted(strict, lenient, question, few=few and not _goes_on(text, question.answer.text))
    ):
        strict = _decided(strict, Verdict.INCORRECT, 0.0, lenient.reason, lenient.message)
    return strict, lenient


def _is_told_otherwise(strict: Score, lenient: Score, question: Question, spaces: int) -> bool:
    """Return whether strict turns down for certain what lenient accepts: for what the words say, not for how exact they are."""
    if lenient.reason in _BY_WORDS and len(question.accepted) > _FEW_ACCEPTED:
        return False
    if strict.reason is Reason.CONTRADICTION or strict.message.startswith(_OTHER_TIMES):
        return True
    if lenient.reason is Reason.EQUAL_VALUE and not lenient.message.startswith(_AS_WRITTEN):
        return False
    if strict.reason in _OTHER_VALUE:
        return lenient.reason is Reason.EQUAL_VALUE and _OVER_A_ROUND.match(strict.read) is None
    return strict.reason is Reason.SEVERAL_ANSWERS and 0 < spaces < _FEWER_WORDS


def _goes_on(text: str, accepted: str) -> bool:
    """Return whether a few words are several clauses, of which the first gives something else or the last draws a conclusion."""
    if _CONCLUDES.search(text):
        return True
    return _CLAUSES.search(text) is not None and not text.casefold().startswith(accepted.casefold())


def _is_refuted(strict: Score, lenient: Score, question: Question, *, few: bool) -> bool:
    """Return whether lenient turns down for certain what strict accepts."""
    answer = question.answer
    if lenient.reason is Reason.WRONG_VALUE and _OTHER_LETTERS.match(lenient.message):
        return True
    if strict.reason is Reason.CONTAINS_GOLD:
        another = lenient.reason is Reason.WRONG_DATE if few else lenient.reason in _ANOTHER
        return another and isinstance(answer, EntityAnswer)
    if strict.reason is Reason.EQUAL_VALUE:
        return not few and isinstance(answer, QuantityAnswer) and lenient.reason is Reason.CONTRADICTION
    if strict.reason is Reason.SAME_DATE:
        return lenient.reason is Reason.WRONG_DATE and _YEAR.search(answer.text) is not None
    return strict.reason is Reason.AGREES and lenient.reason is Reason.WRONG_VALUE


def _decided(score: Score, verdict: Verdict, value: float, reason: str, message: str) -> Score:
    return Score(verdict, value, reason, message, score.read, score.gold, score.exact_match, score.f1)
