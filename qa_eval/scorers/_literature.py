"""Exact match and token F1 of open-domain sets, each under its own published normalising, and what a verdict says of them."""

from __future__ import annotations

import string
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason, Score, Verdict
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Question

SHOWN = 200
_ARTICLES = regex(r"\b(?:a|an|the)\b")
_NO_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation))
_TRIVIA = {**dict.fromkeys(map(ord, string.punctuation + "‘’´`"), " "), ord("_"): " "}


def triviaqa_normalised(text: str) -> str:
    """Return a text as TriviaQA compares it: punctuation parts words, underscores too.

    >>> triviaqa_normalised("The Marx-Brothers_(film)")
    'marx brothers film'
    """
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_TRIVIA)).split())


def nq_open_normalised(text: str) -> str:
    """Return a text as NQ-open compares it: as SQuAD does, with accents apart from their letters.

    >>> nq_open_normalised("The Joint Chiefs-of-Staff.")
    'joint chiefsofstaff'
    """
    apart = unicodedata.normalize("NFD", text)
    return " ".join(_ARTICLES.sub(" ", apart.lower().translate(_NO_PUNCTUATION)).split())


def token_f1(text: str, gold: str) -> float:
    """Return the F1 of the tokens of two normalised texts; 0 where they share none."""
    read, wanted = text.split(), gold.split()
    same = sum((Counter(read) & Counter(wanted)).values())
    if not same:
        return 0.0
    precision, recall = same / len(read), same / len(wanted)
    return 2 * precision * recall / (precision + recall)


class Literature:
    """Correct on an exact match under one published normalising; the value is ``f1``, or the exact match without it."""

    def __init__(self, normalised: Callable[[str], str], *, with_f1: bool) -> None:
        self.normalised = normalised
        self.with_f1 = with_f1
        self._golds = lru_cache(maxsize=4096)(self._normalised_golds)

    def _normalised_golds(self, accepted: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self.normalised, accepted)))

    def figures(self, text: str, accepted: Sequence[str]) -> tuple[bool, float]:
        """Return exact match and F1, each the best over the accepted answers; (False, 0.0) where there are none."""
        read, golds = self.normalised(text), self._golds(tuple(accepted))
        return read in golds, max((token_f1(read, gold) for gold in golds), default=0.0)

    def judged(self, question: Question, text: str) -> Score:
        """Return the score of one answer."""
        exact, f1 = self.figures(text, question.accepted)
        read = self.normalised(text)
        gold = question.accepted[0] if question.accepted else "not stated"
        if exact:
            verdict, reason, told = Verdict.CORRECT, Reason.EXACT, "the same words"
        elif not read:
            verdict, reason, told = Verdict.ABSTAINED, Reason.ABSTAINED, "an empty answer"
        else:
            verdict, told = Verdict.INCORRECT, f"F1 {f1:.2f}"
            reason = Reason.PARTIAL if f1 else Reason.WRONG_WORDS
        value = f1 if self.with_f1 else float(exact)
        return Score(verdict, value, reason, f"{told}, accepted {gold}", read[:SHOWN], gold, exact, f1)
