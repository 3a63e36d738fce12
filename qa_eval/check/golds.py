"""Rules about accepted answers that can be read in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, quoted, warning
from qa_eval.model import DateAnswer, EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.asked_for import things_asked_for
from qa_eval.reading.dates import read_dates
from qa_eval.reading.languages import in_english
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.text import words
from qa_eval.reading.units.asked import asks_for_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Question


def gold_unambiguous(subject: Subject) -> Iterator[Remark]:
    """Warn of an accepted date, number or unit that may mean two things: 03/04/2023, 1.300, 5 m."""
    for where, question in subject.questions:
        for number, text in enumerate(question.accepted):
            for message, hint in _ambiguities(question, in_english(text, question.language)):
                yield warning(subject.accepted_place(where, number), f"{quoted(text)} {message}", hint)


def _ambiguities(question: Question, text: str) -> Iterator[tuple[str, str]]:
    if isinstance(question.answer, DateAnswer):
        if any(date.ambiguous for date in read_dates(text)):
            yield "may be two dates", "write the month as a word"
    elif isinstance(question.answer, QuantityAnswer) and question.answer.value is None:
        for quantity in read_quantities(text):
            if quantity.alternatives:
                yield "may be two numbers", "write thousands with commas, or as plain digits"
            plain = quantity.unit == "metre" and asks_for_length(in_english(question.text, question.language))
            if quantity.other_units and not question.answer.unit and not plain:
                units = " or ".join((quantity.unit, *quantity.other_units))
                yield f"may be in {units}", "write the unit out"


def list_declared(subject: Subject) -> Iterator[Remark]:
    """Warn of a question that asks for so many things and accepts each of as many alone: they may be the items of a list."""
    for where, question in subject.questions:
        if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
            continue
        n = things_asked_for(in_english(question.text, question.language))
        if n == len(question.accepted) > 1 and _share_no_word(question.accepted):
            yield warning(
                subject.accepted_place(where, 0),
                f"{n} are asked for, and each of {n} answers alone is accepted",
                "give it the type list if an answer has to name them all",
            )


def _share_no_word(texts: Sequence[str]) -> bool:
    every = [word for text in texts for word in set(words(text))]
    return len(every) == len(set(every))
