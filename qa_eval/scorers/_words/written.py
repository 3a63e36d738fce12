"""Accepted answers and answers as they were written, where the language that they are in is put into English to be read."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from qa_eval.model import ListAnswer, Reason, YesNoAnswer
from qa_eval.reading.languages import in_english
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Question

_CLAUSE_END = regex(r"(?<=[,;.!?:])\s+")
_MARKS = ",;.!?:"
_ACCEPTED = regex(r"(?=\baccepted\b)")


def accepted_texts(question: Question) -> dict[str, Reason]:
    """Return the reason for an answer that is one of the accepted texts, word for word."""
    texts = dict.fromkeys(question.accepted, Reason.ALIAS)
    if question.accepted:
        texts[question.accepted[0]] = Reason.EXACT
    if isinstance(question.answer, YesNoAnswer | ListAnswer):
        texts = dict.fromkeys(texts, Reason.AGREES if isinstance(question.answer, YesNoAnswer) else Reason.SAME_ITEMS)
    return texts


def as_written(message: str, read: str, question: Question, text: str) -> tuple[str, str]:
    """Return what is told of an answer, and what was read of it, with its words and the accepted ones as they were written."""
    if isinstance(question.answer, YesNoAnswer):
        return message, read
    items = question.answer.items if isinstance(question.answer, ListAnswer) else ()
    accepted = _written((*question.accepted, *chain.from_iterable(items)), question.language)
    said = _written((text, *_CLAUSE_END.split(text)), question.language)
    of_answer, *of_gold = _ACCEPTED.split(message)
    told = _put(_put(of_answer, said), accepted) + "".join(_put(part, accepted) for part in of_gold)
    return told, _put(read, said)


@lru_cache(maxsize=1024)
def _written(texts: tuple[str, ...], language: str) -> Sequence[tuple[str, str]]:
    """Return what each text is read as and how it was written, the longest first."""
    pairs = {(shown(in_english(text, language)).rstrip(_MARKS), shown(text).rstrip(_MARKS)) for text in texts}
    return sorted((pair for pair in pairs if pair[0] and pair[0] != pair[1]), key=lambda pair: (-len(pair[0]), pair))


def _put(told: str, pairs: Sequence[tuple[str, str]]) -> str:
    for read, written in pairs:
        if read in told:
            told = written.join(re.split(rf"(?<!\w){re.escape(read)}(?!\w)", told))
    return told
