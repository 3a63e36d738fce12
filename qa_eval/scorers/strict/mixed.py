"""Accepted answers of different kinds, "19 hours 42 minutes" and "19:42": each is judged as what it is by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.dates import read_date
from qa_eval.reading.labels import asks_label
from qa_eval.reading.quantities import read_quantity
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qa_eval.model import Answer, Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_MOST = 12  # accepted answers that are told apart


class MixedGold:
    """Accepted answers of several kinds; ``plain`` judges them together, as words, and ``golds`` those of each kind."""

    def __init__(self, plain: Gold, golds: Iterable[Gold]) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.golds = tuple(golds)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones: what one kind of them takes is right."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED:
            return relation
        for gold in self.golds:
            again = gold.relate(text, document)
            if again.reason in ACCEPTED:
                return again
        return relation


def mixed_gold(question: Question, plain: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return the accepted names or words of a question, each kind by itself where some are figures or dates; ``made`` reads one kind."""
    texts = question.accepted
    if not 1 < len(texts) <= _MOST or max(map(len, texts)) > SHORT or not any(map(_has_digit, texts)):
        return plain
    if asks_label(question.text):
        return plain
    kinds = [_kind(text, question.answer) for text in texts]
    if len(set(kinds)) == 1:
        return plain
    groups = [
        (kind, [text for text, one in zip(texts, kinds, strict=True) if one is kind]) for kind in dict.fromkeys(kinds)
    ]
    return MixedGold(plain, [made(_of(question, kind, group)) for kind, group in groups])


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _kind(text: str, answer: Answer) -> type[Answer]:
    """Return what an accepted answer is by itself. A number without a unit says too little: it may be a name as well."""
    if text.strip().isdecimal():
        return type(answer)
    quantity = read_quantity(text)
    if quantity is not None and quantity.unit:
        return QuantityAnswer
    return DateAnswer if quantity is None and read_date(text) is not None else type(answer)


def _of(question: Question, kind: type[Answer], texts: Sequence[str]) -> Question:
    answers: dict[type[Answer], Callable[[str], Answer]] = {
        QuantityAnswer: QuantityAnswer,
        DateAnswer: DateAnswer,
        EntityAnswer: EntityAnswer,
        PhraseAnswer: PhraseAnswer,
    }
    return replace(question, answer=answers[kind](texts[0]), accepted=tuple(texts))
